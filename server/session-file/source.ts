/** Places in the source of a session file, and what was found wrong there. */
import type { Fault, Place } from '../../activities/directive.ts';

export class Source {
  readonly lines: readonly string[];
  readonly faults: Fault[] = [];
  readonly warnings: Fault[] = [];
  /** Pictures beside the file that it shows, for whoever can look whether they are there. */
  readonly pictures: { readonly path: string; readonly place: Place }[] = [];

  /** A text that ends its lines with `\n` alone, or its lines. */
  constructor(text: string | readonly string[]) {
    this.lines = typeof text === 'string' ? text.split('\n') : text;
  }

  /** The same lines, to try a reading without telling what is wrong with it. */
  apart(): Source {
    return new Source(this.lines);
  }

  fault(place: Place, message: string): void {
    this.faults.push({ line: place.line, column: place.column, message });
  }

  warn(place: Place, message: string): void {
    this.warnings.push({ line: place.line, column: place.column, message });
  }

  /** Where a text first stands from `start` to the end of `lastLine`, or undefined. */
  search(text: string, start: Place, lastLine: number): Place | undefined {
    for (let line = start.line; line <= Math.min(lastLine, this.lines.length); line++) {
      const from = line === start.line ? start.column - 1 : 0;
      const column = this.lines[line - 1]?.indexOf(text, from) ?? -1;
      if (column >= 0) return { line, column: column + 1 };
    }
    return undefined;
  }

  /** The first character of a line (from 1) that is neither a space nor the mark of a quote. */
  startOf(line: number): Place {
    const indent = /^[\s>]*/.exec(this.lines[line - 1] ?? '')?.[0].length ?? 0;
    return { line, column: indent + 1 };
  }
}

/** The place `offset` characters into a text that begins at `place`. */
export function placeIn(place: Place, text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  if (lastBreak < 0) return { line: place.line, column: place.column + before.length };
  return { line: place.line + before.split('\n').length - 1, column: before.length - lastBreak };
}
