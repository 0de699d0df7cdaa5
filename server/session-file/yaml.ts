/** What YAML says when it cannot be read, in our words, and reading it without an exception. */

/** Plain data of a YAML value, or undefined where aliases would multiply it beyond all measure. */
export function plainOf(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** YAML's own words end in a picture of the line, which our place says already. */
export function sentence(message: string): string {
  const first = message.split('\n', 1)[0] ?? '';
  if (first.includes('call stack')) return 'is nested too deeply';
  return first.replace(/ at line \d+, column \d+:?$/, '').replace(/[.:]$/, '');
}
