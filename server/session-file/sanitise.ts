/** HTML of a slide, made harmless: what an author writes may format, never run. */
import sanitizeHtml from 'sanitize-html';

const mathematics = [
  'math',
  'semantics',
  'annotation',
  'mrow',
  'mi',
  'mo',
  'mn',
  'ms',
  'mtext',
  'mspace',
  'msup',
  'msub',
  'msubsup',
  'mfrac',
  'mroot',
  'msqrt',
  'munder',
  'mover',
  'munderover',
  'mtable',
  'mtr',
  'mtd',
  'mstyle',
  'mpadded',
  'mphantom',
  'menclose',
  'mglyph',
  'mlabeledtr',
  'mmultiscripts',
  'mprescripts',
  'none',
];

export interface Sanitised {
  readonly html: string;
  /** Steps that reveal.js will count: fragments with the same index make one. */
  readonly fragments: number;
}

/** `picture` gives the address to show an image from, or undefined to leave it out. */
export function sanitise(dirty: string, picture: (src: string) => string | undefined): Sanitised {
  const indices = new Set<string>();
  let single = 0;
  const html = sanitizeHtml(dirty, {
    allowedTags: [
      ...sanitizeHtml.defaults.allowedTags.filter((tag) => tag !== 'iframe'),
      ...mathematics,
      'img',
      'svg',
      'path',
      'line',
      'video',
      'audio',
      'source',
      'del',
      'ins',
      'details',
      'summary',
      'picture',
    ],
    allowedAttributes: {
      '*': ['class', 'id', 'style', 'title', 'dir', 'lang', 'role', 'aria-*', 'data-*'],
      a: ['href', 'rel'],
      img: ['src', 'alt', 'width', 'height'],
      video: ['src', 'controls', 'width', 'height', 'muted', 'loop', 'poster'],
      audio: ['src', 'controls'],
      source: ['src', 'type'],
      ol: ['start', 'type'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan', 'scope'],
      svg: ['width', 'height', 'viewbox', 'preserveaspectratio', 'xmlns'],
      path: ['d'],
      line: ['x1', 'x2', 'y1', 'y2', 'stroke-width'],
      math: ['xmlns', 'display'],
      annotation: ['encoding'],
      mo: [
        'stretchy',
        'fence',
        'separator',
        'lspace',
        'rspace',
        'minsize',
        'maxsize',
        'symmetric',
        'largeop',
        'accent',
      ],
      mspace: ['width', 'height', 'depth', 'linebreak'],
      mtable: ['columnalign', 'rowspacing', 'columnspacing', 'columnlines', 'rowlines', 'width'],
      mstyle: ['scriptlevel', 'displaystyle', 'mathcolor'],
      mi: ['mathvariant'],
      mtext: ['mathvariant'],
      mn: ['mathvariant'],
      mpadded: ['width', 'height', 'depth', 'lspace', 'voffset'],
      mfrac: ['linethickness'],
      mover: ['accent'],
      munder: ['accentunder'],
      munderover: ['accent', 'accentunder'],
      menclose: ['notation'],
    },
    // Addresses elsewhere are for links alone: nothing is fetched from there.
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['data'], video: [], audio: [], source: [] },
    allowProtocolRelative: false,
    // Styles of an author keep their shape but may not fetch.
    parseStyleAttributes: false,
    transformTags: {
      '*': (tagName, attribs) => {
        if ((attribs.class ?? '').split(/\s+/).includes('fragment')) {
          const index = attribs['data-fragment-index'];
          if (index === undefined) single++;
          else indices.add(index);
        }
        const { style, ...others } = attribs;
        return {
          tagName,
          attribs: style === undefined || /url|expression|@import/i.test(style) ? others : attribs,
        };
      },
      img: (tagName, attribs) => {
        const src = picture(attribs.src ?? '');
        const { src: _, ...others } = attribs;
        return { tagName, attribs: src === undefined ? others : { ...others, src } };
      },
      a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: 'noopener noreferrer' } }),
    },
  });
  return { html: html.trim(), fragments: single + indices.size };
}
