/** What an author wrote for one activity, handed to a kind to read; and the reading of it, faults and all. */
import * as v from 'valibot';

/** A place in the session file; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** One mistake of an author, shown as `talk.md:42:6 message`. The message is one sentence without a full stop. */
export interface Fault extends Place {
  readonly message: string;
}

/** One item of the list under a directive. */
export interface ListItem extends Place {
  /** Plain text, without the task box. */
  readonly text: string;
  /** `[x]` is true, `[ ]` is false, no box is undefined. */
  readonly checked: boolean | undefined;
  readonly image: { readonly src: string; readonly alt: string } | undefined;
  readonly items: readonly ListItem[];
}

export interface Directive extends Place {
  readonly keyword: string;
  /** Plain text of the nearest heading above, or of the option `question`. */
  readonly question: string;
  /** The YAML options as plain data, without the ones every kind shares. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly list: readonly ListItem[];
  /** Where an option is written; the directive itself when it is not. */
  placeOf(option: string): Place;
}

export type Reading<Options> =
  | { readonly ok: true; readonly options: Options }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Reads options with a kind's schema. Each issue becomes a fault at the option it is about;
 * a list item's issue stands at the item (`lists` names the option that was filled from the list).
 */
export function readOptions<Options>(
  directive: Directive,
  schema: v.GenericSchema<unknown, Options>,
  raw: Readonly<Record<string, unknown>>,
  listOption?: string,
): Reading<Options> {
  const result = v.safeParse(schema, raw);
  if (result.success) return { ok: true, options: result.output };
  const faults = result.issues.map((issue): Fault => {
    const [first, second] = issue.path ?? [];
    const option = typeof first?.key === 'string' ? first.key : undefined;
    const place = placeOfIssue(directive, option, second?.key, listOption);
    return { line: place.line, column: place.column, message: messageOf(directive, issue, option, schema) };
  });
  return { ok: false, faults };
}

function placeOfIssue(
  directive: Directive,
  option: string | undefined,
  index: unknown,
  listOption?: string,
): Place {
  if (option === undefined) return directive;
  if (option === listOption) {
    const item = typeof index === 'number' ? directive.list[index] : undefined;
    return item ?? directive;
  }
  return directive.placeOf(option);
}

function messageOf(
  directive: Directive,
  issue: v.BaseIssue<unknown>,
  option: string | undefined,
  schema: v.GenericSchema<unknown, unknown>,
): string {
  if (issue.type === 'strict_object' && option !== undefined && issue.expected === 'never') {
    const known = 'entries' in schema && isRecord(schema.entries) ? Object.keys(schema.entries) : [];
    const near = nearest(option, known);
    return `${directive.keyword}: unknown option "${option}"${near ? `, did you mean "${near}"?` : ''}`;
  }
  return `${directive.keyword}: ${issue.message}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The known word at most two edits away from `word` (one edit for words under four letters), if any. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = word.length < 4 ? 2 : 3;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Levenshtein's distance: insertions, deletions and substitutions, each counted one. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substitution));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/**
 * The id of a text: lower case, letters and digits of any script, joined by hyphens, at most 60 characters.
 * Accents go ("Élan vital!" is "elan-vital"); a text without letters or digits is "item".
 */
export function slug(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return [...plain].slice(0, 60).join('').replace(/-+$/, '') || 'item';
}
