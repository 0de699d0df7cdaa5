/** Map: everyone draws the system around them, and the room sees it as one network. `network.ts` says how it is read. */
import * as v from 'valibot';
import { distinct, identified, readOptions, textOption, wholeNumber } from '../directive.ts';
import { counted, oneDigit, signed } from '../figure.ts';
import { foremost } from '../foremost.ts';
import type { AskedKind, Column } from '../kind.ts';
import { legible, sameAs } from '../legible.ts';
import { once } from '../once.ts';
import type { Rulings } from '../rulings.ts';
import { cellsOf } from '../table.ts';
import { betterForm, type Form, type Merged, mergedUnder } from '../wordings.ts';
import {
  byPeople,
  extremes,
  lone,
  type Network,
  networkOf,
  type Pair,
  type Party,
  prevailing,
  tensest,
  trustedFrom,
} from './network.ts';
import {
  type Direction,
  linkLimit,
  type MapLink,
  type MapResponse,
  mapResponse,
  nameLimit,
  us,
} from './response.ts';
import { sample } from './sample.ts';
import { type MapTally, noMaps, withMap } from './tally.ts';

/** Parties that screens get; a wall with more could not be read. The rest is counted. */
const shownParties = 36;
/** Names that the console can choose from. */
const choosable = 200;

const mapOptions = v.strictObject({
  /** How many parties one map may have. */
  parties: v.optional(wholeNumber('parties', 1, 20), 12),
  /** What phones call the participant's own place on the map, in place of "You". */
  me: v.optional(
    v.pipe(
      textOption('me must be a name'),
      v.minLength(1, 'me must be a name'),
      v.maxLength(40, 'me takes a name of at most 40 characters'),
    ),
  ),
  /** Names that phones suggest. */
  suggested: v.pipe(
    v.array(
      v.object({
        id: v.string(),
        text: v.pipe(
          v.string(),
          v.minLength(1, 'has an empty name in its list'),
          v.maxLength(nameLimit, `takes names of at most ${nameLimit} characters`),
        ),
      }),
    ),
    v.maxLength(30, 'takes at most 30 suggested names'),
    distinct('name'),
  ),
});
export type MapOptions = v.InferOutput<typeof mapOptions>;

export interface MapNode {
  readonly key: string;
  readonly text: string;
  /** Participants on whose map it is. */
  readonly people: number;
  /** Mean significance, 1..5. */
  readonly size: number;
  /** See `network.ts`. */
  readonly strength: number;
  /** Whether somebody in the room is it. */
  readonly here: boolean;
  /** Mean of the signs of its links, -1..1, or null where too few drew them. */
  readonly trust: number | null;
}

/** The link of two nodes; `a` may be `us`. */
export interface MapTie {
  readonly a: string;
  readonly b: string;
  readonly people: number;
  /** Mean frequency, 1..5. */
  readonly weight: number;
  /** The prevailing direction, seen from `a`. */
  readonly direction: Direction;
  readonly trust: number | null;
}

export interface Named {
  readonly key: string;
  readonly text: string;
  readonly people: number;
}

export interface MapRevealed {
  readonly people: number;
  /** Absent while results are hidden, as all that follows. Most named first. */
  readonly nodes?: readonly MapNode[];
  /** Participants who stand in the middle, because they are none of the parties they drew. */
  readonly us?: number;
  readonly ties?: readonly MapTie[];
  /** Parties that are not among the nodes. */
  readonly more?: number;
  readonly central?: readonly Named[];
  readonly edge?: readonly Named[];
  /** Named by one person alone, where more than two have drawn. */
  readonly lone?: { readonly shown: readonly Named[]; readonly more: number };
  /** The least trusted links, as indexes of `ties`. */
  readonly tense?: readonly number[];
  /** For the presenter alone: all names, most named first, to merge or to hide. */
  readonly names?: readonly Named[];
  /** For the presenter alone: what was merged. */
  readonly merged?: readonly Merged[];
}

export const map: AskedKind<MapOptions, MapResponse, MapTally, MapRevealed> = {
  keyword: 'map',
  asks: true,
  options: mapOptions,

  fromMarkdown(directive) {
    const suggested = identified(directive.list.map((item) => item.text));
    return readOptions(directive, mapOptions, { suggested }, 'suggested');
  },

  response: (options) => mapResponse(options.parties),

  tally: { start: () => noMaps, step: withMap },

  reveal(_options, tally, { results, rulings, to }) {
    const { people } = tally;
    if (results === 'hidden') return { people };
    const network = networkOf(tally, rulings, shownParties);
    const { parties, foremost: shown } = network;
    const ties = tiesOf(network);
    const { central, edge } = extremes(shown);
    const alone = people > 2 ? lone(parties) : { shown: [], more: 0 };
    return {
      people,
      nodes: shown.map(nodeOf),
      us: network.us,
      ties: ties.map(tieOf),
      more: parties.length - shown.length,
      central: central.map(nameOf),
      edge: edge.map(nameOf),
      lone: { shown: alone.shown.map(nameOf), more: alone.more },
      tense: tensest(ties).map((pair) => ties.indexOf(pair)),
      ...(to === 'presenter'
        ? {
            names: foremost(parties, choosable, byPeople).map(nameOf),
            merged: mergedIn(tally, rulings),
          }
        : {}),
    };
  },

  columns: (options) => [
    {
      item: 'me',
      label: 'The party that the participant is; no row where none of them',
      values: 'text',
      read: ({ parties, me }) => parties.find(({ id }) => id === me)?.name,
    },
    ...Array.from({ length: options.parties }, (_, index) => partyColumns(index)).flat(),
    ...Array.from({ length: linkLimit }, (_, index) => linkColumns(index)).flat(),
  ],

  describe(_options, revealed) {
    const { people, nodes = [], ties = [], central = [], tense = [], more = 0 } = revealed;
    const nameOfKey = namesOf(revealed);
    const parts = [`${counted(nodes.length + more, 'party', 'parties')} on ${counted(people, 'map')}`];
    if (central.length > 0) parts.push(`Most central: ${central.map(({ text }) => text).join(', ')}`);
    const least = tense.flatMap((index) => {
      const tie = ties[index];
      return tie ? [`${nameOfKey(tie.a)} and ${nameOfKey(tie.b)} (${written(tie.trust)})`] : [];
    });
    if (least.length > 0) {
      const isBelow = tense.some((index) => (ties[index]?.trust ?? 0) < 0);
      parts.push(`${isBelow ? '' : 'No link is below zero. '}Trust is lowest between ${least.join('; ')}`);
    }
    return {
      sentence: nodes.length === 0 ? 'No answers yet.' : `${parts.join('. ')}.`,
      table: {
        head: ['Party', 'People', 'Significance', 'Trust', 'Strongest links'],
        rows: nodes.map((node) => [
          node.text,
          node.people,
          node.size,
          node.trust ?? '–',
          strongestOf(node.key, ties, nameOfKey) || '–',
        ]),
      },
    };
  },

  entries: once(({ parties }) =>
    parties.map(({ name }) => ({ id: sameAs(name), text: legible(name, nameLimit), common: true })),
  ),
  merges: true,

  sample,
};

/** All links of `us`; of the others the strongest, fewer than parties, and the least trusted, which nobody may miss. */
function tiesOf({ pairs, foremost: shown, us: middle }: Network): Pair[] {
  const others = pairs.filter(({ a }) => a !== us);
  const often = others.filter(({ people }) => people > 1);
  const byWeight = (a: Pair, b: Pair) =>
    b.weight - a.weight || b.people - a.people || (a.a + a.b < b.a + b.b ? -1 : 1);
  // Without a middle these are all there is.
  const most = middle > 0 ? shown.length * 0.75 : shown.length * 1.5;
  const strongest = foremost(often.length < shown.length / 2 ? others : often, Math.ceil(most), byWeight);
  const kept = new Set([...strongest, ...tensest(others)]);
  return [...pairs.filter(({ a }) => a === us), ...kept].sort(byWeight);
}

function nodeOf({ signs, ...party }: Party): MapNode {
  return {
    ...nameOf({ signs, ...party }),
    size: oneDigit(party.size / party.ratings),
    strength: party.strength,
    here: party.inside > 0,
    trust: signs.draws > 0 ? oneDigit(signs.sum / signs.draws) : null,
  };
}

function tieOf(pair: Pair): MapTie {
  const { a, b, people, draws, weight, plus, minus } = pair;
  return {
    a,
    b,
    people,
    weight: oneDigit(weight / draws),
    direction: prevailing(pair),
    trust: people >= trustedFrom ? oneDigit((plus - minus) / draws) : null,
  };
}

function nameOf({ key, form, people }: Party): Named {
  return { key, text: legible(form, nameLimit), people };
}

/** The name of a key as the description says it. */
function namesOf({ nodes = [] }: MapRevealed): (key: string) => string {
  const names = new Map(nodes.map(({ key, text }) => [key, text]));
  return (key) => (key === us ? 'us' : (names.get(key) ?? key));
}

/** "us (4.2), Council (3.1)": the three with most talk, and how often on average. */
function strongestOf(key: string, ties: readonly MapTie[], nameOfKey: (key: string) => string): string {
  const own = ties.filter(({ a, b }) => a === key || b === key);
  const strongest = foremost(own, 3, (one, other) => other.weight * other.people - one.weight * one.people);
  return strongest.map(({ a, b, weight }) => `${nameOfKey(a === key ? b : a)} (${weight})`).join(', ');
}

/** Trust with its sign, -1 to 1. */
function written(trust: number | null): string {
  return trust === null ? '–' : signed(trust);
}

function mergedIn({ parties }: MapTally, rulings: Rulings): readonly Merged[] {
  const { merges } = rulings;
  const keys = new Set([...Object.keys(merges), ...Object.values(merges)]);
  if (keys.size === 0) return [];
  const written = new Map<string, string>();
  for (const [key, { forms }] of cellsOf(parties)) {
    if (!keys.has(key)) continue;
    let best: Form | undefined;
    for (const [form, times] of cellsOf(forms)) best = betterForm(best, { form, own: true, times });
    if (best) written.set(key, best.form);
  }
  return mergedUnder(rulings, (key) => written.get(key), nameLimit);
}

function partyColumns(index: number): Column<MapResponse>[] {
  const [item, label] = [`party-${index + 1}`, `Party ${index + 1}`];
  return [
    { item, label: `${label}: its name`, values: 'text', read: ({ parties }) => parties[index]?.name },
    {
      item: `${item}-size`,
      label: `${label}: how much it matters, 1 (little) to 5 (very much)`,
      values: 'number',
      allowed: [1, 2, 3, 4, 5],
      nth: true,
      read: ({ parties }) => parties[index]?.size,
    },
  ];
}

function linkColumns(index: number): Column<MapResponse>[] {
  const [item, label] = [`link-${index + 1}`, `Link ${index + 1}`];
  const of = ({ links }: MapResponse): MapLink | undefined => links[index];
  return [
    {
      item: `${item}-from`,
      label: `${label}: name of the party it begins at; ${participant} for the participant, where none of the parties`,
      values: 'text',
      read: (response) => endName(response, of(response)?.from),
    },
    {
      item: `${item}-to`,
      label: `${label}: name of the party it ends at, or ${participant}`,
      values: 'text',
      read: (response) => endName(response, of(response)?.to),
    },
    {
      item: `${item}-weight`,
      label: `${label}: how often the two talk, 1 (rarely) to 5 (daily)`,
      values: 'number',
      allowed: [1, 2, 3, 4, 5],
      nth: true,
      read: (response) => of(response)?.weight,
    },
    {
      item: `${item}-direction`,
      label: `${label}: who reaches out: "to" (from the first to the second), "from" (the other way), "both" or "none"`,
      values: 'choice',
      allowed: ['to', 'from', 'both', 'none'],
      nth: true,
      read: (response) => of(response)?.direction,
    },
    {
      item: `${item}-trust`,
      label: `${label}: trust, -1 (minus), 0 (neither) or 1 (plus)`,
      values: 'number',
      allowed: [-1, 0, 1],
      nth: true,
      read: (response) => of(response)?.trust,
    },
  ];
}

/** No name of a party, in a download, could be taken for it: names stand there as they were sent. */
const participant = '(me)';

function endName({ parties, me }: MapResponse, id: string | undefined): string | undefined {
  return parties.find((party) => party.id === id)?.name ?? (id === me ? participant : undefined);
}
