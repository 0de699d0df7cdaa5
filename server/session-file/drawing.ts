/** What formulas and drawings may consist of: MathML and SVG that format and draw, and never fetch or run. */

export const mathTags = [
  'math semantics annotation mrow mi mo mn ms mtext mspace msup msub msubsup mfrac mroot msqrt munder mover',
  'munderover mtable mtr mtd mstyle mpadded mphantom menclose mlabeledtr mmultiscripts mprescripts none',
].flatMap((line) => line.split(' '));

export const mathAttributes: Record<string, string[]> = {
  math: ['xmlns', 'display'],
  annotation: ['encoding'],
  mo: 'stretchy fence separator lspace rspace minsize maxsize symmetric largeop movablelimits accent mathvariant'.split(
    ' ',
  ),
  mspace: ['width', 'height', 'depth', 'linebreak'],
  mtable: ['columnalign', 'rowalign', 'rowspacing', 'columnspacing', 'columnlines', 'rowlines', 'width'],
  mtd: ['columnalign', 'rowalign', 'columnspan', 'rowspan'],
  mstyle: ['scriptlevel', 'displaystyle', 'mathcolor', 'mathbackground', 'mathsize', 'mathvariant'],
  mi: ['mathvariant'],
  mtext: ['mathvariant'],
  mn: ['mathvariant'],
  mpadded: ['width', 'height', 'depth', 'lspace', 'voffset'],
  mfrac: ['linethickness'],
  mover: ['accent'],
  munder: ['accentunder'],
  munderover: ['accent', 'accentunder'],
  menclose: ['notation'],
};

export const svgTags =
  'svg g path line rect circle ellipse polyline polygon text tspan defs lineargradient radialgradient stop marker'.split(
    ' ',
  );

const paint =
  'fill stroke color stop-color stop-opacity opacity fill-opacity stroke-opacity fill-rule stroke-width stroke-linecap stroke-linejoin stroke-dasharray stroke-dashoffset marker-start marker-mid marker-end transform font-size font-weight font-family text-anchor dominant-baseline vector-effect'.split(
    ' ',
  );
const geometry =
  'x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy d points width height viewbox preserveaspectratio xmlns offset gradientunits gradienttransform spreadmethod refx refy markerwidth markerheight markerunits orient pathlength'.split(
    ' ',
  );

export const svgAttributes: Record<string, string[]> = Object.fromEntries(
  svgTags.map((tag) => [tag, [...paint, ...geometry]]),
);

/** A value of a drawing's attribute; undefined where it would fetch. A gradient of the same slide is fine. */
export function safePaint(name: string, value: string): string | undefined {
  if (!paint.includes(name)) return value;
  const isReference = /^\s*url\(\s*(?:#[\w-]+|'#[\w-]+'|"#[\w-]+")\s*\)\s*$/.test(value);
  const fetches = /\\|url|image|src\(/i.test(value);
  return isReference || !fetches ? value : undefined;
}
