/** Pictures made small enough for a bad line before they leave the phone. */

/** The longer edge, in px; the server keeps no more. */
const longestEdge = 1920;
const quality = 0.85;

/** A JPEG of at most `longestEdge`, upright. What this browser cannot read is given back as it is: the server may. */
export async function scaledDown(file: Blob): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, longestEdge / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const context = canvas.getContext('2d');
    if (!context) return file;
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const scaled = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
    return scaled ?? file;
  } catch {
    return file;
  }
}
