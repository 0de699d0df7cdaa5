/**
 * Pictures on their way.
 * [N4] A picture is tried again until the server has taken or refused it: after a while, and at once when the link is back.
 */
import { expect, it } from 'vitest';
import type { Standing } from './outbox.ts';
import { Pictures } from './pictures.ts';

const picture = new Blob(['picture']);

/** A server that gives these outcomes one after another, and a clock whose timers run when told to. */
function played(...outcomes: readonly Awaited<ReturnType<ConstructorParameters<typeof Pictures>[0]>>[]) {
  const said: Standing[] = [];
  const timers = new Map<() => void, number>();
  let posts = 0;
  const pictures = new Pictures(
    async () => outcomes[posts++],
    {
      after(ms, call) {
        timers.set(call, ms);
        return () => timers.delete(call);
      },
    },
    (_activity, standing) => said.push(standing),
  );
  return {
    pictures,
    said,
    waits: () => [...timers.values()],
    pass: () => {
      for (const [call] of [...timers]) call();
    },
    settle: () => new Promise((done) => setImmediate(done)),
    posts: () => posts,
  };
}

it('[N4] is tried again after a while, each time a longer one', async () => {
  const { pictures, said, waits, pass, settle } = played(undefined, { refused: 'not-saved' }, { file: 'id' });
  const sent = pictures.handIn('drawings', picture);
  await settle();
  const first = waits();
  pass();
  await settle();
  expect(waits()).toEqual(first.map((ms) => ms * 2));
  pass();
  expect(await sent).toBe('id');
  expect(said).toEqual(['sending', 'waiting', 'sending', 'waiting', 'sending']);
  expect(waits()).toEqual([]);
});

it('[N4] is tried at once when the link is back, and not twice', async () => {
  const { pictures, waits, settle, posts } = played(undefined, { file: 'id' });
  const sent = pictures.handIn('drawings', picture);
  await settle();
  pictures.connected();
  pictures.connected();
  expect(await sent).toBe('id');
  expect([posts(), waits()]).toEqual([2, []]);
});

it('[N4] is given up with words when it is refused', async () => {
  const { pictures, said, waits } = played({ refused: 'closed' });
  await expect(pictures.handIn('drawings', picture)).rejects.toThrow('closed before your answer arrived');
  expect(said).toEqual(['sending', { refused: 'closed' }]);
  expect(waits()).toEqual([]);
});
