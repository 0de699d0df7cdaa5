/**
 * The two-day programme that ships, played from the baseline survey to the feedback.
 * [W10] Its file has neither fault nor warning.
 * [W11] 12 simulated and 2 real phones answer all of it, and the downloads hold what was acknowledged, no more and no less.
 * [W12] The room screen draws every result, and no page has a fault.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../activities/given.ts';
import { askedModelOf, modelOf } from '../activities/models.ts';
import type { ActivityDefinition } from '../server/session/definition.ts';
import { readSessionFile } from '../server/session-file/session-file.ts';
import { browser, host, presenter, served } from './hosted.ts';
import { audit, nothingAmiss, readResults } from './ledger.ts';
import { LightPhone } from './light-phone.ts';
import { playedKinds } from './played.ts';
import { RealPhone } from './real-phone.ts';
import { root } from './serve.ts';
import { tabTo } from './tab-to.ts';

const name = 'leading-across-boundaries.md';
const source = readFileSync(join(root, 'sessions', name), 'utf8');
const file = readSessionFile(source, { file: name });
const kinds = await playedKinds();
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let room: Page;
const faults: string[] = [];
const light: LightPhone[] = [];
const real: RealPhone[] = [];

const picture = readFileSync(join(root, 'sessions/four-valleys.svg'));
host({ source, files: { 'four-valleys.svg': picture } });
beforeAll(async () => {
  for (let index = 0; index < 12; index++) {
    const phone = new LightPhone({ url: served.url, code: served.code });
    await phone.connect();
    light.push(phone);
  }
  for (let index = 0; index < 2; index++) real.push(await RealPhone.open(browser, served.join));
  room = await (
    await browser.newContext({ viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' })
  ).newPage();
  room.on('pageerror', (error) => faults.push(error.message));
  await room.goto(served.room);
});
afterAll(async () => {
  for (const phone of light) phone.close();
});

const activities = file.ok ? file.definition.activities : [];

/** What a simulated phone answers, with its pictures handed in before. */
async function answer(
  phone: LightPhone,
  index: number,
  { id, kind, options }: ActivityDefinition,
  round = 1,
) {
  const model = askedModelOf(kind);
  if (!model) return;
  let response = model.sample.honest(options, seeded(index * 1000 + round));
  for (const named of model.files?.(response) ?? []) {
    const reply = await fetch(`${served.url}/${served.code}/pictures`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${phone.token}`, 'Content-Type': 'image/png' },
      body: pixel,
    });
    const { file: handedIn }: { file: string } = await reply.json();
    response = JSON.parse(JSON.stringify(response).replace(named, handedIn));
  }
  expect(await phone.respond(id, response, { round })).toMatchObject({ ok: true });
}

/** A real phone answers with its form: by hand, or with the keyboard where the kind says no other way. */
async function answerByHand({ page }: RealPhone, { id, kind, question }: ActivityDefinition): Promise<void> {
  const played = kinds.get(kind);
  const keyboard = played?.slides.find((slide) => slide.keyboard)?.keyboard;
  const section = page.locator(`[aria-labelledby="question-${id}"]`);
  await section.getByRole('heading', { level: 1, name: question }).waitFor();
  const form = section.locator('.question-form');
  await form.locator('> *').first().waitFor();
  let isSent = true;
  if (played?.byHand) isSent = await played.byHand(form);
  else if (keyboard) await keyboard(page, (selector) => tabTo(page, selector));
  else throw new Error(`nobody says how a ${kind} is answered`);
  if (isSent) await section.getByText('✓ Saved').waitFor();
}

async function goTo({ slide: { h, v } }: ActivityDefinition): Promise<void> {
  await presenter.send({ type: 'goTo', slide: { h, v, f: -1 } });
}

/** What the presenter does with a kind that is steered. */
async function steer({ id, kind, options }: ActivityDefinition): Promise<void> {
  const answers = light.flatMap(({ participant, ledger }) => {
    const sent = ledger.findLast((each) => each.activity === id);
    return sent ? [{ participant, response: sent.response, at: Date.now() }] : [];
  });
  for (const command of modelOf(kind).sample.commands?.(options, seeded(3), answers) ?? [])
    await presenter.send({ ...command, activity: id });
}

it('[W10] has neither fault nor warning', () => {
  const told = file.ok ? file.warnings : file.faults;
  expect(told).toEqual([]);
  expect(activities.length).toBeGreaterThan(30);
});

describe('played', () => {
  it.each(activities.map((activity) => ({ id: activity.id, kind: activity.kind, activity })))(
    '[W11] [W12] $id: $kind',
    async ({ activity }) => {
      await goTo(activity);
      if (modelOf(activity.kind).asks) {
        await Promise.all(light.map((phone, index) => answer(phone, index + 1, activity)));
        await Promise.all(real.map((phone) => answerByHand(phone, activity)));
      }
      await steer(activity);
      if (modelOf(activity.kind).asks && activity.results !== 'presenter')
        await presenter.send({ type: 'show', activity: activity.id });
      await room.locator(`section.present [data-activity="${activity.id}"] > *`).first().waitFor();
    },
  );

  it('[W11] asked again, the first round is kept', async () => {
    const again = activities.find(({ id }) => id === 'push-pull');
    if (!again) throw new Error('the spectrum is asked twice');
    await goTo(again);
    await presenter.send({ type: 'askAgain', activity: again.id });
    await Promise.all(light.map((phone, index) => answer(phone, index + 1, again, 2)));
    await Promise.all(real.map((phone) => answerByHand(phone, again)));
    await room.getByText('First round').first().waitFor();
  });

  it('[W11] the downloads hold what was acknowledged', async () => {
    const download = async (path: string) => {
      const reply = await fetch(`${served.url}/${served.code}/${path}`, {
        headers: { authorization: `Bearer ${served.resultsKey}` },
      });
      expect(reply.status, path).toBe(200);
      return reply;
    };
    const results = readResults(await (await download('results.json')).text());
    const ledgers = [...light, ...real].map(({ ledger }) => ledger);
    const asked = activities.filter(({ kind }) => modelOf(kind).asks);
    const answeredBy = ({ ledger }: Pick<RealPhone, 'ledger'>) =>
      new Set(ledger.map(({ activity }) => activity)).size;
    expect(light.map(answeredBy)).toEqual(light.map(() => asked.length));
    expect(real.map(answeredBy)).toEqual(real.map(() => asked.length));
    expect(audit(ledgers, results)).toEqual(nothingAmiss);
    // The table has rows for every answer that the JSON has, and for no other.
    const rows: Record<string, string>[] = parse(await (await download('results.csv')).text(), {
      columns: true,
    });
    const inTable = new Set(
      rows.filter(({ at }) => at !== '').map((row) => `${row.activity} ${row.round} ${row.participant}`),
    );
    const inJson = results.activities.flatMap(({ id, rounds }) =>
      rounds.flatMap(({ round, responses }) =>
        responses.map(({ participant }) => `${id} ${round} ${participant}`),
      ),
    );
    expect([...inTable].sort()).toEqual([...new Set(inJson)].sort());
    for (const other of ['results.xlsx', 'results.html', 'codebook.csv', 'pictures.zip'])
      expect((await (await download(other)).arrayBuffer()).byteLength).toBeGreaterThan(1000);
  });

  it('[W12] no page had a fault', () => {
    expect([...faults, ...real.flatMap((phone) => phone.faults)]).toEqual([]);
  });
});
