/**
 * The room's map: the maps of many folded into one network, and what it says of the system.
 *
 * **Who "us" is.** Everybody draws themselves. Those who say "this is where I work" are that party, and their links are the
 * party's: forty people from fifteen organisations so draw a network of organisations, each known from inside. All others
 * stand in the middle together, as one node: us, the room. Drawing forty "me"s would show how many drew, and nothing of
 * the system; folding everybody into the middle would lose who talks to whom.
 *
 * **Central** is who has the greatest strength: the sum of how often (1..5) over all links drawn, which is the mean times
 * how many drew it, added up over its neighbours (weighted degree; Barrat, Barthélemy, Pastor-Satorras and Vespignani,
 * "The architecture of complex weighted networks", PNAS 101, 2004). It rises with being on many maps and with much talk,
 * which is what a room means by "central". Betweenness says more about brokers, and next to nothing here: most links go
 * through the middle because of how they were asked for.
 *
 * **At the edge** is who has the least, of those on at least two maps; who is on one map alone is listed apart, for that is
 * the question "who have the rest of us forgotten?".
 *
 * **Trust** of a link is the mean of its signs (-1, 0, 1), once three people have drawn it: nobody's lone judgement of
 * colleagues stands on a wall, where others can guess whose it is.
 */
import { foremost } from '../foremost.ts';
import { type Rulings, verdictsUnder } from '../rulings.ts';
import { cellsOf } from '../table.ts';
import { betterForm, endOf, type Form } from '../wordings.ts';
import { added, endsOf, type PairSums, pairOf, turned, us } from './response.ts';
import type { MapTally } from './tally.ts';

/** A party as the room sees it. */
export interface Party {
  readonly key: string;
  /** As most wrote it. */
  readonly form: string;
  readonly people: number;
  readonly inside: number;
  readonly ratings: number;
  /** Of all ratings together. */
  readonly size: number;
  readonly strength: number;
  /** Signs of the links whose trust may be seen. */
  readonly signs: { readonly sum: number; readonly draws: number };
}

export interface Pair extends PairSums {
  /** Key of the first, in the order of the keys; `us` before all. */
  readonly a: string;
  readonly b: string;
}

export interface Network {
  /** Participants who stand in the middle. */
  readonly us: number;
  /** All parties, in no order. */
  readonly parties: readonly Party[];
  /** The most named of them. */
  readonly foremost: readonly Party[];
  /** Links between these, and with `us`. */
  readonly pairs: readonly Pair[];
}

/** So many must have drawn a link before its trust is seen. */
export const trustedFrom = 3;
/**
 * On so many maps a party must be to be drawn: two, and one in fifty. What is on one map alone would be most of the picture,
 * and is listed.
 */
function drawnFrom(people: number): number {
  return Math.max(2, people / 50);
}

/** So many are drawn in any case, however seldom they are named. */
const fewest = 14;

/** While it is added up. */
interface Growing extends Party {
  form: string;
  best: Form | undefined;
  people: number;
  inside: number;
  ratings: number;
  size: number;
  strength: number;
  readonly signs: { sum: number; draws: number };
}

/**
 * The `most` named parties with their links, as the presenter's rulings leave them: merged, and without what is hidden or
 * waits. However many names there are, only these are looked at closely.
 */
export function networkOf(tally: MapTally, rulings: Rulings, most: number): Network {
  const middle = tally.us > 0 ? { ...growing(us), people: tally.us } : undefined;
  const { groups, parties } = grouped(tally, rulings);
  const groupOf = (key: string) => (key === us ? middle : groups.get(key));
  const isMerging = Object.keys(rulings.merges).length > 0;
  const doubled = isMerging ? countOnce(tally, groupOf) : [];
  const drawn = function* (): Generator<[Growing, Growing, PairSums]> {
    for (const [pair, sums] of cellsOf(tally.pairs)) {
      const [a, b] = endsOf(pair).map(groupOf);
      // What was merged has no link with itself.
      if (a && b && a !== b) yield [a, b, sums];
    }
    for (const [key, { tie }] of cellsOf(tally.parties)) {
      const party = groupOf(key);
      if (tie && middle && party) yield [middle, party, tie];
    }
  };
  for (const [a, b, { weight }] of drawn()) {
    a.strength += weight;
    b.strength += weight;
  }
  const least = drawnFrom(tally.people);
  const often = foremost(parties, most, byPeople);
  const first = new Set(often.filter(({ people }, place) => place < fewest || people >= least));
  const pairs = new Map<string, Pair>();
  for (const [one, other, sums] of drawn()) {
    if (![one, other].every((end) => end === middle || first.has(end))) continue;
    const pair = pairOf(one.key, other.key);
    const inOrder = one.key < other.key ? sums : turned(sums);
    const before = pairs.get(pair);
    const [a, b] = endsOf(pair);
    pairs.set(pair, { ...(before ? added(before, inOrder) : inOrder), a, b });
  }
  for (const pair of doubled) {
    const known = pairs.get(pair);
    if (known) pairs.set(pair, { ...known, people: known.people - 1 });
  }
  for (const { a, b, people, plus, minus, draws } of pairs.values()) {
    if (people < trustedFrom) continue;
    for (const end of [groups.get(a), groups.get(b)]) {
      if (!end) continue;
      end.signs.sum += plus - minus;
      end.signs.draws += draws;
    }
  }
  return { us: tally.us, parties, foremost: [...first], pairs: [...pairs.values()] };
}

function growing(key: string): Growing {
  const signs = { sum: 0, draws: 0 };
  return { key, form: key, best: undefined, people: 0, inside: 0, ratings: 0, size: 0, strength: 0, signs };
}

/** The parties, and by key the party it counts for: undefined where it may not be seen. */
function grouped(tally: MapTally, rulings: Rulings) {
  const verdictOn = verdictsUnder(rulings);
  const isApproved = (key: string) => verdictOn('', { id: key, common: true }) === 'approved';
  const groups = new Map<string, Growing>();
  const parties = new Map<string, Growing>();
  for (const [key, sums] of cellsOf(tally.parties)) {
    // What was refused cannot be seen through the name it was merged into.
    if (!isApproved(key)) continue;
    const into = endOf(rulings.merges, key);
    if (into !== key && !isApproved(into)) continue;
    const party = parties.get(into) ?? growing(into);
    parties.set(into, party);
    groups.set(key, party);
    party.people += sums.people;
    party.inside += sums.inside;
    party.ratings += sums.ratings;
    party.size += sums.size;
    for (const [form, times] of cellsOf(sums.forms)) {
      party.best = betterForm(party.best, { form, own: key === into, times });
      party.form = party.best.form;
    }
  }
  return { groups, parties: [...parties.values()] };
}

/**
 * A participant who named two parties that were merged is one participant: on the party, which is put right here, and on
 * its links, of which those drawn twice are given, once for each participant.
 */
function countOnce(tally: MapTally, groupOf: (key: string) => Growing | undefined): string[] {
  const doubled: string[] = [];
  for (const [, together] of cellsOf(tally.together)) {
    const met = new Set<Growing>();
    let isMerged = false;
    for (const key of together.parties) {
      const party = groupOf(key);
      if (!party) continue;
      if (met.has(party)) {
        isMerged = true;
        party.people--;
      }
      met.add(party);
    }
    if (!isMerged) continue;
    const drawn = new Set<string>();
    for (const each of together.pairs) {
      const [a, b] = endsOf(each).map(groupOf);
      if (!a || !b || a === b) continue;
      const pair = pairOf(a.key, b.key);
      if (drawn.has(pair)) doubled.push(pair);
      drawn.add(pair);
    }
  }
  return doubled;
}

/** Strongest first; of those the most named. */
export function byStrength(a: Party, b: Party): number {
  return b.strength - a.strength || byPeople(a, b);
}

/** Most named first; of those the strongest. */
export function byPeople(a: Party, b: Party): number {
  return b.people - a.people || b.strength - a.strength || b.size - a.size || (a.key < b.key ? -1 : 1);
}

/** Names in each list: short enough for the back row. */
const listed = 5;
/** The console's list, and the table, have more of those whom one person named. */
const listedLone = 24;

/** The most central, and of the others those at the edge: no party is in both, however few there are. */
export function extremes(all: readonly Party[]): { readonly central: Party[]; readonly edge: Party[] } {
  const central = foremost(all, Math.min(listed, Math.ceil(all.length / 2)), byStrength);
  const others = all.filter((party) => party.people > 1 && !central.includes(party));
  const edge = foremost(others, Math.min(listed, Math.floor(all.length / 2)), (a, b) => byStrength(b, a));
  return { central, edge };
}

/** Named by one person alone: the greatest first, for what one finds important and nobody else names is worth a question. */
export function lone(parties: readonly Party[]): { readonly shown: Party[]; readonly more: number } {
  const all = parties.filter((party) => party.people === 1);
  const shown = foremost(
    all,
    listedLone,
    (a, b) => b.size / b.ratings - a.size / a.ratings || byPeople(a, b),
  );
  return { shown, more: all.length - shown.length };
}

/** Where no link is below zero, so many are listed: the others have nothing to do with distrust. */
const listedAbove = 3;

/** The least trusted links of those whose trust may be seen: all below zero that can be listed, else the lowest there are. */
export function tensest(pairs: readonly Pair[]): Pair[] {
  const known = pairs.filter((pair) => pair.people >= trustedFrom);
  const tense = known.filter((pair) => pair.minus > pair.plus);
  return tense.length > 0 ? foremost(tense, listed, byTrust) : foremost(known, listedAbove, byTrust);
}

function byTrust(a: Pair, b: Pair): number {
  const trust = (pair: Pair) => (pair.plus - pair.minus) / pair.draws;
  return trust(a) - trust(b) || b.people - a.people || (pairOf(a.a, a.b) < pairOf(b.a, b.b) ? -1 : 1);
}

/** Which way most of them drew it: `to` is from the first to the second. One way prevails with three of five. */
export function prevailing({ draws, there, back, both }: PairSums): 'to' | 'from' | 'both' | 'none' {
  const directed = there + back + both;
  if (directed * 2 < draws) return 'none';
  if (there >= directed * 0.6) return 'to';
  if (back >= directed * 0.6) return 'from';
  return 'both';
}
