/**
 * Comparing parts of the crowd.
 * [P4] a segment or cross-table cell under 8 is hidden; subtracting totals and successive frames recovers none.
 */
import fc from 'fast-check';
import { Map as Table } from 'immutable';
import { describe, expect, it } from 'vitest';
import { identified } from '../../activities/directive.ts';
import { activityId, participantId } from '../../protocol/ids.ts';
import type { Cut, CutRow } from '../../protocol/views.ts';
import { comparing, cutOf } from './cut.ts';
import { decide } from './decide.ts';
import type { ActivityDefinition } from './definition.ts';
import { fewest, putTogether, sum } from './fewest.ts';
import { begin, given, someActivity, someDefinition } from './given.ts';
import { projectResults } from './project-results.ts';
import type { State, StoredAnswer } from './state.ts';
import { foldTally } from './tally.ts';

const places = identified(['Hospital', 'Council', 'Charity', 'Fire and rescue', 'Hospice']);
const answers = identified(['Energy', 'Curious', 'Wary', 'Worn out']);
const statements = identified(['Heard', 'Sure']);
const poll = (choose: number | 'any', list: typeof places) => ({
  answers: list,
  choose,
  other: choose === 1,
  sort: false,
});
const where = { id: activityId('where'), question: 'Where?', options: poll(1, places) };
const asked: Readonly<Record<string, Partial<ActivityDefinition>>> = {
  landed: { kind: 'poll', options: poll(1, answers) },
  ways: { kind: 'poll', options: poll('any', answers) },
  sure: {
    kind: 'scale',
    options: {
      statements,
      from: 1,
      to: 5,
      spectrum: false,
      stars: false,
      recommend: false,
    },
  },
  wall: { kind: 'text', options: { limit: 200 } },
};
const definition = someDefinition(
  someActivity(where),
  ...Object.entries(asked).map(([id, changes]) => someActivity({ id: activityId(id), ...changes })),
);

/** What one person answers; null for nothing. */
interface Person {
  readonly where: number | null;
  readonly landed: number | null;
  readonly ways: number;
  readonly sure: number;
}

function sessionOf(people: readonly Person[], endedAt: number | null = 1): State {
  const fresh = given(...begin(definition));
  const pick = (list: typeof places, index: number) => {
    const id = list[index]?.id;
    return id === undefined ? { options: [], other: `of my own ${index}` } : { options: [id] };
  };
  const responses: Readonly<Record<string, (person: Person) => unknown>> = {
    where: (person) => (person.where === null ? null : pick(places, person.where)),
    landed: (person) => (person.landed === null ? null : pick(answers, person.landed)),
    ways: (person) => ({
      options: answers.filter((_, bit) => (person.ways >> bit) % 2 === 1).map((each) => each.id),
    }),
    sure: (person) => ({
      ratings: Object.fromEntries(statements.map(({ id }, shift) => [id, 1 + ((person.sure + shift) % 5)])),
    }),
    wall: () => ({ text: 'free words' }),
  };
  const activities = fresh.activities.map((activity, id) => ({
    ...activity,
    rounds: activity.rounds.map((round) => ({
      ...round,
      responses: Table(
        people.flatMap((person, index) => {
          const response = responses[id]?.(person) ?? null;
          const participant = participantId(`p${index}`);
          const stored: StoredAnswer = { participant, response, at: index, n: 1, revision: index };
          return response === null ? [] : [[participant, stored] as const];
        }),
      ),
    })),
  }));
  return { ...fresh, activities, endedAt };
}

function cutIn(state: State, id: string): Cut | undefined {
  const { parts } = comparing(state, 'where');
  const activity = state.activities.get(activityId(id));
  return parts && activity && cutOf(activity, 1, parts);
}

/** How a part rates: all over, at the ends, and nearly all alike. */
const ways = fc.constantFrom(
  [0, 1, 2, 3, 4],
  [0, 1, 1, 2],
  [0, 0, 4],
  [...Array(15).fill(0), 1],
  [...Array(12).fill(4), 0, 2],
);

/** Crowds in which some parts and some answers are rare. */
const crowd = fc
  .tuple(
    fc.integer({ min: 1, max: 6 }),
    fc.integer({ min: 1, max: 5 }),
    fc.integer({ min: 0, max: 160 }),
    ways,
    ways,
  )
  .chain(([parts, choices, size, first, others]) => {
    const skewed = (most: number) =>
      fc.tuple(fc.nat(most - 1), fc.nat(most - 1)).map(([a, b]) => Math.min(a, b));
    return fc.array(
      fc
        .record({
          where: fc.option(skewed(parts), { freq: 12 }),
          landed: fc.option(skewed(choices), { freq: 12 }),
          ways: fc.integer({ min: 1, max: 15 }),
          sure: fc.nat(59),
        })
        .map((person): Person => {
          const rated = person.where === 0 ? first : others;
          return { ...person, sure: rated[person.sure % rated.length] ?? 0 };
        }),
      { minLength: size, maxLength: size, size: 'max' },
    );
  });

describe('[P4] what is put together', () => {
  it('leaves nothing below 8, alone or together', () => {
    const column = fc.array(fc.nat(20), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 8 }), (drawn) => {
        const columns = Math.min(...drawn.map((group) => group.length));
        const groups = drawn.map((group) => group.slice(0, columns));
        const together = putTogether(groups);
        if (together === undefined) return;
        const alone = groups.filter((_, index) => !together.includes(index));
        expect(Math.min(fewest, ...alone.flat())).toBe(fewest);
        expect(together.length).not.toBe(1);
        for (let at = 0; at < columns && together.length > 0; at++)
          expect(sum(together.map((index) => groups[index]?.[at] ?? 0))).toBeGreaterThanOrEqual(fewest);
      }),
    );
  });

  it('takes the next smallest with the only small one', () => {
    expect(putTogether([[20], [3], [9], [30]])).toEqual([1, 2]);
    expect(putTogether([[20], [5], [5], [30]])).toEqual([1, 2]);
    expect(putTogether([[20], [1], [2], [30]])).toEqual([0, 1, 2]);
    expect(putTogether([[8], [9]])).toEqual([]);
    expect(putTogether([[7], [9]])).toBeUndefined();
  });
});

describe('[P4] attacks', () => {
  it('every number that is shown stands for 8 people or more', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        const state = sessionOf(people);
        for (const id of Object.keys(asked)) {
          const cut = cutIn(state, id);
          for (const part of cut?.parts ?? []) expect(part.people).toBeGreaterThanOrEqual(fewest);
          for (const row of cut?.rows ?? [])
            for (const cell of countsIn(row)) expect(cell).toBeGreaterThanOrEqual(fewest);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('nothing small follows from totals, from all parts, and from how many there are in each', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        const cut = cutIn(sessionOf(people), 'landed');
        if (!cut || cut.parts.length === 0 || cut.rows.every(({ cells }) => cells === null)) return;
        expect(derived(people, cut)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('who did not choose is no smaller than 8 either', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        const cut = cutIn(sessionOf(people), 'ways');
        for (const row of cut?.rows ?? [])
          for (const [index, cell] of countsIn(row).entries()) {
            const others = (cut?.parts[index]?.people ?? 0) - cell;
            if (row.all < (cut?.people ?? 0)) expect(others).toBeGreaterThanOrEqual(fewest);
          }
      }),
      { numRuns: 60 },
    );
  });

  it('no small count follows from a mean', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        const cut = cutIn(sessionOf(people), 'sure');
        for (const [shift, { id, text }] of statements.entries()) {
          const row = cut?.rows.find(({ label }) => label === text);
          if (!cut || !row?.cells) continue;
          const rating = ({ sure }: Person) => 1 + ((sure + shift) % 5);
          for (const { name, of } of cut.parts) {
            const within = people.filter((person) =>
              (of.length > 0 ? of : [name]).includes(partNameOf(person)),
            );
            expect(countsThatFollow(within.map(rating), people.map(rating)), id).toEqual([]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('[P4] successive frames', () => {
  const people = Array.from(
    { length: 40 },
    (_, index): Person => ({ where: index % 2, landed: index % 2, ways: 1 + (index % 15), sure: index % 5 }),
  );
  const view = (state: State) => projectResults(state, foldTally, { now: 0, by: 'where' });

  it('has none while the session goes on', () => {
    const before = view(sessionOf(people, null));
    expect(before.compare).toMatchObject({
      ready: false,
      chosen: null,
      by: [{ id: 'where' }, { id: 'landed' }],
    });
    expect(JSON.stringify(before)).not.toContain('"cut"');
  });

  it('stays as it is after the end, whatever is asked of the session', () => {
    const state = sessionOf(people);
    const circumstances = { now: 5_000, newId: () => 'new', random: () => 0.5 };
    const landed = activityId('landed');
    const response = { options: [answers[0]?.id] };
    const late = participantId('p0');
    for (const order of [
      { type: 'respond', participant: late, activity: landed, round: 1, n: 9, response } as const,
      {
        type: 'respond',
        participant: late,
        activity: where.id,
        round: 1,
        n: 9,
        response: { options: ['council'] },
      } as const,
      { type: 'askAgain', activity: landed } as const,
      { type: 'askAgain', activity: where.id } as const,
      { type: 'open', activity: landed } as const,
    ])
      expect(decide(state, order, circumstances)).toEqual({ refused: 'ended' });
  });

  it('compares choices and numbers, and neither texts nor the question itself', () => {
    const { activities, compare } = view(sessionOf(people));
    expect(compare).toEqual({
      by: [
        { id: 'where', question: 'Where?' },
        { id: 'landed', question: 'How did it land?' },
      ],
      chosen: 'where',
      ready: true,
    });
    const compared = activities.filter(({ rounds: [round] }) => round?.cut).map(({ id }) => id);
    expect(compared).toEqual(['landed', 'ways', 'sure']);
    expect(activities[3]?.rounds[0]?.cut).toMatchObject({
      people: 40,
      parts: [
        { name: 'Hospital', people: 20, of: [] },
        { name: 'Council', people: 20, of: [] },
      ],
      rows: [
        { label: 'Heard', unit: 'mean', all: 3, cells: [3, 3] },
        { label: 'Sure', unit: 'mean' },
      ],
    });
  });

  it('ignores what parts nobody, and an activity there never was', () => {
    for (const by of ['ways', 'wall', 'constructor', ''])
      expect(JSON.stringify(projectResults(sessionOf(people), foldTally, { now: 0, by }))).not.toContain(
        '"cut"',
      );
  });
});

function countsIn({ unit, cells }: CutRow): readonly number[] {
  return unit === 'people' ? (cells ?? []) : [];
}

function partNameOf(person: Person): string {
  return person.where === null ? 'No answer' : (places[person.where]?.text ?? 'Other');
}

function answerOf({ landed }: Person): string {
  return answers[landed ?? -1]?.text ?? 'None of these';
}

/**
 * Cells under 8 that somebody can work out who knows the table, the result of everybody, and how many people of each part
 * answered. Each cell that is not shown lies in one sum over a row and one over a column, so these are flows; a cell
 * is known exactly when no round trip through it leaves all sums as they are and all cells at 0 or more.
 */
function derived(everybody: readonly Person[], cut: Cut): readonly string[] {
  const people = everybody.filter(({ landed }) => landed !== null);
  // Where everybody said the same, their result says so by itself.
  if (new Set(people.map(answerOf)).size === 1) return [];
  const columnOf = (part: string) => cut.parts.find(({ name, of }) => name === part || of.includes(part));
  const rowOf = (answer: string) => cut.rows.find(({ label }) => label.split(' + ').includes(answer));
  const edges = [...new Set(people.map(answerOf))].flatMap((answer) =>
    [...new Set(people.map(partNameOf))].flatMap((part) => {
      const whole = rowOf(answer)?.label === answer;
      const alone = columnOf(part)?.of.length === 0;
      if (whole && alone) return [];
      const count = people.filter(
        (person) => answerOf(person) === answer && partNameOf(person) === part,
      ).length;
      return [
        {
          from: whole ? `${answer} of those together` : answer,
          to: alone ? `rare ones in ${part}` : part,
          count,
        },
      ];
    }),
  );
  const canChange = (edge: (typeof edges)[number], up: boolean) => {
    const seen = new Set([edge.to]);
    for (const at of seen) {
      for (const back of edges) {
        if (back === edge || back.to !== at || (up && back.count === 0)) continue;
        if (back.from === edge.from) return true;
        for (const on of edges)
          if (on !== edge && on.from === back.from && (up || on.count > 0)) seen.add(on.to);
      }
    }
    return false;
  };
  return edges
    .filter(
      (edge) => edge.count < fewest && !canChange(edge, true) && !(edge.count > 0 && canChange(edge, false)),
    )
    .map(({ from, to, count }) => `${from} × ${to} = ${count}`);
}

/** Steps of which it follows how many chose them, and fewer than 8, from how many there are, from their sum and from everybody's result. */
function countsThatFollow(ratings: readonly number[], all: readonly number[]): readonly string[] {
  const limits = [1, 2, 3, 4, 5].map((step) => all.filter((each) => each === step).length);
  const total = sum(ratings);
  return [1, 2, 3, 4, 5].flatMap((step) => {
    const others = [1, 2, 3, 4, 5].filter((each) => each !== step && (limits[each - 1] ?? 0) > 0);
    let reached = new Set(['0 0']);
    for (const other of others) {
      const next = new Set<string>();
      for (const place of reached) {
        const [people = 0, points = 0] = place.split(' ').map(Number);
        for (let more = 0; more <= (limits[other - 1] ?? 0) && people + more <= ratings.length; more++)
          if (points + more * other <= total) next.add(`${people + more} ${points + more * other}`);
      }
      reached = next;
    }
    const possible = Array.from({ length: (limits[step - 1] ?? 0) + 1 }, (_, count) => count).filter(
      (count) => reached.has(`${ratings.length - count} ${total - count * step}`),
    );
    const [count = 0] = possible;
    return possible.length === 1 && (limits[step - 1] ?? 0) > 0 && count < fewest
      ? [`${count} chose ${step}`]
      : [];
  });
}
