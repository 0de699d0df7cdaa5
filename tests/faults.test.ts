/**
 * [F1] `kill -9` under load, three times: ledgers and export agree; nothing lost, twice, invented or wrong.
 * [F5] An answer to a question that has moved on is refused with a reason.
 * [F7] When the disk does not take answers, nothing is acknowledged and the console is warned; then service resumes.
 */
import { afterEach, describe, expect, it } from 'vitest';
import type { PresenterView } from '../protocol/views.ts';
import { openMemoryLog } from '../server/log/memory.ts';
import { type Hall, heard, openHall } from './hall.ts';
import { LightPhone } from './light-phone.ts';
import { type Served, serve } from './serve.ts';

const source = `# Start

---
## What is on your mind?
<!-- text: {open: always} -->

---
## Which?
<!-- poll: {open: always} -->
- One
- Two
- Three
`;

interface Exported {
  readonly activities: readonly {
    readonly id: string;
    readonly rounds: readonly {
      readonly responses: readonly { readonly participant: string; readonly response: unknown }[];
    }[];
  }[];
}

async function exported({ url, code, resultsKey }: Served): Promise<Exported> {
  const reply = await fetch(`${url}/${code}/results.json`, {
    headers: { authorization: `Bearer ${resultsKey}` },
  });
  const read: Exported = await reply.json();
  return read;
}

describe('the server is killed', () => {
  let served: Served | undefined;
  afterEach(() => served?.remove());

  it('[F1] three times under load: every ledger agrees with the export', async () => {
    served = await serve({ source });
    const { url, code } = served;
    const phones = Array.from({ length: 100 }, () => new LightPhone({ url, code }));
    await Promise.all(phones.map((phone) => phone.connect()));
    for (let kill = 0; kill < 3; kill++) {
      let acknowledged = 0;
      let sent = 0;
      const stop = new Promise<void>((resolve) => {
        for (const [index, phone] of phones.entries()) {
          for (let answer = 0; answer < 10; answer++) {
            const text = `phone ${index} answer ${++sent}`;
            void phone.respond('what-is-on-your-mind', { text }).then(() => {
              // Killed in the middle of the work, with answers acknowledged and answers on their way.
              if (++acknowledged === 300) resolve();
            });
            void phone.respond('which', { options: [['one', 'two', 'three'][answer % 3]] });
          }
        }
      });
      await stop;
      await served.stop('SIGKILL');
      served = await served.again();
      await Promise.all(phones.map((phone) => phone.connect()));
      await Promise.all(phones.map((phone) => phone.resend()));
    }
    const { activities } = await exported(served);
    for (const id of ['what-is-on-your-mind', 'which']) {
      const stored = activities.find((activity) => activity.id === id)?.rounds[0]?.responses ?? [];
      const latest = phones.map((phone) =>
        phone.ledger.findLast(
          (sentAnswer) => sentAnswer.activity === id && sentAnswer.outcome && 'ok' in sentAnswer.outcome,
        ),
      );
      const expected = latest.map((sentAnswer) => JSON.stringify(sentAnswer?.response)).sort();
      // As multisets: nothing lost, nothing twice, nothing invented, nothing wrong.
      expect(stored.map(({ response }) => JSON.stringify(response)).sort()).toEqual(expected);
      expect(new Set(stored.map(({ participant }) => participant)).size).toBe(phones.length);
    }
    for (const phone of phones) {
      expect(phone.ledger.filter(({ outcome }) => outcome === undefined)).toEqual([]);
      phone.close();
    }
  });
});

describe('the room has moved on, or the disk is full', () => {
  let hall: Hall;
  afterEach(() => hall.close());

  it('[F5] a late answer is refused with a reason', async () => {
    hall = await openHall();
    const phone = new LightPhone({ url: hall.url, code: hall.code });
    await phone.connect();
    await hall.room.order({ type: 'goTo', slide: { h: 1, v: 0, f: -1 } });
    expect(await phone.respond('landed', { options: ['i-was-wary'] })).toEqual({ refused: 'closed' });
    phone.close();
  });

  it('[F7] nothing is acknowledged that was not saved, and the console is warned', async () => {
    const log = openMemoryLog();
    hall = await openHall({ log });
    const phone = new LightPhone({ url: hall.url, code: hall.code });
    await phone.connect();
    const presenter = hall.connect('presenter', { key: hall.keys.presenter });
    await heard(presenter, 'view');
    log.failNext();
    const warned = heard<PresenterView>(presenter, 'view');
    expect(await phone.respond('landed', { options: ['i-was-wary'] })).toEqual({ refused: 'not-saved' });
    expect((await warned).warnings.map(({ kind }) => kind)).toEqual(['storage']);
    expect(hall.room.state.activities.first()?.rounds[0]?.responses.size).toBe(0);
    const cleared = heard<PresenterView>(presenter, 'view');
    expect(await phone.respond('landed', { options: ['i-was-wary'] })).toMatchObject({ ok: true });
    expect((await cleared).warnings).toEqual([]);
    phone.close();
  });
});
