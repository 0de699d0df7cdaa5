/** What an author wrote for one activity, handed to a kind to read; and the reading of it, faults and all. */
import * as v from 'valibot';
import { fingerprint, folded, legible } from './legible.ts';

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
  /** A directive written in the item's line, for kinds that are made of others. */
  readonly directive?: ItemDirective | undefined;
}

export type ItemDirective = Pick<Directive, 'keyword' | 'options' | 'placeOf' | 'line' | 'column'>;

/** A table under a directive; cells are plain text. */
export interface DirectiveTable extends Place {
  readonly head: readonly string[];
  /** Each as long as the head. */
  readonly rows: readonly (readonly string[])[];
}

export interface Directive extends Place {
  readonly keyword: string;
  /** Plain text of the nearest heading above, or of the option `question`. */
  readonly question: string;
  /** The YAML options as plain data, without the ones every kind shares. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly list: readonly ListItem[];
  /** The table under it, or under its list. */
  readonly table?: DirectiveTable | undefined;
  /** Where an option is written; the directive itself when it is not. */
  placeOf(option: string): Place;
}

export type Reading<Options> =
  | { readonly ok: true; readonly options: Options }
  | { readonly ok: false; readonly faults: readonly Fault[] };

type OptionsSchema<Options> = v.GenericSchema<unknown, Options> & {
  readonly entries: Readonly<Record<string, unknown>>;
};

/**
 * Reads the author's options together with those `filled` from the list, which an author cannot write.
 * Each mistake becomes a fault at the option it is about; a list item's stands at the item
 * (`listOption` names the option that holds one entry for each item).
 */
export function readOptions<Options>(
  directive: Directive,
  schema: OptionsSchema<Options>,
  filled: Readonly<Record<string, unknown>> = {},
  listOption?: string,
): Reading<Options> {
  const known = Object.keys(schema.entries).filter((name) => !Object.hasOwn(filled, name));
  const [written, unknown]: [string[], string[]] = [[], []];
  for (const name of Object.keys(directive.options)) (known.includes(name) ? written : unknown).push(name);
  const faults = unknown.map((name): Fault => {
    const near = nearest(name, known);
    const hint = near ? `, did you mean "${near}"?` : '';
    return faultAt(directive.placeOf(name), directive, `unknown option "${legible(name, 40)}"${hint}`);
  });
  const authored = Object.fromEntries(written.map((name) => [name, directive.options[name]]));
  const result = v.safeParse(schema, { ...authored, ...filled });
  if (result.success && faults.length === 0) return { ok: true, options: result.output };
  for (const issue of result.issues ?? []) {
    const fault = faultAt(placeOfIssue(directive, issue, listOption), directive, issue.message);
    // Two names of one option may both be missing.
    const isTold = faults.some(
      ({ line, column, message }) =>
        line === fault.line && column === fault.column && message === fault.message,
    );
    if (!isTold) faults.push(fault);
  }
  return { ok: false, faults };
}

/** What was read, unless something is wrong besides: then all that is wrong, `faults` first. */
export function withFaults<Options>(reading: Reading<Options>, faults: readonly Fault[]): Reading<Options> {
  if (faults.length === 0) return reading;
  return { ok: false, faults: reading.ok ? faults : [...faults, ...reading.faults] };
}

/** Reads options of a kind that has no use for a list; `instead` says where its contents come from. */
export function readWithoutList<Options>(
  directive: Directive,
  schema: OptionsSchema<Options>,
  instead: string,
): Reading<Options> {
  const [item] = directive.list;
  const faults = item ? [faultAt(item, directive, `takes no list below it, ${instead}`)] : [];
  return withFaults(readOptions(directive, schema), faults);
}

/** An option that is a name or another text. YAML reads `2` and `true` as something else: they count as written. */
export function textOption(message: string) {
  return v.pipe(v.union([v.string(), v.number(), v.boolean()], message), v.transform(String), v.trim());
}

/** An option that is a whole number from `from` to `to`, both included. */
export function wholeNumber(name: string, from: number, to: number) {
  const message = `${name} must be a whole number from ${from} to ${to}`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(from, message), v.maxValue(to, message));
}

/** An item of a list as it stands in the options: `noun` is what faults call it, `most` its longest text in characters. */
export function listItem(noun: string, most: number) {
  const text = v.pipe(
    v.string(),
    v.minLength(1, `has an empty ${noun}`),
    v.maxLength(most, `takes ${noun}s of at most ${most} characters`),
  );
  return v.object({ id: v.string(), text });
}

/** A fault of a kind's directive: `message` says what is wrong, the keyword goes before it. */
export function faultAt({ line, column }: Place, { keyword }: Directive, message: string): Fault {
  return { line, column, message: `${keyword}: ${message}` };
}

function placeOfIssue(directive: Directive, { path }: v.BaseIssue<unknown>, listOption?: string): Place {
  const [first, second] = path ?? [];
  if (first === undefined) return directive;
  if (first.key !== listOption) return directive.placeOf(String(first.key));
  return (typeof second?.key === 'number' ? directive.list[second.key] : undefined) ?? directive;
}

/** For a list's schema: each id may occur once; the issue stands at the second one. */
export function distinct<Item extends { id: string; text: string }>(what: string) {
  return v.rawCheck<Item[]>(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { value } = dataset;
    value.forEach((item, key) => {
      if (value.findIndex((each) => each.id === item.id) === key) return;
      addIssue({
        message: `has the same ${what} twice: "${legible(item.text, 60)}"`,
        path: [{ type: 'array', origin: 'value', input: value, key, value: item }],
      });
    });
  });
}

/** The known word at most two edits away from `word` (one edit for words of up to five letters), if any. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = word.length <= 5 ? 2 : 3;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Insertions, deletions, substitutions and swaps of neighbours, each counted one (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwap ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substitution, swap));
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}

/**
 * The id of a text: small letters and digits of any script, joined by hyphens, at most 60 characters.
 * Accents go ("Élan vital!" is "elan-vital"). What is cut off, or has neither letters nor digits, gets a
 * fingerprint instead, so that other texts have other ids; an empty text is "item".
 */
export function slug(text: string): string {
  const plain = folded(text).replaceAll(' ', '-');
  const letters = [...plain];
  if (letters.length > 60) return `${letters.slice(0, 43).join('').replace(/-$/, '')}-${fingerprint(plain)}`;
  // An id is also a key of plain objects, which have this one already.
  if (plain === 'constructor') return 'constructor-item';
  if (plain !== '') return plain;
  return text.trim() === '' ? 'item' : `item-${fingerprint(text.trim())}`;
}

/** The texts of a list with their ids: the slug, and a fingerprint where others would have the same ("C", "C++"). */
export function identified(texts: readonly string[]): { id: string; text: string }[] {
  const named = texts.map((text) => ({ text, id: slug(text), name: text.trim().toLowerCase() }));
  return named.map(({ text, id, name }) => {
    const isShared = named.some((other) => other.id === id && other.name !== name);
    return { id: isShared ? `${id}-${fingerprint(name)}` : id, text };
  });
}
