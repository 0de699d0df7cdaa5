/**
 * How often views are made.
 * [V70] Not more often than the interval, and not later than it either, whatever is done to the system's clock.
 * [V71] What is dear to make twice in a row is made less often; once may have been held up by something else.
 */
import { expect, it } from 'vitest';
import { PlayedClock } from '../tests/simulation.ts';
import { Pace } from './pace.ts';

/** A pace of 50 ms, and the times its task ran; each run takes what `cost` says by then. */
function paced() {
  const clock = new PlayedClock();
  const runs: number[] = [];
  const task = { cost: 0 };
  const pace = new Pace(clock, 50, () => {
    runs.push(clock.now());
    clock.jump(task.cost);
  });
  return { clock, pace, runs, task };
}

it('[V70] runs at once, then after the interval', () => {
  const { clock, pace, runs } = paced();
  const start = clock.now();
  pace.ask();
  clock.advance(0);
  for (let ask = 0; ask < 5; ask++) pace.ask();
  clock.advance(49);
  expect(runs).toEqual([start]);
  clock.advance(1);
  expect(runs).toEqual([start, start + 50]);
  clock.advance(1000);
  expect(runs).toHaveLength(2);
});

it.each([-3_600_000, 3_600_000])('[V70] goes on when the clock is set by %d ms', (jump) => {
  const { clock, pace, runs } = paced();
  pace.now();
  clock.jump(jump);
  pace.ask();
  clock.advance(50);
  expect(runs).toHaveLength(2);
  pace.ask();
  clock.jump(jump);
  clock.advance(50);
  expect(runs).toHaveLength(3);
});

it('[V71] rests ten times as long as its task took twice in a row', () => {
  const { clock, pace, runs, task } = paced();
  task.cost = 100;
  pace.now();
  pace.ask();
  clock.advance(50);
  expect(runs).toHaveLength(2);
  pace.ask();
  clock.advance(999);
  expect(runs).toHaveLength(2);
  clock.advance(1);
  expect(runs).toHaveLength(3);
});
