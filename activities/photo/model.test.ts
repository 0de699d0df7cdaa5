/**
 * The kind photo.
 * [KP1] Nothing is seen before it is approved, neither picture nor caption, and the presenter sees what waits.
 * [KP2] The newest come first, and many are counted rather than shown.
 * [KP3] One picture fills the screen only while it is approved.
 * [KP4] The gallery makes tiles as large as the box allows.
 */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { answerOf, directiveOf, seenBy } from '../given.ts';
import type { Answer } from '../kind.ts';
import { noRulings, type Rulings, type Verdict, verdictKey } from '../rulings.ts';
import { nothingAround } from '../steering.ts';
import { columnsFor } from './grid.ts';
import { type PhotoResponse, photo } from './model.ts';

const options = { caption: true };
const fileOf = (index: number) => String(index).padStart(21, 'p');
const answers = (size: number) =>
  Array.from({ length: size }, (_, index) =>
    answerOf({ photo: fileOf(index), ...(index % 2 ? { caption: `Caption ${index}` } : {}) }, index),
  );

function keyOf(answer: Answer<PhotoResponse> | undefined): string {
  const [entry] = (answer && photo.entries?.(answer.response)) ?? [];
  return answer && entry ? verdictKey(answer.participant, entry) : '';
}

function rulings(verdicts: Readonly<Record<number, Verdict>>): Rulings {
  const all = answers(Math.max(0, ...Object.keys(verdicts).map(Number)) + 1);
  const given = Object.entries(verdicts).map(([index, verdict]) => [keyOf(all[Number(index)]), verdict]);
  return { ...noRulings, moderate: true, verdicts: Object.fromEntries(given) };
}

function reveal(
  size: number,
  to: 'phone' | 'screen' | 'presenter',
  given: Rulings,
  enlarged: string | null = null,
) {
  const tally = answers(size).reduce(photo.tally.step, photo.tally.start(options));
  return photo.reveal(options, tally, seenBy(to, { rulings: given }), {
    ...nothingAround,
    steered: { enlarged },
  });
}

describe('approval', () => {
  it('[KP1] nothing is seen before it', () => {
    expect(photo.moderated).toBe(true);
    expect(reveal(3, 'screen', rulings({}))).toMatchObject({ people: 3, photos: [], waiting: 3 });
    expect(reveal(3, 'screen', rulings({ 1: 'approved', 2: 'hidden' }))).toMatchObject({
      photos: [{ photo: fileOf(1), caption: 'Caption 1' }],
      waiting: 1,
    });
    expect(reveal(3, 'presenter', rulings({ 1: 'approved' })).photos).toHaveLength(3);
  });
});

describe('a caption', () => {
  const kind = answerOf({ photo: fileOf(1), caption: 'Our team' }, 1);
  const approved: Rulings = { ...noRulings, moderate: true, verdicts: { [keyOf(kind)]: 'approved' } };
  const seen = (response: PhotoResponse, enlarged: string | null = null) => {
    const tally = photo.tally.step(photo.tally.start(options), answerOf(response, 1));
    const around = { ...nothingAround, steered: { enlarged } };
    return photo.reveal(options, tally, seenBy('screen', { rulings: approved }), around);
  };

  it('[KP1] is approved with its picture, and waits anew when it is another', () => {
    expect(seen(kind.response)).toMatchObject({ photos: [{ caption: 'Our team' }], waiting: 0 });
    for (const response of [
      { photo: fileOf(1), caption: 'Rude words' },
      { photo: fileOf(1), caption: 'Our team\u0000' },
      { photo: fileOf(1) },
      { photo: fileOf(2), caption: 'Our team' },
    ])
      expect(seen(response, response.photo)).toEqual({ people: 1, photos: [], more: 0, waiting: 1 });
  });

  it('[KP3] stands with its picture when that fills the screen', () => {
    expect(seen(kind.response, fileOf(1)).enlarged).toBe(fileOf(1));
    expect(photo.entries?.(kind.response)).toMatchObject([{ picture: fileOf(1), text: 'Our team' }]);
  });
});

it('[KP2] shows the newest first, and counts the rest', () => {
  const all = rulings(Object.fromEntries(answers(60).map((_, index) => [index, 'approved'])));
  const { photos = [], more } = reveal(60, 'screen', all);
  expect(photos[0]?.photo).toBe(fileOf(59));
  expect([photos.length, more]).toEqual([40, 20]);
});

it('[KP3] enlarges what is approved alone', () => {
  expect(reveal(3, 'screen', rulings({ 1: 'approved' }), fileOf(1)).enlarged).toBe(fileOf(1));
  const { enlarged, chosen } = reveal(3, 'presenter', rulings({ 1: 'approved' }), fileOf(1));
  expect([enlarged, chosen]).toEqual([undefined, fileOf(1)]);
  expect(reveal(3, 'screen', rulings({ 1: 'hidden' }), fileOf(1)).enlarged).toBe(undefined);
  expect(reveal(3, 'screen', rulings({}), fileOf(1)).enlarged).toBe(undefined);
  expect(reveal(3, 'screen', rulings({ 1: 'approved' }), fileOf(9)).enlarged).toBe(undefined);
});

it.each([
  [1, 1],
  [2, 2],
  [4, 2],
  [6, 3],
  [12, 4],
  [40, 8],
])('[KP4] %i pictures stand in %i columns of a wide box', (pictures, columns) => {
  expect(columnsFor(pictures, { width: 1430, height: 750 })).toBe(columns);
});

it('takes no list', () => {
  const read = photo.fromMarkdown(directiveOf('photo', 'Show us', {}, ['a list']));
  expect(read).toMatchObject({
    ok: false,
    faults: [{ line: 10, message: expect.stringContaining('no list') }],
  });
  expect(photo.fromMarkdown(directiveOf('photo', 'Show us', { caption: false }, []))).toEqual({
    ok: true,
    options: { caption: false },
  });
});

it('a caption is only taken where it is asked for', () => {
  const response = { photo: fileOf(1), caption: 'A line' };
  expect(v.is(photo.response({ caption: true }), response)).toBe(true);
  expect(v.is(photo.response({ caption: false }), response)).toBe(false);
});
