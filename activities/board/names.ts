/** Names among other words: each keeps its own direction. */

export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
