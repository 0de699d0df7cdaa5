/** What many people wrote, counted by what counts as the same; and the list of it, as the presenter's rulings leave it. */
import { foremost } from './foremost.ts';
import type { Visibility } from './kind.ts';
import { legible, sameAs } from './legible.ts';
import { type Rulings, type Verdict, verdictsUnder } from './rulings.ts';
import { cellsOf, changed, emptyTable, type Table } from './table.ts';

export interface Wordings {
  /** By key, how many participants wrote it in any form. */
  readonly people: Table<number>;
  /** By written form, how often. */
  readonly forms: Table<{ readonly key: string; readonly times: number }>;
}

/** Everything that counts as the same, under the form to show. */
export interface Wording {
  /** What a verdict or a merge names it by. */
  readonly key: string;
  readonly text: string;
  /** Participants who wrote it, or something merged into it. */
  readonly count: number;
  /** For the presenter alone; others see what is approved. */
  readonly verdict?: Verdict;
}

export const noWordings: Wordings = { people: emptyTable, forms: emptyTable };

/** Counts one participant for what they wrote; call it once for each key of theirs. */
export function withWording({ people, forms }: Wordings, form: string, key = sameAs(form)): Wordings {
  return {
    people: changed(people, key, (before = 0) => before + 1),
    forms: changed(forms, form, (before) => ({ key, times: (before?.times ?? 0) + 1 })),
  };
}

export interface Gathering {
  /** Longest list. */
  readonly most: number;
  /** Longest text, in characters. */
  readonly limit: number;
  /** Keys that one participant wrote together, so that merging two of them counts the participant once. */
  readonly together?: Table<readonly string[]>;
}

/** One spelling of what counts as the same. */
export interface Form {
  readonly form: string;
  /** Of the group's own key, not of one merged into it. */
  readonly own: boolean;
  readonly times: number;
}

interface Group {
  readonly key: string;
  /** Its own key, and those merged into it. */
  readonly keys: string[];
  count: number;
  best: Form | undefined;
}

/** Most frequent first, then by key; merged as the presenter said, without what is hidden or waits. */
export function gathered(
  { people, forms }: Wordings,
  visibility: Visibility,
  { most, limit, together = emptyTable }: Gathering,
): { readonly shown: readonly Wording[]; readonly more: number } {
  const { rulings, to } = visibility;
  const verdictUnder = verdictsUnder(rulings);
  const verdictOf = (key: string) => verdictUnder('', { id: key, common: true });
  const isMerging = Object.keys(rulings.merges).length > 0;
  const groups = new Map<string, Group>();
  for (const [key, count] of cellsOf(people)) {
    // What was refused stands alone, so that it cannot be seen through the word it was merged into.
    const into = isMerging && verdictOf(key) === 'approved' ? endOf(rulings.merges, key) : key;
    if (to !== 'presenter' && verdictOf(into) !== 'approved') continue;
    const group = groups.get(into);
    if (group) {
      group.count += count;
      group.keys.push(key);
    } else groups.set(into, { key: into, count, keys: [key], best: undefined });
  }
  if (isMerging) countOnce(groups, together);
  const shown = foremost(groups.values(), most, (a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  const wanted = new Map(shown.flatMap((group) => group.keys.map((key) => [key, group] as const)));
  for (const [form, { key, times }] of cellsOf(forms)) {
    const group = wanted.get(key);
    if (group) group.best = betterForm(group.best, { form, own: key === group.key, times });
  }
  return {
    shown: shown.map(({ key, count, best }) => ({
      key,
      text: legible(best?.form ?? key, limit),
      count,
      ...(to === 'presenter' ? { verdict: verdictOf(key) } : {}),
    })),
    more: groups.size - shown.length,
  };
}

/** A participant who wrote two things that were merged is one participant. */
function countOnce(groups: ReadonlyMap<string, Group>, together: Table<readonly string[]>): void {
  const merged = [...groups.values()].filter((group) => group.keys.length > 1);
  const groupOf = new Map(merged.flatMap((group) => group.keys.map((key) => [key, group] as const)));
  for (const [, keys] of cellsOf(together)) {
    const seen = new Set<Group>();
    for (const key of keys) {
      const group = groupOf.get(key);
      if (!group) continue;
      if (seen.has(group)) group.count--;
      seen.add(group);
    }
  }
}

/** One merge, as the console lists it to be undone. */
export interface Merged {
  /** What was merged, as a merge names it. */
  readonly key: string;
  readonly text: string;
  /** What it was merged into. */
  readonly into: string;
}

/**
 * The merges in force, in the order in which they were made; `formOf` is how people write a key, if anybody does. What may
 * not be seen counts with nothing.
 */
export function mergedUnder(
  rulings: Rulings,
  formOf: (key: string) => string | undefined,
  limit: number,
): readonly Merged[] {
  const { merges } = rulings;
  const verdictOf = verdictsUnder(rulings);
  const text = (key: string) => legible(formOf(key) ?? key, limit);
  return Object.keys(merges)
    .map((key) => ({ key, end: endOf(merges, key) }))
    .filter(({ key, end }) => [key, end].every((id) => verdictOf('', { id, common: true }) === 'approved'))
    .map(({ key, end }) => ({ key, text: text(key), into: text(end) }));
}

/** How most people write each of these keys. */
export function formsOf({ forms }: Wordings, keys: ReadonlySet<string>): ReadonlyMap<string, string> {
  const best = new Map<string, Form>();
  for (const [form, { key, times }] of cellsOf(forms)) {
    if (keys.has(key)) best.set(key, betterForm(best.get(key), { form, own: true, times }));
  }
  return new Map([...best].map(([key, { form }]) => [key, form]));
}

/** A group is shown in the key's own spelling, unless nobody wrote that; then the most frequent, then by alphabet. */
export function betterForm(best: Form | undefined, candidate: Form): Form {
  if (!best) return candidate;
  const isBetter =
    candidate.own !== best.own
      ? candidate.own
      : candidate.times !== best.times
        ? candidate.times > best.times
        : candidate.form < best.form;
  return isBetter ? candidate : best;
}

/** Where a chain of merges ends; a circle, which the server refuses, would end at the key itself. */
export function endOf(merges: Readonly<Record<string, string>>, key: string): string {
  const passed = new Set<string>();
  let end = key;
  while (Object.hasOwn(merges, end)) {
    if (passed.has(end)) return key;
    passed.add(end);
    end = merges[end] ?? end;
  }
  return end;
}
