/**
 * Compares what phones remember with what a facilitator downloads, as set arithmetic: lost, twice, invented, wrong.
 *
 * A download names nobody, so a phone is known by what only it has sent: give each simulated phone a text of its own
 * in at least one activity, and all its other answers are checked under its own pseudonym. Phones that cannot be told
 * apart are checked as a crowd: as many of each answer as were acknowledged.
 */
import * as v from 'valibot';
import type { Acknowledgement } from '../protocol/refusals.ts';

/** One answer as its phone knows it. A resend of the same `n` may be the same sending or one of its own. */
export interface Sending {
  readonly activity: string;
  readonly round: number;
  readonly n: number;
  readonly response: unknown;
  /** Undefined while nobody has said what became of it: it may be stored, and need not be. */
  readonly outcome: Acknowledgement | undefined;
}

/** Everything one phone sent, in any order. */
export type Ledger = readonly Sending[];

const resultsFile = v.strictObject({
  session: v.string(),
  deck: v.string(),
  activities: v.array(
    v.strictObject({
      id: v.string(),
      kind: v.string(),
      question: v.string(),
      options: v.unknown(),
      rounds: v.array(
        v.strictObject({
          round: v.number(),
          responses: v.array(
            v.strictObject({ participant: v.string(), response: v.unknown(), at: v.string() }),
          ),
          derived: v.optional(
            v.array(
              v.strictObject({
                participant: v.string(),
                item: v.string(),
                value: v.union([v.string(), v.number()]),
              }),
            ),
          ),
        }),
      ),
    }),
  ),
});
export type ResultsFile = v.InferOutput<typeof resultsFile>;

/** Reads `results.json`; throws when it is not of the documented shape. */
export function readResults(text: string): ResultsFile {
  return v.parse(resultsFile, JSON.parse(text));
}

/** One sentence for each fault. */
export interface Audit {
  /** Acknowledged and not there. */
  readonly lost: readonly string[];
  /** There once more than it was given, or under two pseudonyms. */
  readonly twice: readonly string[];
  /** There though nobody gave it, or though it was refused. */
  readonly invented: readonly string[];
  /** Another answer than the latest acknowledged one stands for a phone. */
  readonly wrong: readonly string[];
}

/** What every audit must be. */
export const nothingAmiss: Audit = { lost: [], twice: [], invented: [], wrong: [] };

type Found = Record<keyof Audit, string[]>;

/** What one phone's ledger says of one round of one activity. */
interface Claim {
  readonly phone: string;
  readonly place: string;
  /** Whether an answer must be there. */
  readonly must: boolean;
  /** The answers that may stand there: the latest acknowledged one, and later ones nobody has spoken of. */
  readonly fine: readonly string[];
  /** All it ever sent there. */
  readonly sent: ReadonlySet<string>;
}

interface Stored {
  readonly participant: string;
  readonly place: string;
  readonly value: string;
}

export function audit(ledgers: readonly Ledger[], results: ResultsFile): Audit {
  const found: Found = { lost: [], twice: [], invented: [], wrong: [] };
  const claims = ledgers.flatMap((ledger, index) => claimsOf(ledger, `phone ${index}`));
  const stored = storedOnce(results, found);
  const phoneOf = recognised(claims, stored, found);
  const known = new Set(phoneOf.values());
  const own = stored.filter(({ participant }) => phoneOf.has(participant));
  auditOwn(
    claims.filter(({ phone }) => known.has(phone)),
    own.map((each) => ({ ...each, phone: phoneOf.get(each.participant) ?? '' })),
    found,
  );
  const crowd = Object.groupBy(
    claims.filter(({ phone }) => !known.has(phone)),
    ({ place }) => place,
  );
  const others = Object.groupBy(
    stored.filter(({ participant }) => !phoneOf.has(participant)),
    ({ place }) => place,
  );
  for (const place of new Set([...Object.keys(crowd), ...Object.keys(others)]))
    auditCrowd(
      place,
      crowd[place] ?? [],
      (others[place] ?? []).map(({ value }) => value),
      found,
    );
  return found;
}

function claimsOf(ledger: Ledger, phone: string): Claim[] {
  const places = Object.groupBy(ledger, ({ activity, round }) => placeOf(activity, round));
  return Object.entries(places).map(([place, sendings = []]) => {
    const numbers = Object.values(Object.groupBy(sendings, ({ n }) => n)).map((same = []) => ({
      n: same[0]?.n ?? 0,
      value: canonical(same[0]?.response),
      // One word on a resend is a word on all of them.
      outcome:
        same.find(({ outcome }) => outcome !== undefined && 'ok' in outcome)?.outcome ?? same.at(-1)?.outcome,
    }));
    const saved = numbers.filter(({ outcome }) => outcome !== undefined && 'ok' in outcome);
    const latest = saved.toSorted((a, b) => b.n - a.n)[0];
    const open = numbers.filter(({ n, outcome }) => outcome === undefined && n > (latest?.n ?? 0));
    const fine = new Set([...(latest ? [latest] : []), ...open].map(({ value }) => value));
    const sent = new Set(numbers.map(({ value }) => value));
    return { phone, place, must: latest !== undefined, fine: [...fine], sent };
  });
}

/** What is in the file; a pseudonym that stands twice in one round is counted there once. */
function storedOnce(results: ResultsFile, found: Found): Stored[] {
  const stored = new Map<string, Stored>();
  for (const { id, rounds } of results.activities) {
    for (const { round, responses } of rounds) {
      for (const { participant, response } of responses) {
        const place = placeOf(id, round);
        const key = `${participant} ${place}`;
        if (stored.has(key)) found.twice.push(`${place}: ${participant} is there twice`);
        else stored.set(key, { participant, place, value: canonical(response) });
      }
    }
  }
  return [...stored.values()];
}

/** By pseudonym, the phone that alone has sent one of its answers. A second pseudonym of a phone is a fault. */
function recognised(
  claims: readonly Claim[],
  stored: readonly Stored[],
  found: Found,
): ReadonlyMap<string, string> {
  const senders = new Map<string, string | null>();
  for (const { phone, place, sent } of claims) {
    for (const value of sent) {
      const key = `${place} ${value}`;
      senders.set(key, senders.has(key) ? null : phone);
    }
  }
  const phoneOf = new Map<string, string>();
  const pseudonymOf = new Map<string, string>();
  for (const { participant, place, value } of stored) {
    const phone = senders.get(`${place} ${value}`);
    if (!phone || phoneOf.has(participant)) continue;
    const first = pseudonymOf.get(phone);
    if (first !== undefined) found.twice.push(`${place}: ${phone} is both ${first} and ${participant}`);
    else pseudonymOf.set(phone, participant);
    phoneOf.set(participant, phone);
  }
  return phoneOf;
}

/** Phones that are known, each against what stands under its own pseudonym. */
function auditOwn(
  claims: readonly Claim[],
  stored: readonly (Stored & { readonly phone: string })[],
  found: Found,
): void {
  const there = new Map(stored.map((each) => [`${each.phone} ${each.place}`, each]));
  const claimed = new Map(claims.map((each) => [`${each.phone} ${each.place}`, each]));
  for (const [key, { phone, place, must, fine }] of claimed) {
    if (must && !there.has(key)) found.lost.push(`${place}: ${phone} sent ${fine.join(' or ')}`);
  }
  for (const { phone, participant, place, value } of stored) {
    const claim = claimed.get(`${phone} ${place}`);
    const said = `${place}: ${participant} is ${phone} and has ${value}`;
    if (claim?.fine.includes(value)) continue;
    if (claim?.must) found.wrong.push(`${said} instead of ${claim.fine.join(' or ')}`);
    else found.invented.push(said);
  }
}

/** Phones that cannot be told apart: every claim takes one of the values it is fine with, those that must go first. */
function auditCrowd(place: string, claims: readonly Claim[], values: readonly string[], found: Found): void {
  const left = new Map<string, number>();
  for (const value of values) left.set(value, (left.get(value) ?? 0) + 1);
  const unmet = matched(claims, left);
  for (const [value, count] of left) {
    for (let each = 0; each < count; each++) {
      const stale = unmet.findIndex(({ sent }) => sent.has(value));
      const isKnown = claims.some(({ sent }) => sent.has(value));
      const instead = stale >= 0 || isKnown ? stale : unmet.length - 1;
      const [phone] = instead >= 0 ? unmet.splice(instead, 1) : [];
      if (phone)
        found.wrong.push(`${place}: ${value} instead of ${phone.fine.join(' or ')} of ${phone.phone}`);
      else if (claims.some(({ fine }) => fine.includes(value)))
        found.twice.push(`${place}: ${value} once too often`);
      else found.invented.push(`${place}: ${value} of nobody`);
    }
  }
  for (const { phone, fine } of unmet) found.lost.push(`${place}: ${phone} sent ${fine.join(' or ')}`);
}

/**
 * Gives each claim one of `left`, which holds in the end what nobody takes; returns the claims that must be met and
 * are not. Augmenting paths (Kuhn's algorithm), so that a phone with a choice never takes what another one needs.
 */
function matched(claims: readonly Claim[], left: Map<string, number>): Claim[] {
  const takers = new Map<string, Set<Claim>>();
  const give = (claim: Claim, tried: Set<string>): boolean => {
    for (const value of claim.fine) {
      if (tried.has(value)) continue;
      tried.add(value);
      const free = left.get(value) ?? 0;
      const taken = takers.get(value) ?? new Set();
      const moved = free > 0 ? undefined : [...taken].find((other) => give(other, tried));
      if (free === 0 && !moved) continue;
      if (free > 0) left.set(value, free - 1);
      if (moved) taken.delete(moved);
      // Who has no choice never moves.
      if (claim.fine.length > 1) takers.set(value, taken.add(claim));
      return true;
    }
    return false;
  };
  const must = claims.filter((claim) => claim.must);
  const unmet = must.filter((claim) => !give(claim, new Set()));
  for (const claim of claims) if (!claim.must) give(claim, new Set());
  return unmet;
}

function placeOf(activity: string, round: number): string {
  return `${activity} round ${round}`;
}

/** The same text for the same answer, whatever the order of its keys. */
function canonical(response: unknown): string {
  return (
    JSON.stringify(response, (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    ) ?? 'nothing'
  );
}
