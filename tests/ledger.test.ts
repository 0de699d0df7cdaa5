/**
 * [G1] An honest download has nothing amiss, whatever was changed, resent, refused or never acknowledged.
 * [G2] Lost, twice, invented and wrong are each found: for phones that are known by a text of their own,
 *      and for a crowd that cannot be told apart.
 * [G3] What nobody has acknowledged may be there and need not be; what was refused must not.
 * [G4] A download of another shape is refused.
 * [G5] The checker agrees with a real room.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activityId, participantId } from '../protocol/ids.ts';
import type { Acknowledgement } from '../protocol/refusals.ts';
import { exportFormats } from '../server/export/formats.ts';
import { whole } from '../server/export/pieces.ts';
import { decide } from '../server/session/decide.ts';
import { evolve } from '../server/session/evolve.ts';
import { begin, given, someActivity, someDefinition } from '../server/session/given.ts';
import { audit, type Ledger, nothingAmiss, type ResultsFile, readResults, type Sending } from './ledger.ts';

const ok: Acknowledgement = { ok: true, revision: 1 };
const refused: Acknowledgement = { refused: 'closed' };

function sent(
  activity: string,
  value: string,
  { n = 1, round = 1, outcome = ok }: { n?: number; round?: number; outcome?: Acknowledgement | null } = {},
): Sending {
  return { activity, round, n, response: { value }, outcome: outcome ?? undefined };
}

type Line = readonly [participant: string, activity: string, value: string, round?: number];

/** A download that holds these answers. */
function holding(...lines: readonly Line[]): ResultsFile {
  const activities = ['poll', 'text'].map((id) => ({
    id,
    kind: 'any',
    question: '?',
    options: {},
    rounds: [1, 2].map((round) => ({
      round,
      responses: lines
        .filter(([, activity, , asked = 1]) => activity === id && asked === round)
        .map(([participant, , value]) => ({ participant, response: { value }, at: '2026-01-01T10:00Z' })),
    })),
  }));
  return { session: 'PXENUM', deck: 'A talk', activities };
}

/** How many faults of each sort. */
function faults(ledgers: readonly Ledger[], results: ResultsFile) {
  const { lost, twice, invented, wrong } = audit(ledgers, results);
  return { lost: lost.length, twice: twice.length, invented: invented.length, wrong: wrong.length };
}
const none = { lost: 0, twice: 0, invented: 0, wrong: 0 };

describe('phones that are known by their text', () => {
  const ledgers: Ledger[] = [
    [sent('text', 'text of 0', { n: 1 }), sent('poll', 'a', { n: 2 })],
    [sent('text', 'text of 1', { n: 1 }), sent('poll', 'b', { n: 2 }), sent('poll', 'a', { n: 3 })],
    [sent('text', 'text of 2', { n: 1 }), sent('poll', 'b', { n: 2 })],
  ];
  const honest: Line[] = [
    ['P101', 'text', 'text of 0'],
    ['P007', 'text', 'text of 1'],
    ['P033', 'text', 'text of 2'],
    ['P101', 'poll', 'a'],
    ['P007', 'poll', 'a'],
    ['P033', 'poll', 'b'],
  ];

  it('[G1] have nothing amiss', () => {
    expect(audit(ledgers, holding(...honest))).toEqual(nothingAmiss);
  });

  it('[G2] lose an answer', () => {
    for (const missing of honest) {
      const rest = honest.filter((line) => line !== missing);
      expect(faults(ledgers, holding(...rest))).toEqual({ ...none, lost: 1 });
    }
  });

  it('[G2] are there twice', () => {
    for (const line of honest)
      expect(faults(ledgers, holding(...honest, line))).toEqual({ ...none, twice: 1 });
    expect(faults(ledgers, holding(...honest, ['P500', 'text', 'text of 1']))).toEqual({ ...none, twice: 1 });
  });

  it('[G2] have an answer of nobody beside them', () => {
    expect(faults(ledgers, holding(...honest, ['P500', 'text', 'unheard of']))).toEqual({
      ...none,
      invented: 1,
    });
    expect(faults(ledgers, holding(...honest, ['P101', 'poll', 'a', 2]))).toEqual({ ...none, invented: 1 });
  });

  it('[G2] have an older answer, or one of another phone', () => {
    const stale = holding(...honest.with(4, ['P007', 'poll', 'b']));
    expect(audit(ledgers, stale)).toEqual({
      ...nothingAmiss,
      wrong: ['poll round 1: P007 is phone 1 and has {"value":"b"} instead of {"value":"a"}'],
    });
    // The counts are right, the people are not.
    const swapped = honest.with(3, ['P101', 'poll', 'b']).with(5, ['P033', 'poll', 'a']);
    expect(faults(ledgers, holding(...swapped))).toEqual({ ...none, wrong: 2 });
  });
});

describe('a crowd that cannot be told apart', () => {
  const ledgers: Ledger[] = Array.from({ length: 6 }, (_, index) => [
    sent('poll', 'c', { n: 1 }),
    sent('poll', index < 2 ? 'a' : 'b', { n: 2 }),
  ]);
  const honest: Line[] = ['a', 'a', 'b', 'b', 'b', 'b'].map((value, index) => [`P00${index}`, 'poll', value]);

  it('[G1] has nothing amiss', () => {
    expect(audit(ledgers, holding(...honest))).toEqual(nothingAmiss);
  });

  it('[G2] loses an answer, has one twice, one of nobody, or a wrong one', () => {
    expect(faults(ledgers, holding(...honest.slice(1)))).toEqual({ ...none, lost: 1 });
    expect(faults(ledgers, holding(...honest, ['P100', 'poll', 'a']))).toEqual({ ...none, twice: 1 });
    expect(faults(ledgers, holding(...honest, ['P100', 'poll', 'd']))).toEqual({ ...none, invented: 1 });
    expect(faults(ledgers, holding(...honest.with(0, ['P000', 'poll', 'c'])))).toEqual({ ...none, wrong: 1 });
    expect(faults(ledgers, holding(...honest.with(0, ['P000', 'poll', 'd'])))).toEqual({ ...none, wrong: 1 });
    expect(faults(ledgers, holding(...honest.with(0, ['P000', 'poll', 'b'])))).toEqual({
      ...none,
      lost: 1,
      twice: 1,
    });
  });

  it('[G1] is matched so that nobody takes what only another can have', () => {
    // Two of the first three may have "a" or "b"; the last can only have "a".
    const open = () => [sent('poll', 'a', { n: 1 }), sent('poll', 'b', { n: 2, outcome: null })];
    const crowd = [open(), open(), [sent('poll', 'b')], [sent('poll', 'a')]];
    const ended = (...values: string[]) =>
      holding(...values.map((value, index): Line => [`P00${index}`, 'poll', value]));
    for (const values of [
      ['a', 'a', 'b', 'a'],
      ['b', 'a', 'b', 'a'],
      ['b', 'b', 'b', 'a'],
    ])
      expect(audit(crowd, ended(...values))).toEqual(nothingAmiss);
    expect(faults(crowd, ended('b', 'b', 'b', 'b'))).toEqual({ ...none, lost: 1, twice: 1 });
    expect(faults(crowd, ended('a', 'a', 'a', 'a'))).toEqual({ ...none, lost: 1, twice: 1 });
  });
});

describe('what became of an answer', () => {
  it('[G3] is open until somebody says', () => {
    const open: Ledger[] = [
      [sent('text', 'first', { n: 1 }), sent('text', 'second', { n: 2, outcome: null })],
    ];
    for (const value of ['first', 'second'])
      expect(audit(open, holding(['P001', 'text', value]))).toEqual(nothingAmiss);
    expect(faults(open, holding())).toEqual({ ...none, lost: 1 });
    const never: Ledger[] = [[sent('text', 'only', { outcome: null })]];
    expect(audit(never, holding())).toEqual(nothingAmiss);
    expect(audit(never, holding(['P001', 'text', 'only']))).toEqual(nothingAmiss);
  });

  it('[G3] is settled by the latest number, and for a resend by its acknowledgement', () => {
    const late: Ledger[] = [[sent('text', 'new', { n: 2 }), sent('text', 'old', { n: 1, outcome: null })]];
    expect(audit(late, holding(['P001', 'text', 'new']))).toEqual(nothingAmiss);
    expect(faults(late, holding(['P001', 'text', 'old']))).toEqual({ ...none, wrong: 1 });
    const again: Ledger[] = [[sent('text', 'x', { outcome: null }), sent('text', 'x')]];
    expect(audit(again, holding(['P001', 'text', 'x']))).toEqual(nothingAmiss);
    expect(faults(again, holding())).toEqual({ ...none, lost: 1 });
  });

  it('[G3] is nothing when it was refused', () => {
    const late: Ledger[] = [[sent('text', 'too late', { outcome: refused })], [sent('text', 'in time')]];
    expect(audit(late, holding(['P001', 'text', 'in time']))).toEqual(nothingAmiss);
    expect(faults(late, holding(['P001', 'text', 'in time'], ['P002', 'text', 'too late']))).toEqual({
      ...none,
      invented: 1,
    });
  });

  it('[G1] does not hang on the order of keys', () => {
    const ledger: Ledger = [
      { activity: 'text', round: 1, n: 1, response: { b: 1, a: { d: 2, c: 3 } }, outcome: ok },
    ];
    const results = holding(['P001', 'text', 'x']);
    const [, text] = results.activities;
    const [stored] = text?.rounds[0]?.responses ?? [];
    if (stored) stored.response = { a: { c: 3, d: 2 }, b: 1 };
    expect(audit([ledger], results)).toEqual(nothingAmiss);
  });
});

describe('downloads', () => {
  it('[G4] of another shape are refused', () => {
    const whole = holding(['P001', 'text', 'x']);
    expect(readResults(JSON.stringify(whole))).toEqual(whole);
    expect(() => readResults(JSON.stringify({ ...whole, more: 1 }))).toThrow();
    expect(() => readResults('{"session":"PXENUM","deck":"","activities":[{}]}')).toThrow();
  });

  it('[G5] of a real room have nothing amiss, and one answer less is one lost', async () => {
    const step = fc.record({
      phone: fc.nat(7),
      activity: fc.constantFrom('landed', 'note'),
      choice: fc.nat(3),
      /** Acknowledged, or stored without the phone hearing of it; on a quiet day every phone hears. */
      heard: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.boolean(), async (steps, isQuiet) => {
        const note = someActivity({ id: activityId('note'), kind: 'text', options: { limit: 280 } });
        let state = given(...begin(someDefinition(someActivity(), note)));
        const ledgers: Sending[][] = Array.from({ length: 8 }, () => []);
        const choices = ['it-gave-me-energy', 'i-was-curious', 'i-was-wary', 'it-wore-me-out'];
        for (const [index, { phone, activity, choice, heard }] of steps.entries()) {
          const response =
            activity === 'note' ? { text: `${choice} of ${phone}` } : { options: [choices[choice] ?? ''] };
          const n = index + 1;
          const order = { activity: activityId(activity), round: 1, n, response } as const;
          const participant = participantId(`phone-${phone}`);
          const decision = decide(
            state,
            { type: 'respond', participant, ...order },
            { now: n, random: Math.random },
          );
          if ('refused' in decision) throw new Error(decision.refused);
          state = decision.events.reduce(evolve, state);
          ledgers[phone]?.push({
            activity,
            round: 1,
            n,
            response,
            outcome: heard || isQuiet ? ok : undefined,
          });
        }
        const file = exportFormats.json?.render(state, {}, async () => undefined);
        const results = readResults(file ? (await whole(file)).toString() : '');
        expect(audit(ledgers, results)).toEqual(nothingAmiss);
        const [first] = results.activities.flatMap(({ rounds }) => rounds);
        const known = ledgers.every((ledger) => ledger.every(({ outcome }) => outcome !== undefined));
        if (!known || !first?.responses.pop()) return;
        expect(faults(ledgers, results)).toEqual({ ...none, lost: 1 });
      }),
    );
  });
});
