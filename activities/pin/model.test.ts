/**
 * The rules of pins.
 *
 * [KI1] The picture is the first item of the list, with words for those who do not see it.
 * [KI2] Without names there are as many pins as `pins` says, counted together; with names one for each.
 * [KI3] x is from the left and y from above; parts of the picture are told in the order in which they are read.
 * [KI4] Phones may load the picture that stands beside the file.
 * [KI5] Mistakes of an author stand where they were made.
 */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { read as readFile } from '../../server/session-file/given.ts';
import type { Directive } from '../directive.ts';
import { answerOf, directiveOf, seenBy } from '../given.ts';
import { nothingAround } from '../steering.ts';
import { type PinOptions, type PinResponse, pin } from './model.ts';
import { drawnIn } from './picture.tsx';

const image = { src: 'files/map.png', alt: 'Map of the town' };

function directive(
  texts: readonly string[],
  options: Readonly<Record<string, unknown>> = {},
  picture: Directive['list'][number]['image'] = image,
): Directive {
  const plain = directiveOf('pin', 'Where is the energy?', options, ['Map', ...texts]);
  return {
    ...plain,
    list: plain.list.map((item, index) => (index === 0 ? { ...item, image: picture } : item)),
  };
}

function optionsOf(...given: Parameters<typeof directive>): PinOptions {
  const reading = pin.fromMarkdown(directive(...given));
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.options;
}

function faultsOf(given: Directive): readonly string[] {
  const reading = pin.fromMarkdown(given);
  return reading.ok ? [] : reading.faults.map((each) => `${each.line}:${each.column} ${each.message}`);
}

function revealed(options: PinOptions, responses: readonly PinResponse['places'][]) {
  const tally = responses
    .map((places, index) => answerOf({ places }, index))
    .reduce(pin.tally.step, pin.tally.start(options));
  return pin.reveal(options, tally, seenBy('screen'), nothingAround);
}

const three = optionsOf([], { pins: 3 });
const named = optionsOf(['Where I wait', 'Too loud']);

describe('as authored', () => {
  it('[KI1] takes the picture from the list', () => {
    expect(optionsOf([])).toEqual({
      image,
      things: [{ id: 'pin-1', text: 'Pin 1' }],
      named: false,
      pins: 1,
    });
    const { activities } = readFile('## Where?\n<!-- pin -->\n- ![A map](my%20map.png)\n- Home\n');
    expect(activities[0]?.options).toEqual({
      image: { src: 'files/my%20map.png', alt: 'A map' },
      things: [{ id: 'home', text: 'Home' }],
      named: true,
      pins: 1,
    });
  });

  it('[KI2] has pins, or things by name', () => {
    expect(three.things.map(({ id }) => id)).toEqual(['pin-1', 'pin-2', 'pin-3']);
    expect(named).toMatchObject({ named: true, things: [{ id: 'where-i-wait' }, { id: 'too-loud' }] });
    const accepts = (places: unknown) => v.is(pin.response(three), { places });
    expect(accepts({ 'pin-3': [0.5, 0.5] })).toBe(true);
    expect(accepts({ 'pin-4': [0.5, 0.5] })).toBe(false);
  });

  it('[KI4] names the picture beside the file, and none that is in it', () => {
    expect(pin.pictures?.(named)).toEqual(['files/map.png']);
    const inline = { src: 'data:image/png;base64,AA%', alt: 'A dot' };
    expect(pin.pictures?.(optionsOf([], {}, inline))).toEqual([]);
  });

  it('[KI5] points at what is wrong', () => {
    const example = 'as in - ![What it shows](map.png)';
    expect(faultsOf(directiveOf('pin', 'Where?', {}, []))).toEqual([
      `7:1 pin: needs a picture first in the list below, ${example}`,
    ]);
    expect(faultsOf(directiveOf('pin', 'Where?', {}, ['Home']))).toEqual([
      `10:3 pin: needs a picture first in the list below, ${example}`,
    ]);
    expect(faultsOf(directive([], {}, { src: 'files/map.png', alt: ' ' }))).toEqual([
      `10:3 pin: needs words for those who do not see the picture, ${example}`,
    ]);
    expect(faultsOf(directive([], { image: 'map.png' }))).toEqual([
      `7:9 pin: the picture stands first in the list below, ${example}`,
    ]);
    expect(faultsOf(directive(['A', 'a']))).toEqual(['12:3 pin: has the same thing twice: "a"']);
    for (const pins of [0, 6, 1.5, 'two']) {
      expect(faultsOf(directive([], { pins }))).toEqual(['7:9 pin: pins must be a whole number from 1 to 5']);
    }
    expect(faultsOf(directive(['A'], { pins: 2 }))).toEqual([
      '7:9 pin: pins goes without names below the picture, each of these has one pin',
    ]);
    const second = directive(['A map too']);
    const list = second.list.map((item) => ({ ...item, image }));
    expect(faultsOf({ ...second, list })).toEqual([
      '11:3 pin: takes one picture, and names of things below it',
    ]);
  });
});

describe('the result', () => {
  it('[KI2] counts pins without a name together', () => {
    const result = revealed(three, [{ 'pin-1': [0.1, 0.1], 'pin-2': [0.9, 0.9] }, { 'pin-1': [0.2, 0.2] }]);
    expect(result.things).toMatchObject([{ id: 'pins', people: 3, areas: [2, 0, 0, 0, 0, 0, 0, 0, 1] }]);
    expect(result.each?.map(({ id, people }) => [id, people])).toEqual([
      ['pin-1', 2],
      ['pin-2', 1],
      ['pin-3', 0],
    ]);
    const { sentence, table } = pin.describe(three, result);
    expect(sentence).toBe('Most pins: top left (67%).');
    expect(table.rows.slice(0, 2)).toEqual([
      ['top left', '67%', 2],
      ['top', '0%', 0],
    ]);
    expect(table.rows).toContainEqual(['Pin 2: from the left edge (0) to the right edge (1)', '90%', 1]);
  });

  it('[KI3] tells where each named thing is', () => {
    const result = revealed(named, [{ 'where-i-wait': [0.5, 0.95] }, { 'too-loud': [0.95, 0.5] }]);
    expect(pin.describe(named, result).sentence).toBe(
      'Most pins: “Where I wait”: bottom (100%); “Too loud”: right (100%).',
    );
    expect(pin.columns(named).map(({ item }) => item)).toEqual([
      'where-i-wait x',
      'where-i-wait y',
      'too-loud x',
      'too-loud y',
    ]);
    expect(pin.describe(named, revealed(named, [])).sentence).toBe('No answers yet.');
  });
});

describe('the picture', () => {
  it('[KI3] stands where the browser draws it in its box', () => {
    const box = { width: 400, height: 300 };
    const place = (left: number, top: number, width: number, height: number) => ({
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
    expect(drawnIn({ width: 800, height: 400 }, box)).toEqual(place(0, 50, 400, 200));
    expect(drawnIn({ width: 30, height: 60 }, box)).toEqual(place(125, 0, 150, 300));
    expect(drawnIn({ width: 0, height: 0 }, box)).toEqual(place(0, 0, 400, 300));
  });
});
