/** Places in the source of a session file, and what was found wrong there. */
import type { Fault, Place } from '../../activities/directive.ts';

export class Source {
  readonly lines: readonly string[];
  readonly faults: Fault[] = [];
  readonly warnings: Fault[] = [];

  constructor(text: string) {
    this.lines = text.split('\n');
  }

  fault(place: Place, message: string): void {
    this.faults.push({ line: place.line, column: place.column, message });
  }

  warn(place: Place, message: string): void {
    this.warnings.push({ line: place.line, column: place.column, message });
  }

  /** Where a text first stands at or below a line (from 1), at most 20 lines on; the line's start if nowhere. */
  find(text: string, line: number): Place {
    for (let at = line; at < line + 20 && at <= this.lines.length; at++) {
      const column = this.lines[at - 1]?.indexOf(text) ?? -1;
      if (column >= 0) return { line: at, column: column + 1 };
    }
    return this.startOf(line);
  }

  /** The first character of a line (from 1) that is no space. */
  startOf(line: number): Place {
    const indent = /^[\s>]*/.exec(this.lines[line - 1] ?? '')?.[0].length ?? 0;
    return { line, column: indent + 1 };
  }

  /** The place so many characters after another; used for what stands inside a comment of several lines. */
  after(place: Place, text: string, offset: number): Place {
    const before = text.slice(0, offset).split('\n');
    const last = before.at(-1) ?? '';
    return before.length === 1
      ? { line: place.line, column: place.column + last.length }
      : { line: place.line + before.length - 1, column: last.length + 1 };
  }
}
