/**
 * The console's own rules, without a browser.
 * [C1] Arrows, page keys and Space move; O, S, A, B and the full stop act, in either case.
 * [C2] No key acts while somebody types or in a dialog, nor with Ctrl, Alt or Meta.
 * [C3] Single characters can be switched off, and act once however long they are held; moving keys stay.
 * [C4] What has the focus keeps its keys: a button its Space, a box that scrolls its arrows.
 * [C5] Next shows the fragments of a slide, then the next slide in reading order: down, then right.
 * [C6] Back takes them away again; a slide that is come back to shows all it has. Both stop at the ends.
 * [C7] Times read as minutes and seconds, with hours once there are any; a countdown says 0:00 only at its end.
 * [C8] Every refusal has words of its own, and so has every key.
 * [C9] What a browser kept is read as far as it makes sense.
 * [C10] Fragments of a small slide appear in the order of reveal.js.
 * [C11] The next question is the first later slide that asks something.
 */
import { describe, expect, it } from 'vitest';
import { words } from '../../activities/words/console.ts';
import { activityId } from '../../protocol/ids.ts';
import { refusals } from '../../protocol/refusals.ts';
import { elapsed, timeLeft } from '../time.ts';
import { actionOf, shownKeys, type Where } from './keys.ts';
import { readPreferences } from './preferences.ts';
import { backgroundOf, stepsOf } from './slide-parts.ts';
import { indexOf, nextQuestion, nextStep, previousStep, startOf } from './steps.ts';

const page: Where = { typing: false, onControl: false, scrolling: false, letters: true };
const plain = { ctrlKey: false, metaKey: false, altKey: false, repeat: false };
const press = (key: string, changes = {}, where: Partial<Where> = {}) =>
  actionOf({ key, ...plain, ...changes }, { ...page, ...where });

describe('keys', () => {
  const moving = ['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'ArrowLeft', 'ArrowUp', 'PageUp'];
  const single = ['o', 'S', 'a', 'B', '.'];

  it('[C1] move and act', () => {
    expect(moving.map((key) => press(key))).toEqual([
      'next',
      'next',
      'next',
      'next',
      'previous',
      'previous',
      'previous',
    ]);
    expect(single.map((key) => press(key))).toEqual(['open', 'show', 'askAgain', 'blackOut', 'blackOut']);
    expect(['j', 'Enter', 'Escape', 'toString', 'constructor', '__proto__'].map((key) => press(key))).toEqual(
      Array(6).fill(undefined),
    );
  });

  it('[C1] act again for as long as a moving key is held', () => {
    expect(press('PageDown', { repeat: true })).toBe('next');
  });

  it.each([...moving, ...single])(
    '[C2] %j means nothing while somebody types, nor with another key',
    (key) => {
      expect(press(key, {}, { typing: true })).toBe(undefined);
      for (const held of ['ctrlKey', 'altKey', 'metaKey'])
        expect(press(key, { [held]: true })).toBe(undefined);
    },
  );

  it('[C3] single characters can be switched off', () => {
    for (const key of single) {
      expect(press(key, {}, { letters: false })).toBe(undefined);
      expect(press(key, { repeat: true })).toBe(undefined);
    }
    for (const key of moving) expect(press(key, {}, { letters: false })).toBe(press(key));
  });

  it('[C4] what has the focus keeps its keys', () => {
    expect(press(' ', {}, { onControl: true })).toBe(undefined);
    expect(press('PageDown', {}, { onControl: true })).toBe('next');
    expect(press('o', {}, { onControl: true })).toBe('open');
    for (const key of ['ArrowUp', 'ArrowDown']) expect(press(key, {}, { scrolling: true })).toBe(undefined);
    expect(press('PageDown', {}, { scrolling: true })).toBe('next');
    expect(press('ArrowRight', {}, { scrolling: true })).toBe('next');
  });
});

/** Column 1 has two slides; the first slide has two fragments, the last one. */
const slides = [
  { h: 0, v: 0, fragments: 2 },
  { h: 1, v: 0, fragments: 0 },
  { h: 1, v: 1, fragments: 0 },
  { h: 2, v: 0, fragments: 1 },
];
const path = [
  { h: 0, v: 0, f: -1 },
  { h: 0, v: 0, f: 0 },
  { h: 0, v: 0, f: 1 },
  { h: 1, v: 0, f: -1 },
  { h: 1, v: 1, f: -1 },
  { h: 2, v: 0, f: -1 },
  { h: 2, v: 0, f: 0 },
];

describe('steps', () => {
  it('[C5] Next goes through fragments, then down, then right', () => {
    for (const [index, at] of path.entries()) expect(nextStep(slides, at)).toEqual(path[index + 1]);
  });

  it('[C6] Back goes the same way home', () => {
    for (const [index, at] of path.entries()) expect(previousStep(slides, at)).toEqual(path[index - 1]);
  });

  it('[C5] starts over where the slide has gone from the deck', () => {
    const gone = { h: 7, v: 0, f: -1 };
    expect(indexOf(slides, gone)).toBe(-1);
    expect(nextStep(slides, gone)).toEqual(path[0]);
    expect(previousStep(slides, gone)).toBe(undefined);
    expect(nextStep([], gone)).toBe(undefined);
    expect(startOf(undefined)).toBe(undefined);
  });

  it('[C6] leaves a slide that has lost fragments by the way it came', () => {
    expect(nextStep(slides, { h: 0, v: 0, f: 9 })).toEqual(path[3]);
    expect(previousStep(slides, { h: 0, v: 0, f: 1 })).toEqual(path[1]);
  });

  it('[C11] the next question is on a later slide, and is no agenda', () => {
    const asking = (h: number, ...ids: string[]) => ({
      id: `slide-${h}`,
      h,
      v: 0,
      title: `Slide ${h}`,
      fragments: 0,
      html: '',
      attributes: {},
      activities: ids.map(activityId),
    });
    const agenda = {
      id: activityId('agenda'),
      kind: 'agenda' as const,
      asks: false,
      question: 'Today',
      options: {},
      open: 'on-slide' as const,
      results: 'live' as const,
      change: true,
      slide: { h: 2, v: 0, f: -1 },
    };
    const deck = {
      slides: [asking(0, 'first'), asking(1), asking(2, 'agenda'), asking(3, 'second')],
      displays: [agenda],
    };
    expect(nextQuestion(deck, { h: 0, v: 0, f: -1 })).toMatchObject({ number: 4, slide: { h: 3 } });
    expect(nextQuestion(deck, { h: 3, v: 0, f: -1 })).toBe(undefined);
  });
});

describe('times', () => {
  it('[C7] read as minutes and seconds, with hours once there are any', () => {
    const seconds = [0, 9, 59, 60, 3599, 3600, 3661, 36_000].map((each) => each * 1000);
    expect(seconds.map(elapsed)).toEqual([
      '0:00',
      '0:09',
      '0:59',
      '1:00',
      '59:59',
      '1:00:00',
      '1:01:01',
      '10:00:00',
    ]);
    expect([999, -5000].map(elapsed)).toEqual(['0:00', '0:00']);
  });

  it('[C7] a countdown says 0:00 only at its end', () => {
    expect([60_000, 59_001, 1, 0, -3000].map((left) => timeLeft(5000 + left, 5000))).toEqual([
      '1:00',
      '1:00',
      '0:01',
      '0:00',
      '0:00',
    ]);
  });
});

describe('words', () => {
  it('[C8] every refusal has words of its own', () => {
    expect(Object.keys(words.refused).sort()).toEqual([...refusals].sort());
    const told = Object.values(words.refused);
    expect(told.every((text) => text.endsWith('.'))).toBe(true);
    expect(new Set(told).size).toBe(refusals.length);
  });

  it('[C8] every key that is shown has words, and does what they say', () => {
    const keyOf: Readonly<Record<string, string>> = {
      '→': 'ArrowRight',
      '↓': 'ArrowDown',
      '←': 'ArrowLeft',
      '↑': 'ArrowUp',
      PgDn: 'PageDown',
      PgUp: 'PageUp',
      Space: ' ',
    };
    expect(shownKeys.map(([, action]) => action).sort()).toEqual(Object.keys(words.keys).sort());
    for (const [keys, action] of shownKeys)
      for (const key of keys) expect(press(keyOf[key] ?? key)).toBe(action);
  });
});

describe('preferences', () => {
  it('[C9] what was kept comes back', () => {
    expect(readPreferences('{"letters":false,"notes":4}')).toEqual({ letters: false, notes: 4 });
  });

  it.each([null, undefined, '', 'x', '[]', '7', 'null', '{"letters":"no","notes":99}'])(
    '[C9] %j is as at first',
    (kept) => {
      expect(readPreferences(kept)).toEqual({ letters: true, notes: 2 });
    },
  );
});

describe('a slide in small', () => {
  it('[C10] fragments appear in the order of reveal.js', () => {
    expect(stepsOf([undefined, undefined])).toEqual([0, 1]);
    expect(stepsOf(['5', '2', '5', undefined])).toEqual([1, 0, 1, 2]);
    expect(stepsOf([undefined, '0', 'x'])).toEqual([1, 0, 2]);
  });

  it('[C10] a background is a colour or a picture', () => {
    expect(backgroundOf({ 'data-background': '#123456' })).toEqual({ color: '#123456', image: undefined });
    expect(backgroundOf({ 'data-background': 'rgb(1.5, 2, 3)' })).toEqual({
      color: 'rgb(1.5, 2, 3)',
      image: undefined,
    });
    expect(backgroundOf({ 'data-background': 'files/a.png' })).toEqual({
      color: undefined,
      image: 'files/a.png',
    });
    expect(backgroundOf({})).toEqual({ color: undefined, image: undefined });
  });
});
