/** What reveal.js makes of a slide's attributes, as far as a slide in small shows it. */

/**
 * The step (from 0) at which each fragment of a slide appears. As in reveal.js, numbered ones come first, equal
 * numbers together, then the others one by one.
 */
export function stepsOf(indices: readonly (string | undefined)[]): readonly number[] {
  const numbers = indices.map((index) => (index === undefined ? Number.NaN : Number.parseInt(index, 10)));
  const groups = [...new Set(numbers.filter((number) => !Number.isNaN(number)))].sort((a, b) => a - b);
  let next = groups.length;
  return numbers.map((number) => (Number.isNaN(number) ? next++ : groups.indexOf(number)));
}

/** `data-background` is a colour or a picture, whichever it looks like. */
export function backgroundOf(attributes: Readonly<Record<string, string>>): {
  readonly color?: string | undefined;
  readonly image?: string | undefined;
} {
  const either = attributes['data-background'];
  const isPicture = either !== undefined && /[./]/.test(either) && !either.includes('(');
  return {
    color: attributes['data-background-color'] ?? (isPicture ? undefined : either),
    image: attributes['data-background-image'] ?? (isPicture ? either : undefined),
  };
}
