/** What many people wrote, counted by what counts as the same; and the list of it, as the presenter's rulings leave it. */
import { type Verdict, type Visibility, verdictOn } from './kind.ts';
import { legible, sameAs } from './legible.ts';
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

interface Group {
  readonly key: string;
  count: number;
  best?: { readonly form: string; readonly own: boolean; readonly times: number };
}

/** Most frequent first, then by key; merged as the presenter said, without what is hidden or waits. */
export function gathered(
  { people, forms }: Wordings,
  visibility: Visibility,
  { most, limit, together = emptyTable }: Gathering,
): { readonly shown: readonly Wording[]; readonly more: number } {
  const { rulings, to } = visibility;
  const verdictOf = (key: string) => verdictOn(rulings, '', { id: key, common: true });
  const groups = new Map<string, Group>();
  const groupOf = new Map<string, Group>();
  for (const [key, count] of cellsOf(people)) {
    // What was refused stands alone, so that it cannot be seen through the word it was merged into.
    const into = verdictOf(key) === 'approved' ? endOf(rulings.merges, key) : key;
    if (to !== 'presenter' && verdictOf(into) !== 'approved') continue;
    const group = groups.get(into) ?? { key: into, count: 0 };
    group.count += count;
    groups.set(into, group);
    groupOf.set(key, group);
  }
  if (Object.keys(rulings.merges).length > 0) countOnce(groupOf, together);
  const list = [...groups.values()].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  const shown = list.slice(0, most);
  const wanted = new Set(shown);
  for (const [form, { key, times }] of cellsOf(forms)) {
    const group = groupOf.get(key);
    if (group && wanted.has(group)) preferForm(group, { form, own: key === group.key, times });
  }
  return {
    shown: shown.map(({ key, count, best }) => ({
      key,
      text: legible(best?.form ?? key, limit),
      count,
      ...(to === 'presenter' ? { verdict: verdictOf(key) } : {}),
    })),
    more: list.length - shown.length,
  };
}

/** A participant who wrote two things that were merged is one participant. */
function countOnce(groupOf: ReadonlyMap<string, Group>, together: Table<readonly string[]>): void {
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

/** A group is shown in the key's own spelling, unless nobody wrote that; then the most frequent, then by alphabet. */
function preferForm(group: Group, candidate: NonNullable<Group['best']>): void {
  const { best } = group;
  const isBetter =
    !best ||
    (candidate.own !== best.own
      ? candidate.own
      : candidate.times !== best.times
        ? candidate.times > best.times
        : candidate.form < best.form);
  if (isBetter) group.best = candidate;
}

/** Where a chain of merges ends; a circle, which the server refuses, would end at the key itself. */
function endOf(merges: Readonly<Record<string, string>>, key: string): string {
  const passed = new Set<string>();
  let end = key;
  while (Object.hasOwn(merges, end)) {
    if (passed.has(end)) return key;
    passed.add(end);
    end = merges[end] ?? end;
  }
  return end;
}
