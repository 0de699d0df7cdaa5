/**
 * What a kind lets a presenter do, and what it tells one phone, over every kind and every sample of its options.
 *
 * [K15] The sample's commands are read by their schemas, and what they do survives JSON and mutates nothing.
 * [K16] Any other command is refused; garbage never makes anything throw, in a step or in a state after an edit.
 * [K17] What one phone is told survives JSON and names no other participant, and neither does what all are shown.
 * [K18] A kind's command has a name that no command of every session has.
 * [K20] Without participants whom the presenter removed, a state that was steered names them nowhere and is the same otherwise.
 * [K19] Rows that downloads derive name participants who answered, and columns that there are.
 */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { presenterCommand } from '../protocol/commands.ts';
import {
  aroundRound,
  crowd,
  folded,
  frozen,
  seeded,
  seenBy,
  steeredRound,
  stringsIn,
  throughJson,
} from './given.ts';
import type { AnyKind } from './kind.ts';
import { derivedColumnsOf, kindCommandNames, kindNames, modelOf } from './models.ts';

const cases = kindNames.flatMap((name) => {
  const kind = modelOf(name);
  return kind.sample.options.map((options, index) => ({ name: `${name} ${index + 1}`, kind, options }));
});
const steered = cases.filter(({ kind }) => kind.steering);
const speaking = cases.filter(({ kind }) => kind.personal);
const deriving = cases.filter(({ kind }) => kind.asks && kind.derived);

function answersOf(kind: AnyKind, options: unknown, size: number) {
  return kind.asks ? crowd(kind, options, 5, size) : [];
}

describe('commands', () => {
  it('[K18] have names of their own', () => {
    const shared = presenterCommand.options.map(({ entries }) => entries.type.literal);
    expect(kindCommandNames.filter((name) => shared.some((each) => each === name))).toEqual([]);
  });

  it.each(steered)('[K15] $name', ({ kind, options }) => {
    const { steering, sample } = kind;
    const answers = answersOf(kind, options, 30);
    const commands = sample.commands?.(options, seeded(1), answers) ?? [];
    expect(commands.length).toBeGreaterThan(0);
    let around = { ...aroundRound(kind, options), answered: answers.map((each) => each.participant) };
    for (const command of commands) {
      const { type, ...fields } = command;
      const schema = steering?.commands[type];
      expect(schema && v.is(schema, throughJson(fields)), type).toBe(true);
      const circumstances = { ...frozen(around), now: 1_700_000_001_000, random: seeded(2) };
      const step = steering?.decide(frozen(options), around.steered, frozen(command), circumstances);
      expect(step, `${type} must make sense where the sample has it`).not.toBeUndefined();
      expect(throughJson(step)).toStrictEqual(step);
      const after = steering?.evolve(options, around.steered, frozen(step), 1_700_000_001_000);
      expect(throughJson(after)).toStrictEqual(after);
      around = { ...around, steered: after };
    }
  });

  it.each(steered)('[K16] $name', ({ kind, options }) => {
    const { steering, sample } = kind;
    const names = Object.keys(steering?.commands ?? {});
    const around = steeredRound(kind, options, answersOf(kind, options, 12), seeded(3));
    const others = sample.options.filter((each) => each !== options);
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.dictionary(fc.string(), fc.jsonValue()), (type, fields) => {
        const schema = steering?.commands[type];
        const read = schema && v.safeParse(schema, fields);
        if (!steering || !read?.success) return;
        const command = { ...read.output, type };
        const circumstances = { ...around, now: 1_700_000_002_000, random: seeded(4) };
        const step = steering.decide(options, around.steered, command, circumstances);
        if (step !== undefined) steering.evolve(options, around.steered, step, 1_700_000_002_000);
      }),
    );
    // The file was edited, or the step is none of this version's.
    for (const other of others) {
      const here = { ...around, linked: () => undefined };
      if (!kind.asks) kind.present?.(other, here);
      else kind.reveal(other, kind.tally.start(other), seenBy('screen'), here);
      kind.personal?.(other, { ...here, participant: 'somebody', own: undefined, shown: true });
    }
    for (const step of [null, 7, 'x', [], {}, { sets: 'x' }, { type: names[0] }]) {
      const after = steering?.evolve(options, around.steered, step, 1_700_000_003_000);
      expect(throughJson(after)).toStrictEqual(after);
    }
  });
});

describe.each(steered)('without those who were removed: $name', ({ kind, options }) => {
  it('[K20] what is steered names them nowhere', () => {
    const answers = answersOf(kind, options, 40);
    const around = steeredRound(kind, options, answers, seeded(9));
    const steered = answers.reduce((before, { participant, response }) => {
      const circumstances = { ...around, steered: before, now: 1_700_000_002_000, random: seeded(9) };
      const step = kind.steering?.answered?.(options, before, participant, circumstances, response);
      return step === undefined ? before : kind.steering?.evolve(options, before, step, 1_700_000_002_000);
    }, around.steered);
    const without = kind.steering?.without ?? ((_options: unknown, same: unknown) => same);
    const gone = new Set(answers.slice(20).map(({ participant }) => participant));
    const left = without(options, frozen(steered), (participant) => gone.has(participant));
    expect(throughJson(left)).toStrictEqual(left);
    const named = stringsIn(left).filter((text) => gone.has(text));
    expect(named).toEqual([]);
    expect(without(options, steered, () => false)).toStrictEqual(steered);
  });
});

describe.each(speaking)('what one phone is told: $name', ({ kind, options }) => {
  it('[K17] survives JSON and names nobody', () => {
    const answers = answersOf(kind, options, 40);
    const around = steeredRound(kind, options, answers, seeded(6));
    for (const shown of [false, true]) {
      for (const own of [...answers.slice(0, 10), undefined]) {
        const participant = own?.participant ?? 'participant-nobody';
        const said = kind.personal?.(options, { ...around, participant, own, shown });
        if (said === undefined) continue;
        expect(throughJson(said)).toStrictEqual(said);
        expect(JSON.stringify(said)).not.toMatch(/participant-/);
      }
    }
  });
});

describe.each(steered)('what all are shown: $name', ({ kind, options }) => {
  it('[K17] survives JSON and names nobody', () => {
    const answers = answersOf(kind, options, 40);
    const around = steeredRound(kind, options, answers, seeded(7));
    for (const to of ['phone', 'screen'] as const) {
      const shown = kind.asks
        ? kind.reveal(options, folded(kind, options, answers), seenBy(to), around)
        : kind.present?.(options, around);
      expect(throughJson(shown)).toStrictEqual(shown);
      expect(JSON.stringify(shown)).not.toMatch(/participant-/);
    }
  });
});

describe.each(deriving)('what downloads derive: $name', ({ kind, options }) => {
  it('[K19] names participants who answered, and columns that there are', () => {
    if (!kind.asks || !kind.derived) return;
    const answers = crowd(kind, options, 8, 30);
    const around = steeredRound(kind, options, answers, seeded(8));
    const items = new Map(derivedColumnsOf(kind, options).map(({ item, values }) => [item, values]));
    const known = new Set(answers.map(({ participant }) => participant));
    const rows = [...kind.derived.rows(options, answers, around)];
    expect(rows.length).toBeGreaterThan(0);
    for (const { participant, item, value } of rows) {
      expect(known).toContain(participant);
      expect(typeof value).toBe(items.get(item) === 'number' ? 'number' : 'string');
    }
  });
});
