/**
 * [V73] A screen that was blacked out here is black at once; whatever the server says of it holds.
 */
import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import type { Acknowledgement } from '../../protocol/refusals.ts';
import type { RoomView } from '../../protocol/views.ts';
import type { Connection, ConnectionState } from '../connection.ts';
import { BlackOut } from './black-out.ts';

/** A black-out over a connection whose server answers what the test says. */
function blackOut() {
  const state = signal<ConnectionState>({ is: 'open' });
  const view = signal<RoomView | undefined>(undefined);
  const asked: ((answer: Acknowledgement | undefined) => void)[] = [];
  const connection: Connection<RoomView> = {
    state,
    view,
    command: () => new Promise((answer) => asked.push(answer)),
    close() {},
  };
  const see = (revision: number, black: boolean) => {
    view.value = {
      ...{ revision, black, deck: 1, code: '', slide: { h: 0, v: 0, f: -1 }, locked: false, ended: false },
      ...{ people: 0, reactions: {}, now: 0, activities: [] },
    };
  };
  see(1, false);
  const answer = async (acknowledgement: Acknowledgement | undefined) => {
    asked.shift()?.(acknowledgement);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { black: new BlackOut(connection), state, see, answer, asked };
}

it('[V73] is black at once, and a view from before does not light it again', async () => {
  const { black, see, answer } = blackOut();
  black.toggle();
  expect(black.on.value).toBe(true);
  see(2, false);
  expect(black.on.value).toBe(true);
  await answer({ ok: true, revision: 3 });
  see(2, false);
  expect(black.on.value).toBe(true);
  see(4, false);
  expect(black.on.value).toBe(false);
});

it('[V73] comes back when the server refuses', async () => {
  const { black, answer } = blackOut();
  black.toggle();
  await answer({ refused: 'not-saved' });
  expect(black.on.value).toBe(false);
  // And it can be pressed again.
  black.toggle();
  await answer({ ok: true, revision: 2 });
  expect(black.on.value).toBe(true);
});

it('[V73] is sent again at the next connection when no answer came', async () => {
  const { black, state, answer, asked } = blackOut();
  black.toggle();
  await answer(undefined);
  state.value = { is: 'lost' };
  state.value = { is: 'open' };
  expect(asked).toHaveLength(1);
  expect(black.on.value).toBe(true);
});
