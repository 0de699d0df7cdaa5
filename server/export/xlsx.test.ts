/**
 * [X1] A workbook is a ZIP archive of well-formed XML with the sheets Answers, Summary and Codebook.
 * [X2] No cell is a formula: a text is a string, a number is a number.
 * [X3] Every text is there exactly once spreadsheets have read `_xHHHH_` back.
 * [X4] The same session makes the same bytes.
 */
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { models } from '../../activities/models.ts';
import { activityId, participantId } from '../../protocol/ids.ts';
import { begin, given, someActivity, someDefinition } from '../session/given.ts';
import type { State } from '../session/state.ts';
import { hardTexts, saying } from './hard-texts.ts';
import { whole } from './pieces.ts';
import { columns, rowsOf } from './rows.ts';
import { xlsx } from './xlsx.ts';

interface ReadCell {
  readonly place: string;
  readonly type: string;
  readonly value: string;
}

/** Every part as text; a fatal decoder and a strict parser refuse what is not well-formed. */
async function partsOf(state: State): Promise<Record<string, string>> {
  const files = unzipSync(new Uint8Array(await whole(xlsx(state, {}))));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, decoder.decode(bytes)]));
}

function read(xml: string): { tags: ReadonlySet<string>; cells: readonly ReadCell[] } {
  const tags = new Set<string>();
  const cells: ReadCell[] = [];
  const parser = new SaxesParser();
  let [place, type, value] = ['', '', ''];
  parser.on('opentag', ({ name, attributes }) => {
    tags.add(name);
    if (name === 'c') [place, type, value] = [attributes.r ?? '', attributes.t ?? '', ''];
  });
  parser.on('text', (text) => {
    value += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'c') cells.push({ place, type, value: type === '' ? value : spreadsheetReads(value) });
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return { tags, cells };
}

function spreadsheetReads(text: string): string {
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

const sheet = (parts: Record<string, string>, number: number) =>
  read(parts[`xl/worksheets/sheet${number}.xml`] ?? '');

describe('workbooks', () => {
  it('[X1] have three sheets, and every part is well-formed', async () => {
    const parts = await partsOf(saying('hello'));
    for (const xml of Object.values(parts)) expect(read(xml).tags.size).toBeGreaterThan(0);
    expect(
      [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name),
    ).toEqual(['Answers', 'Summary', 'Codebook']);
    const [head] =
      Object.groupBy(sheet(parts, 1).cells, ({ place }) => (/\D1$/.test(place) ? 0 : 1))[0] ?? [];
    expect(head?.value).toBe(columns[0]);
    expect(sheet(parts, 2).cells.map(({ value }) => value)).toContain('What stays with you?');
  });

  it('[X1] of a session without answers are whole too', async () => {
    const parts = await partsOf(given(...begin(someDefinition())));
    expect(sheet(parts, 1).cells.map(({ value }) => value)).toEqual([...columns]);
  });

  it('[X2] [X3] hold hard texts as strings, exactly, and no formula', async () => {
    const texts = hardTexts.map((text) => text.trim());
    const parts = await partsOf(saying(...texts));
    for (const xml of Object.values(parts)) expect(read(xml).tags).not.toContain('f');
    const values = sheet(parts, 1).cells.filter(({ place }) => /^H(?!1$)/.test(place));
    expect(values.every(({ type }) => type === 'inlineStr')).toBe(true);
    expect(values.map(({ value }) => value).sort()).toEqual([...texts].sort());
  });

  it('[X2] hold ratings as numbers', async () => {
    const options = models.scale.sample.options.find(({ from }) => from < 0);
    const [statement] = options?.statements ?? [];
    const strong = activityId('strong');
    const state = given(...begin(someDefinition(someActivity({ id: strong, kind: 'scale', options }))), {
      type: 'respond',
      participant: participantId('p'),
      activity: strong,
      round: 1,
      n: 1,
      response: { ratings: { [statement?.id ?? '']: -2 } },
    });
    expect([...rowsOf(state)].map(({ value }) => value)).toEqual([-2]);
    const cells = sheet(await partsOf(state), 1).cells;
    expect(cells.find(({ place }) => place === 'H2')).toEqual({ place: 'H2', type: '', value: '-2' });
  });

  it('[X4] are the same when made twice', async () => {
    const state = saying('one', 'two', 'three');
    expect(Buffer.compare(await whole(xlsx(state, {})), await whole(xlsx(state, {})))).toBe(0);
  });
});
