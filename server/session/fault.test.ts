/**
 * A bug in one kind's model.
 * [V12] It takes away that activity's result and no more; all others are shown, on every screen and phone.
 * [V13] It is told to whoever makes the view, and thrown on where nobody listens.
 * [V14] It is logged once, however many views are made.
 */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { models } from '../../activities/models.ts';
import { activityId, participantId } from '../../protocol/ids.ts';
import { faultsIn } from '../faults.ts';
import type { Order } from './decide.ts';
import { begin, given, someActivity, someDefinition } from './given.ts';
import { projectPhone } from './project-phone.ts';
import { projectResults } from './project-results.ts';
import { projectEmbed, projectPresenter, projectPrint, projectRoom } from './project-screens.ts';
import { foldTally } from './tally.ts';

const [broken, sound, clock] = [activityId('broken'), activityId('sound'), activityId('clock')];
const [words] = models.text.sample.options;
const [guess] = models.number.sample.options;
const [rounds] = models.timer.sample.options;

function says(activity: typeof broken, response: unknown): Order {
  return { type: 'respond', participant: participantId('ann'), activity, round: 1, n: 1, response };
}

const state = given(
  ...begin(
    someDefinition(
      someActivity({ id: broken, kind: 'number', options: guess }),
      someActivity({ id: sound, kind: 'text', options: words }),
      someActivity({ id: clock, kind: 'timer', options: rounds }),
    ),
  ),
  says(broken, { value: 7 }),
  says(sound, { text: 'All is well' }),
  { type: 'show', activity: broken },
  { type: 'show', activity: sound },
);

const bug = new RangeError('Invalid array length');
const throws = () => {
  throw bug;
};

afterEach(() => void vi.restoreAllMocks());

function everyView() {
  const faults: unknown[] = [];
  const fault = (...each: readonly unknown[]) => void faults.push(each);
  const around = { now: 5000, people: 1, warnings: [], fault };
  const views = {
    room: projectRoom(state, foldTally, around).activities,
    console: projectPresenter(state, foldTally, around).activities,
    phone: projectPhone(state, foldTally, around).activities,
    print: projectPrint(state, foldTally, around).activities,
    results: projectResults(state, foldTally, around).activities,
    embeds: [broken, sound, clock].map((id) => projectEmbed(state, foldTally, id, around)),
  };
  return { views, faults };
}

describe('a model that throws', () => {
  it.each([
    ['reveal', () => vi.spyOn(models.number, 'reveal').mockImplementation(throws)],
    ['tally', () => vi.spyOn(models.number.tally, 'step').mockImplementation(throws)],
  ])('[V12] in %s has its own result hidden', (_name, breakIt) => {
    const before = everyView();
    expect(before.faults).toEqual([]);
    breakIt();
    const { views, faults } = everyView();
    for (const view of [views.room, views.console, views.phone, views.print]) {
      expect(view.find(({ id }) => id === broken)).toMatchObject({ revealed: { people: 1 } });
      expect(view.find(({ id }) => id === broken)?.revealed).toEqual({ people: 1 });
    }
    for (const name of ['room', 'console', 'phone', 'print', 'results'] as const) {
      const others = (all: typeof views) => all[name].filter(({ id }) => id !== broken);
      expect(others(views)).toEqual(others(before.views));
    }
    expect(views.embeds[0]?.revealed).toEqual({ people: 1 });
    expect(faults.length).toBeGreaterThan(0);
    expect(new Set(faults)).toEqual(new Set(faults.map(() => [broken, bug])));
  });

  it('[V12] in what it shows is left out', () => {
    vi.spyOn(models.timer, 'present').mockImplementation(throws);
    const { views } = everyView();
    for (const view of [views.room, views.console, views.print])
      expect(view.map(({ id }) => id)).toEqual([broken, sound]);
    expect(views.phone.find(({ id }) => id === clock)?.revealed).toBeUndefined();
    expect(views.embeds[2]).toBeUndefined();
  });

  it('[V12] in its entries or its words goes without these', () => {
    vi.spyOn(models.text, 'entries').mockImplementation(throws);
    vi.spyOn(models.number, 'describe').mockImplementation(throws);
    const { views } = everyView();
    expect(views.console.find(({ id }) => id === sound)).toMatchObject({ entries: [], waiting: 0 });
    expect(views.results.map(({ rounds: [first] }) => first?.description.sentence)).toEqual([
      '',
      '1 answer.',
    ]);
  });

  it('[V13] is a failure where nobody is told', () => {
    vi.spyOn(models.number, 'reveal').mockImplementation(throws);
    expect(() => projectRoom(state, foldTally, { now: 0, people: 1, warnings: [] })).toThrow(bug);
  });
});

it('[V14] a fault is logged once', () => {
  const log = { error: vi.fn() };
  const fault = faultsIn(log);
  for (let view = 0; view < 100; view++) fault(broken, bug);
  fault(sound, bug);
  expect(log.error.mock.calls.map(([about]) => about)).toMatchObject([
    { activity: broken, error: 'RangeError: Invalid array length' },
    { activity: sound },
  ]);
});
