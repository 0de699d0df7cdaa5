/** What a presenter decides about what people wrote. It changes what is shown and never what is stored. */

/** What a presenter decided about one entry (a text, a word). `pending` waits for approval. */
export type Verdict = 'pending' | 'approved' | 'hidden';

/** The presenter's editing of a result: it changes what is shown and never what is stored. */
export interface Rulings {
  /** Entries without a verdict wait for approval when the author asked for moderation. */
  readonly moderate: boolean;
  /** By `verdictKey(participant, entry)`. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** From a word's key to the key it was merged into. */
  readonly merges: Readonly<Record<string, string>>;
}

/** One thing a participant wrote that may need a verdict. */
export interface Entry {
  readonly id: string;
  readonly text: string;
  /** The file of a picture to judge, as `files` names it. */
  readonly picture?: string;
  /** True when a verdict holds for everybody who wrote the same, as with a word in a cloud. */
  readonly common: boolean;
}

/** Where a verdict is kept. A common entry has one verdict whoever wrote it. */
export function verdictKey(participant: string, entry: Pick<Entry, 'id' | 'common'>): string {
  return entry.common ? `* ${entry.id}` : `${participant} ${entry.id}`;
}

/** Whether a verdict kept there is on words, whoever wrote them, and so on the activity in each of its rounds. */
export function isCommon(key: string): boolean {
  return key.startsWith('* ');
}

/**
 * What a new round takes over: merges and verdicts on words, since the same words are written again. A verdict on what
 * one participant wrote is about that alone.
 */
export function carried(rulings: Rulings): Rulings {
  const verdicts = Object.fromEntries(Object.entries(rulings.verdicts).filter(([key]) => isCommon(key)));
  return { ...rulings, verdicts };
}

/** The verdict in force for an entry. */
export function verdictOn(
  rulings: Rulings,
  participant: string,
  entry: Pick<Entry, 'id' | 'common'>,
): Verdict {
  return rulings.verdicts[verdictKey(participant, entry)] ?? unruled(rulings);
}

/** `verdictOn` for many entries under the same rulings; fast where nothing was ruled yet. */
export function verdictsUnder(
  rulings: Rulings,
): (participant: string, entry: Pick<Entry, 'id' | 'common'>) => Verdict {
  const verdict = unruled(rulings);
  if (Object.keys(rulings.verdicts).length === 0) return () => verdict;
  return (participant, entry) => rulings.verdicts[verdictKey(participant, entry)] ?? verdict;
}

function unruled({ moderate }: Rulings): Verdict {
  return moderate ? 'pending' : 'approved';
}

/** No editing at all: what a kind's tests and the export start from. */
export const noRulings: Rulings = { moderate: false, verdicts: {}, merges: {} };
