/** For tests: seeded crowds, directives, and ways to look into JSON. */
import * as v from 'valibot';
import type { Directive } from './directive.ts';
import type { Answer, AnyAskedKind, AnyKind, Visibility } from './kind.ts';
import { noRulings } from './rulings.ts';
import { sampleParticipant } from './sampled.ts';
import { type Around, nothingAround, type Standing } from './steering.ts';

/** What the parser would hand over: the list from line 10, every option at 7:9. */
export function directiveOf(
  keyword: string,
  question: string,
  options: Readonly<Record<string, unknown>>,
  texts: readonly string[],
): Directive {
  const list = texts.map((text, index) => {
    return { line: 10 + index, column: 3, text, checked: undefined, image: undefined, items: [] };
  });
  return { keyword, question, options, list, line: 7, column: 1, placeOf: () => ({ line: 7, column: 9 }) };
}

/** The answer of one participant: `index` tells apart who it is and when. */
export function answerOf<Response>(response: Response, index: number): Answer<Response> {
  return {
    participant: sampleParticipant(index),
    response,
    at: 1_700_000_000_000 + index,
  };
}

/** Answers of `size` participants; some come in the same millisecond. */
export function crowd(kind: AnyAskedKind, options: unknown, seed: number, size: number): Answer<unknown>[] {
  const random = seeded(seed);
  return Array.from({ length: size }, (_, index) => ({
    ...answerOf(kind.sample.honest(options, random), index),
    at: 1_700_000_000_000 + Math.floor(random() * size),
  }));
}

/** All answers folded from nothing. */
export function folded(kind: AnyAskedKind, options: unknown, answers: readonly Answer<unknown>[]): unknown {
  return answers.reduce<unknown>(
    (tally, answer) => kind.tally.step(tally, answer),
    kind.tally.start(options),
  );
}

/** A round of this kind that nobody has steered yet, in a session with nothing else in it. */
export function aroundRound(kind: AnyKind, options: unknown): Around<unknown> {
  return { ...nothingAround, steered: kind.steering?.start(options) };
}

/** The same when people have answered, some under a name, and the presenter has done what the kind's sample says. */
export function steeredRound(
  kind: AnyKind,
  options: unknown,
  answers: readonly Answer<unknown>[],
  random: () => number,
): Around<unknown> {
  const { steering, sample } = kind;
  const answered = answers.map(({ participant }) => participant);
  const linked = () => sample.linked?.(options, answers);
  let around = { ...aroundRound(kind, options), began: 1_700_000_000_000, answered, linked };
  for (const command of sample.commands?.(options, random, answers) ?? []) {
    const now = Date.now();
    const step = steering?.decide(options, around.steered, command, { ...around, now, random });
    if (steering && step !== undefined)
      around = { ...around, steered: steering.evolve(options, around.steered, step, now) };
  }
  const standings = standingsOf(kind, options, answers, random);
  return { ...around, aliasOf: sampleAlias, standings: () => standings };
}

/** Points by these answers, and by others before. */
function standingsOf(
  kind: AnyKind,
  options: unknown,
  answers: readonly Answer<unknown>[],
  random: () => number,
): readonly Standing[] {
  if (!kind.asks || !kind.score) return [];
  const { score } = kind;
  return answers
    .map((answer) => {
      const before = Math.floor(random() * 4) * 1000 + Math.floor(random() * 200);
      return {
        participant: answer.participant,
        points: before + score(options, answer, { began: 1_700_000_000_000, time: null }),
      };
    })
    .sort((a, b) => b.points - a.points);
}

const aliases = [
  'Ada',
  'Ben from the night shift',
  'نور',
  'Cleo',
  'D.',
  'Someone with a rather long name',
  '',
];

/** Most people take a name, some the same as others. */
function sampleAlias(participant: string): string | undefined {
  return aliases[Number(participant.replace(/\D/g, '')) % aliases.length] || undefined;
}

/** Live results without any ruling, unless said otherwise. */
export function seenBy(to: Visibility['to'], changes: Partial<Visibility> = {}): Visibility {
  return { to, results: 'live', answer: to === 'presenter', rulings: noRulings, ...changes };
}

/**
 * The response with its texts replaced wherever the schema still takes it: at once those that stand at like places (the
 * names of all parties), else one after the other, unless not even the first may be another.
 */
export function withTexts(
  schema: v.GenericSchema<unknown, unknown>,
  response: unknown,
  replace: (text: string) => string,
): unknown {
  let changed = response;
  const attempt = (places: readonly string[]) => {
    const candidate = replacedAt(changed, new Set(places), replace);
    const isTaken = v.is(schema, candidate);
    if (isTaken) changed = candidate;
    return isTaken;
  };
  const alike = Map.groupBy(textPlaces(response), (place) => place.replace(/\/\d+/g, '/#'));
  for (const places of alike.values()) {
    if (attempt(places) || places.length === 1) continue;
    const [first = '', ...others] = places;
    if (attempt([first])) for (const place of others) attempt([place]);
  }
  return changed;
}

function textPlaces(value: unknown, place = ''): string[] {
  if (typeof value === 'string') return [place];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => textPlaces(member, `${place}/${key}`));
}

function replacedAt(
  value: unknown,
  places: ReadonlySet<string>,
  replace: (text: string) => string,
  place = '',
): unknown {
  if (typeof value === 'string') return places.has(place) ? replace(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value.map((item, index) => replacedAt(item, places, replace, `${place}/${index}`));
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      replacedAt(member, places, replace, `${place}/${key}`),
    ]),
  );
}

export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** How many members the objects have that are in `after` and were not in `before`. */
export function copied(before: unknown, after: unknown): number {
  const known = new Set<unknown>();
  const note = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    known.add(value);
    Object.values(value).forEach(note);
  };
  const count = (value: unknown): number => {
    if (typeof value !== 'object' || value === null || known.has(value)) return 0;
    const members = Object.values(value);
    return members.reduce((sum: number, member) => sum + count(member), members.length);
  };
  note(before);
  return count(after);
}

export function throughJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

export function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** Mulberry32: the same numbers for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
