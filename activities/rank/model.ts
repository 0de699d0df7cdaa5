/** Rank: put the items of a list in order, or the first few of them. */
import * as v from 'valibot';
import {
  type Directive,
  distinct,
  faultAt,
  identified,
  listItem,
  type Reading,
  readOptions,
  withFaults,
} from '../directive.ts';
import { oneDigit } from '../figure.ts';
import type { AskedKind } from '../kind.ts';
import { hashOf } from '../legible.ts';

/** Fewer items would have their right order told by the wrong one. */
const leastWithAnswer = 3;
const topMessage = 'top must be a whole number from 1';

const rankOptions = v.pipe(
  v.strictObject({
    /** In the order in which they are shown before anybody has put them in order. */
    items: v.pipe(
      v.array(listItem('item', 200)),
      v.minLength(2, 'needs at least two items'),
      v.maxLength(24, 'takes at most 24 items'),
      distinct('item'),
    ),
    /** How many places there are; as many as items unless given. */
    top: v.optional(v.pipe(v.number(topMessage), v.integer(topMessage), v.minValue(1, topMessage))),
    /** Whether each phone starts with the items in another order. */
    shuffle: v.optional(v.boolean('shuffle must be true or false'), false),
    /** Ids of the items in the right order. */
    answer: v.optional(v.array(v.string())),
  }),
  v.forward(
    v.check(({ items, top }) => top === undefined || top <= items.length, 'top is more than there are items'),
    ['top'],
  ),
  v.forward(
    v.check(
      ({ items, answer }) => answer === undefined || items.length >= leastWithAnswer,
      `answer needs at least ${leastWithAnswer} items`,
    ),
    ['answer'],
  ),
  v.check(
    ({ items, answer }) =>
      answer === undefined ||
      (answer.length === items.length && items.every(({ id }) => answer.includes(id))),
    'answer must name every item once',
  ),
);
export type RankOptions = v.InferOutput<typeof rankOptions>;

export interface RankResponse {
  order: string[];
}

export interface RankTally {
  readonly people: number;
  /** By item, how often it was put first, second and so on. */
  readonly places: Readonly<Record<string, readonly number[]>>;
  /** The right order as far as there are places; empty where none is right. */
  readonly right: readonly string[];
  /** Participants who had all of it right. */
  readonly exact: number;
}

export interface RankItem {
  readonly id: string;
  readonly text: string;
  /** By mean points, 1 is first; items with as many points share a place. */
  readonly place: number;
  /** Mean points over all who answered: as many as there are places for the first, 1 for the last, 0 without a place. */
  readonly points: number;
  /** Participants who put it first. */
  readonly first: number;
  /** Participants who gave it a place. */
  readonly placed: number;
  /** Its right place, once it may be seen; absent for items that have none. */
  readonly right?: number;
}

/** How near the room came to the right order. */
export interface Nearness {
  /** Of so many places. */
  readonly of: number;
  /** Items whose place by points is the right one. */
  readonly room: number;
  /** Items that one participant had in the right place, on average. */
  readonly mean: number;
  /** Participants who had all of them in the right place. */
  readonly exact: number;
}

export interface RankRevealed {
  readonly people: number;
  /** Most points first, or in the right order once it may be seen; absent while results are hidden. */
  readonly items?: readonly RankItem[];
  readonly nearness?: Nearness;
}

/** How near one participant came to the right order. */
export interface RankPersonal {
  /** By item, where this participant had it; 0 without a place. */
  readonly mine: Readonly<Record<string, number>>;
  readonly inPlace: number;
  readonly of: number;
  /** How many places an item was off, on average. */
  readonly off: number;
}

export const rank: AskedKind<RankOptions, RankResponse, RankTally, RankRevealed> = {
  keyword: 'rank',
  asks: true,
  options: rankOptions,
  fromMarkdown,

  response(options) {
    const ids = options.items.map(({ id }) => id);
    return v.strictObject({
      order: v.pipe(
        v.array(v.picklist(ids)),
        v.length(placesOf(options)),
        v.check((order) => new Set(order).size === order.length),
      ),
    });
  },

  tally: {
    start(options) {
      const none = Array.from({ length: placesOf(options) }, () => 0);
      return {
        people: 0,
        places: Object.fromEntries(options.items.map(({ id }) => [id, none])),
        right: rightOrder(options),
        exact: 0,
      };
    },
    step({ people, places, right, exact }, { response: { order } }) {
      const next = { ...places };
      order.forEach((id, place) => {
        const before = next[id];
        if (before) next[id] = before.with(place, (before[place] ?? 0) + 1);
      });
      const isExact = right.length > 0 && right.every((id, place) => order[place] === id);
      return { people: people + 1, places: next, right, exact: exact + (isExact ? 1 : 0) };
    },
  },

  reveal(options, tally, { results, answer }) {
    const { people, exact } = tally;
    if (results === 'hidden') return { people };
    const items = byPoints(options, tally);
    const right = rightOrder(options);
    if (!answer || right.length === 0) return { people, items };
    const known = items.map((each): RankItem => {
      const place = right.indexOf(each.id) + 1;
      return place === 0 ? each : { ...each, right: place };
    });
    const last = items.length + 1;
    known.sort((a, b) => (a.right ?? last) - (b.right ?? last));
    const hits = right.reduce((sum, id, place) => sum + (tally.places[id]?.[place] ?? 0), 0);
    return {
      people,
      items: known,
      nearness: {
        of: right.length,
        room: people === 0 ? 0 : known.filter((each) => each.right === each.place).length,
        mean: people === 0 ? 0 : hits / people,
        exact,
      },
    };
  },

  personal(options, { own, shown }): RankPersonal | undefined {
    const right = rightOrder(options);
    const order = orderIn(own?.response);
    if (!shown || !order || right.length === 0) return undefined;
    // What was given no place counts as if it stood behind the last one (Fagin, Kumar and Sivakumar 2003, location k + 1).
    const placed = right.map((id) => order.indexOf(id) + 1);
    const off = placed.map((place, index) => Math.abs((place || right.length + 1) - index - 1));
    return {
      mine: Object.fromEntries(options.items.map(({ id }) => [id, order.indexOf(id) + 1])),
      inPlace: off.filter((each) => each === 0).length,
      of: right.length,
      off: off.reduce((sum, each) => sum + each, 0) / off.length,
    };
  },

  conceal: ({ answer: _, ...options }) => options,

  columns(options) {
    const places = Array.from({ length: placesOf(options) }, (_, index) => index + 1);
    return options.items.map(({ id, text }) => ({
      item: id,
      label: text,
      values: 'number',
      allowed: places,
      read: ({ order }) => (order.includes(id) ? order.indexOf(id) + 1 : undefined),
    }));
  },

  describe(options, { people, items = [], nearness }) {
    const rows = items.map(({ text, points, place, first, placed, right = '–' }) =>
      nearness
        ? [text, oneDigit(points), right, place, placed]
        : [text, oneDigit(points), place, first, placed],
    );
    const head = nearness
      ? ['Item', 'Points', 'Right place', 'Place', 'People']
      : ['Item', 'Points', 'Place', 'Put first', 'People'];
    return {
      sentence: people === 0 || items.length === 0 ? 'No answers yet.' : sentenceOf(options, items, nearness),
      table: { head, rows },
      bars: { column: 1, shares: items.map(({ points }) => points / placesOf(options)) },
    };
  },

  sample: {
    question: 'What should we do first?',
    options: [
      sampleOptions([
        'Care closer to home',
        'Shorter waits',
        'Better days for our own people',
        'Fewer forms',
        'One record that everybody can read',
        'Mental health for the young',
      ]),
      sampleWithAnswer([
        'Charter of the forest',
        'First steam railway',
        'The telephone',
        'First flight',
        'Penicillin is found',
      ]),
      sampleOptions(
        [
          'A place where people can talk before anything has been decided, and are heard',
          'Constructor',
          'الثقة بيننا',
          'זמן לחשוב',
          '🌱 Starting small',
          'A budget of our own',
          'Meetings that end when they are done, with somebody who does what was said',
          'Donaudampfschifffahrtsgesellschaftskapitänsmütze',
          'Fewer emails',
        ],
        { top: 3, shuffle: true },
      ),
      sampleOptions(['Now', 'Later']),
      sampleOptions(
        Array.from({ length: 24 }, (_, index) => `Proposal ${index + 1} of the spring assembly`),
        { top: 5 },
      ),
    ],
    honest(options, random) {
      // Later items tend to stand later, so that a result has a shape.
      const drawn = options.items.map(({ id }, index) => ({ id, at: index * 0.6 + random() * 6 }));
      drawn.sort((a, b) => a.at - b.at);
      return { order: drawn.slice(0, placesOf(options)).map(({ id }) => id) };
    },
    refused(options) {
      const ids = options.items.map(({ id }) => id);
      const order = ids.slice(0, placesOf(options));
      const [first = ''] = order;
      return [
        {},
        { order: [] },
        { order: order.slice(1) },
        { order: [...order, first] },
        { order: order.with(-1, 'no-such-item') },
        ...(order.length > 1 ? [{ order: order.with(-1, first) }] : []),
        { order, extra: true },
        { order: Object.fromEntries(order.map((id, index) => [id, index])) },
        { order: order.map((_, index) => index) },
      ];
    },
  },
};

function fromMarkdown(directive: Directive): Reading<RankOptions> {
  const { answer, ...others } = directive.options;
  const items = identified(directive.list.map(({ text }) => text));
  const listed = answer === 'listed' ? { answer: items.map(({ id }) => id) } : {};
  const reading = readOptions({ ...directive, options: others }, rankOptions, { items, ...listed }, 'items');
  const isKnown = answer === undefined || answer === 'listed';
  const faults = isKnown ? [] : [faultAt(directive.placeOf('answer'), directive, 'answer must be listed')];
  const read = withFaults(reading, faults);
  if (!read.ok) return read;
  const { options } = read;
  return { ok: true, options: options.answer ? { ...options, items: shown(options.items) } : options };
}

/** The same for everybody, and not as they are listed. */
export function shown<Item extends { readonly id: string }>(listed: readonly Item[]): Item[] {
  const mixed = listed.toSorted((a, b) => hashOf(a.id) - hashOf(b.id) || (a.id < b.id ? -1 : 1));
  return mixed.every(({ id }, index) => id === listed[index]?.id) ? mixed.toReversed() : mixed;
}

/** How many places a participant gives. */
function placesOf({ items, top = items.length }: RankOptions): number {
  return Math.min(top, items.length);
}

function rightOrder(options: RankOptions): readonly string[] {
  return (options.answer ?? []).slice(0, placesOf(options));
}

/** Borda's count: a point for the last place, and one more for each place before it. */
function byPoints(options: RankOptions, { people, places }: RankTally): RankItem[] {
  const all = placesOf(options);
  const sums = options.items.map(({ id, text }) => {
    const counts = places[id] ?? [];
    const sum = counts.reduce((total, count, place) => total + count * (all - place), 0);
    return {
      id,
      text,
      sum,
      first: counts[0] ?? 0,
      placed: counts.reduce((total, count) => total + count, 0),
    };
  });
  sums.sort((a, b) => b.sum - a.sum || b.first - a.first);
  return sums.map(({ id, text, sum, first, placed }) => ({
    id,
    text,
    place: 1 + sums.filter((other) => other.sum > sum).length,
    points: people === 0 ? 0 : sum / people,
    first,
    placed,
  }));
}

function sentenceOf(
  options: RankOptions,
  items: readonly RankItem[],
  nearness: Nearness | undefined,
): string {
  const leading = items.toSorted((a, b) => a.place - b.place).slice(0, 3);
  const named = leading.map(({ place, text, points }) => `${place}. ${text} (${oneDigit(points)})`);
  const most = placesOf(options);
  const sentence = `By mean points of ${most}: ${named.join(', ')}`;
  if (!nearness) return `${sentence}.`;
  const { of, room, mean, exact } = nearness;
  return `${sentence}; in the right place the room had ${room} of ${of}, one person ${oneDigit(mean)} on average, and ${exact} had all of them.`;
}

/** From a response that was read long ago, maybe under other options. */
function orderIn(response: unknown): readonly unknown[] | undefined {
  const isOrder = typeof response === 'object' && response !== null && 'order' in response;
  return isOrder && Array.isArray(response.order) ? response.order : undefined;
}

function sampleOptions(texts: readonly string[], changes: Partial<RankOptions> = {}): RankOptions {
  return { items: identified(texts), shuffle: false, ...changes };
}

function sampleWithAnswer(texts: readonly string[]): RankOptions {
  const items = identified(texts);
  return { items: shown(items), shuffle: false, answer: items.map(({ id }) => id) };
}
