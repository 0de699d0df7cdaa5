/** For tests: groups as authored, people who answered before, and what became of them. */
import { answerOf, directiveOf, seeded, seenBy } from '../given.ts';
import type { Visibility } from '../kind.ts';
import { type Around, type Linked, nothingAround } from '../steering.ts';
import { type GroupsRevealed, type GroupsSteered, groups } from './model.ts';
import type { GroupsOptions } from './options.ts';

export function read(options: Readonly<Record<string, unknown>> = {}, names: readonly string[] = []) {
  return groups.fromMarkdown(directiveOf('groups', 'Find your trio', options, names));
}

export function optionsOf(...given: Parameters<typeof read>): GroupsOptions {
  const reading = read(...given);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.options;
}

export function faultsOf(...given: Parameters<typeof read>): readonly string[] {
  const reading = read(...given);
  return reading.ok ? [] : reading.faults.map((each) => `${each.line}:${each.column} ${each.message}`);
}

/** An activity that these people answered, with the part of the crowd each belongs to. */
export function linkedTo(segments: Readonly<Record<string, string | undefined>>): Linked {
  return {
    options: undefined,
    tally: undefined,
    answered: Object.keys(segments),
    segmentOf: (participant) => segments[participant],
    nameOf: (segment) => segment.toUpperCase(),
    sets: [],
  };
}

export interface Given {
  readonly linked?: Linked;
  readonly answered?: readonly string[];
  readonly aliases?: Readonly<Record<string, string>>;
  readonly steered?: GroupsSteered;
}

export function aroundOf({ linked, answered = [], aliases = {}, steered }: Given): Around<GroupsSteered> {
  return {
    ...nothingAround,
    answered,
    linked: (id) => (id === 'organisation' ? linked : undefined),
    aliasOf: (participant) => aliases[participant],
    steered: steered ?? { sets: [], earlier: [] },
  };
}

export function steeredBy(options: GroupsOptions, given: Given, ...types: readonly string[]): GroupsSteered {
  let { steered } = aroundOf(given);
  for (const type of types) {
    const step = decided(options, { ...given, steered }, type);
    steered = groups.steering?.evolve(options, steered, step, 0) ?? steered;
  }
  return steered;
}

export function decided(options: GroupsOptions, given: Given, type: string): unknown {
  const around = { ...aroundOf(given), now: 0, random: seeded(1) };
  return groups.steering?.decide(options, around.steered, { type }, around);
}

export function personal(options: GroupsOptions, given: Given, participant: string, tapped = false) {
  const own = tapped ? { ...answerOf({ in: true }, 1), participant } : undefined;
  return groups.personal?.(options, { ...aroundOf(given), participant, own, shown: false });
}

export function revealed(
  options: GroupsOptions,
  given: Given,
  to: Visibility['to'] = 'screen',
  results: Visibility['results'] = 'live',
): GroupsRevealed {
  const tally = { people: [...(given.answered ?? [])].length };
  return groups.reveal(options, tally, seenBy(to, { results }), aroundOf(given));
}

export const people = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`);
