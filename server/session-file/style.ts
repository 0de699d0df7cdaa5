/** Styles that an author may set: how things look and where on the slide they are, never what is fetched. */

const properties =
  /^(?:(?:margin|padding|border|font|flex|grid|align|justify|place|inset|text|list-style|overflow|object|outline|column|background|transform|inline|block)(?:-[a-z-]+)?|color|width|height|(?:min|max)-(?:width|height|inline-size|block-size)|gap|row-gap|top|right|bottom|left|display|position|float|clear|opacity|visibility|vertical-align|white-space|word-(?:break|spacing)|line-height|letter-spacing|overflow-wrap|hyphens|order|box-shadow|box-sizing|aspect-ratio|direction|writing-mode|filter)$/;
const functions =
  /^(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|var|calc|min|max|clamp|repeat|minmax|fit-content|(?:repeating-)?(?:linear|radial|conic)-gradient|translate[xyz]?|rotate|scale[xy]?|skew[xy]?|blur|brightness|contrast|grayscale|saturate|sepia|drop-shadow)?$/i;
const characters = /^[\w\s.,%#()+*/'"!-]*$/;

/** Whether a value asks for nothing but drawing. */
export function isHarmlessCss(value: string): boolean {
  if (value.length > 500 || !characters.test(value)) return false;
  return [...value.matchAll(/([\w-]*)\s*\(/g)].every(([, name = '']) => functions.test(name));
}

/** The declarations that are allowed; an empty text for none. */
export function safeStyle(style: string): string {
  if (style.length > 4000) return '';
  const kept = style.split(';').flatMap((declaration) => {
    const colon = declaration.indexOf(':');
    const property = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const value = declaration.slice(colon + 1).trim();
    if (colon < 0 || value === '' || !properties.test(property) || !isHarmlessCss(value)) return [];
    // What is fixed to the screen would cover what Plenum shows there.
    if (property === 'position' && !/^(?:relative|absolute|static)$/i.test(value)) return [];
    return [`${property}:${value}`];
  });
  return kept.join(';');
}
