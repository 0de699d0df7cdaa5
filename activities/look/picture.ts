/** Where a page finds a picture that an author put into options. */

/** `base` is the address of the session, with a slash at its end; a picture written into the file itself needs none. */
export function pictureAt(base: string, address: string): string {
  return address.startsWith('data:') ? address : base + address;
}
