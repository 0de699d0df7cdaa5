/**
 * What slides show from files.
 * [F19] Pictures, videos and sounds stand beside the file; what does not is left out with a warning, and the rest is shown.
 */
import { describe, expect, it } from 'vitest';
import { formatFault, readSessionFile } from './session-file.ts';

function shown(text: string) {
  const file = readSessionFile(text, { file: 'talk.md' });
  if (!file.ok) throw new Error(file.faults.map((fault) => formatFault('talk.md', fault)).join('\n'));
  const [slide] = file.definition.slides;
  return {
    html: slide?.html ?? '',
    attributes: slide?.attributes,
    activity: file.definition.activities[0],
    files: file.pictures.map(({ path }) => path),
    warnings: file.warnings.map((warning) => formatFault('talk.md', warning)),
  };
}

describe('a picture', () => {
  it('[F19] whose address begins with a slash stands in the file’s folder, as with reveal-md', () => {
    const slide = '<!-- .slide: data-background-image="/img/b.png" -->\n# A\n\n![x](/img/a.png)\n';
    const { html, attributes, files, warnings } = shown(slide);
    expect(html).toContain('src="files/img/a.png"');
    expect(attributes).toEqual({ 'data-background-image': 'files/img/b.png' });
    expect([files, warnings]).toEqual([['img/b.png', 'img/a.png'], []]);
  });

  it('[F19] that stands elsewhere is left out', () => {
    const { html, attributes, files, warnings } = shown(
      '<!-- .slide: data-background-image="../b.png" -->\n# A\n\n![x](../img/a.png)\n![y](/../c.png)\n<img src="https://x.example/d.png">\n',
    );
    expect([html.includes('<img'), attributes, files]).toEqual([false, {}, []]);
    expect(warnings).toEqual([
      'talk.md:1:37 picture "../b.png" is left out, it must stand beside this file',
      'talk.md:4:6 picture "../img/a.png" is left out, it must stand beside this file',
      'talk.md:5:6 picture "/../c.png" is left out, it must stand beside this file',
      'talk.md:6:11 picture "https://x.example/d.png" is left out, nothing is fetched from elsewhere',
    ]);
  });

  it('[F19] of an answer is left out alike, and no video is an answer', () => {
    const { activity, files, warnings } = shown(
      '## Q\n<!-- poll -->\n- ![One](/1.png)\n- ![Two](../2.png)\n- ![Three](3.mp4)\n',
    );
    expect(activity?.options).toMatchObject({
      answers: [{ text: 'One', image: { src: 'files/1.png' } }, { text: 'Two' }, { text: 'Three' }],
    });
    expect(files).toEqual(['1.png']);
    expect(warnings).toEqual([
      'talk.md:4:10 picture "../2.png" is left out, it must stand beside this file',
      'talk.md:5:12 video "3.mp4" is left out, no browser shows such a file',
    ]);
  });
});

describe('a video or a sound', () => {
  it('[F19] beside the file is played where reveal.js would play it', () => {
    const { html, files, warnings } = shown(
      '# A\n\n<video src="clip.mp4" autoplay controls loop muted poster="still.jpg" onplay="x()"></video>\n\n<audio data-autoplay controls><source data-src="/a b.mp3" type="audio/mpeg"></audio>\n',
    );
    expect(html).toMatch(
      /<video data-autoplay controls loop muted src="files\/clip\.mp4" poster="files\/still\.jpg">/,
    );
    expect(html).toMatch(/<audio data-autoplay controls><source type="audio\/mpeg" src="files\/a%20b\.mp3">/);
    expect([files, warnings]).toEqual([['clip.mp4', 'still.jpg', 'a b.mp3'], []]);
  });

  it('[F19] fills the ground of a slide', () => {
    expect(
      shown(
        '<!-- .slide: data-background-video="a.mp4,b.webm" data-background-video-loop data-background-video-muted -->\n# A\n',
      ).attributes,
    ).toEqual({
      'data-background-video': 'files/a.mp4,files/b.webm',
      'data-background-video-loop': '',
      'data-background-video-muted': '',
    });
  });

  it('[F19] from elsewhere leaves no empty frame', () => {
    const { html, attributes, warnings } = shown(
      '<!-- .slide: data-background-video="https://x.example/a.mp4" data-background-iframe="https://x.example" -->\n# A\n\n<video controls><source src="//x.example/b.webm"> No video here </video>\n<audio src="song.xyz"></audio>\n',
    );
    expect([html.replace(/<p>\s*<\/p>/, '').trim(), attributes]).toEqual(['<h1>A</h1>', {}]);
    expect(warnings).toEqual([
      'talk.md:1:37 video "https://x.example/a.mp4" is left out, nothing is fetched from elsewhere',
      'talk.md:1:62 data-background-iframe is left out',
      'talk.md:4:30 video "//x.example/b.webm" is left out, nothing is fetched from elsewhere',
      'talk.md:5:13 picture "song.xyz" is left out, no browser shows such a file',
    ]);
  });
});
