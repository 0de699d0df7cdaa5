/**
 * The rules of a grid.
 *
 * [KG1] A list makes things to place; without one it is one thing, whose answers outlive the question's wording.
 * [KG2] x is from the left and y from below; quarters are told in the order in which they are read.
 * [KG3] The export has two numbers for each thing, which the codebook explains by the names of the ends.
 * [KG4] Mistakes of an author stand where they were made.
 */
import { describe, expect, it } from 'vitest';
import { answerOf, directiveOf, seenBy } from '../given.ts';
import { nothingAround } from '../steering.ts';
import { type GridOptions, type GridResponse, grid, quartersOf } from './model.ts';

const axes = { x: ['Predictable', 'Unpredictable'], y: ['Little known', 'Much known'] };

function read(texts: readonly string[], options: Readonly<Record<string, unknown>> = axes) {
  return grid.fromMarkdown(directiveOf('grid', 'Where do these stand?', options, texts));
}

function optionsOf(...given: Parameters<typeof read>): GridOptions {
  const reading = read(...given);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.options;
}

function faultsOf(...given: Parameters<typeof read>): readonly string[] {
  const reading = read(...given);
  return reading.ok ? [] : reading.faults.map((each) => `${each.line}:${each.column} ${each.message}`);
}

function revealed(options: GridOptions, responses: readonly GridResponse['places'][]) {
  const tally = responses
    .map((places, index) => answerOf({ places }, index))
    .reduce(grid.tally.step, grid.tally.start(options));
  return grid.reveal(options, tally, seenBy('screen'), nothingAround);
}

const several = optionsOf(['A cake', 'A rocket']);
const quadrants = ['Complex', 'Volatile', 'Ambiguous', 'Uncertain'];
const one = optionsOf([], { ...axes, quadrants });

describe('the result', () => {
  it('[KG2] names the quarters as they are read', () => {
    const { things: [thing] = [] } = revealed(one, [
      { place: [0.1, 0.9] },
      { place: [0.2, 0.9] },
      { place: [0.9, 0.1] },
    ]);
    expect(thing && quartersOf(one, thing)).toEqual([
      { text: 'Complex', count: 2 },
      { text: 'Volatile', count: 0 },
      { text: 'Ambiguous', count: 0 },
      { text: 'Uncertain', count: 1 },
    ]);
    expect(thing && quartersOf(several, thing).map(({ text }) => text)).toEqual([
      'Predictable, Much known',
      'Unpredictable, Much known',
      'Predictable, Little known',
      'Unpredictable, Little known',
    ]);
  });

  it('[KG2] says means in words, and all in a table', () => {
    const result = revealed(one, [{ place: [0.2, 0.9] }, { place: [0.4, 0.7] }]);
    expect(grid.describe(one, result)).toMatchObject({
      sentence:
        'On average from Predictable to Unpredictable and from Little known to Much known: 30% and 80%.',
      table: {
        head: ['Item', 'Mean or share', 'People'],
        rows: [
          ['from Predictable (0) to Unpredictable (1)', '30%', 2],
          ['from Little known (0) to Much known (1)', '80%', 2],
          ['Complex', '100%', 2],
          ['Volatile', '0%', 0],
          ['Ambiguous', '0%', 0],
          ['Uncertain', '0%', 0],
        ],
      },
    });
    expect(grid.describe(several, revealed(several, [{ 'a-cake': [0.5, 1] }])).sentence).toContain(
      ': “A cake” 50% and 100%.',
    );
    expect(grid.describe(several, revealed(several, [])).sentence).toBe('No answers yet.');
  });

  it('[KG3] exports two numbers for each thing', () => {
    const columns = grid.columns(several);
    expect(columns.map(({ item, label }) => [item, label])).toEqual([
      ['a-cake x', 'A cake: from Predictable (0) to Unpredictable (1)'],
      ['a-cake y', 'A cake: from Little known (0) to Much known (1)'],
      ['a-rocket x', 'A rocket: from Predictable (0) to Unpredictable (1)'],
      ['a-rocket y', 'A rocket: from Little known (0) to Much known (1)'],
    ]);
    const cells = columns.map((column) => column.read({ places: { 'a-cake': [0.25, 0.75] } }));
    expect(cells).toEqual([0.25, 0.75, undefined, undefined]);
  });
});

describe('as authored', () => {
  it('[KG1] places what is listed, or the question itself', () => {
    expect(several).toMatchObject({ single: false, things: [{ id: 'a-cake', text: 'A cake' }, {}] });
    expect(one).toEqual({
      things: [{ id: 'place', text: 'Where do these stand?' }],
      single: true,
      ...axes,
      quadrants,
    });
  });

  it('[KG4] points at what is wrong', () => {
    const x = 'x must name the two ends of its axis, as in [Predictable, Unpredictable]';
    const y = 'y must name the two ends of its axis, as in [Little known, Much known]';
    expect(faultsOf([], {})).toEqual([`7:9 grid: ${x}`, `7:9 grid: ${y}`]);
    for (const wrong of [['Only'], ['A', 'B', 'C'], ['A', ' '], 'A', [['a'], 'b']]) {
      expect(faultsOf([], { ...axes, x: wrong })).toEqual([`7:9 grid: ${x}`]);
    }
    expect(faultsOf([], { ...axes, x: [0, 10], y: [true, 'No'] })).toEqual([]);
    expect(faultsOf([], { ...axes, y: ['A', 'B'.repeat(41)] })).toEqual([
      '7:9 grid: y takes names of at most 40 characters',
    ]);
    expect(faultsOf([], { ...axes, quadrants: ['A', 'B'] })).toEqual([
      '7:9 grid: quadrants must name four: top left, top right, bottom left, bottom right',
    ]);
    expect(faultsOf(['A', 'a'])).toEqual(['11:3 grid: has the same item twice: "a"']);
    expect(faultsOf(Array.from({ length: 9 }, (_, index) => `Item ${index}`))).toEqual([
      '7:1 grid: takes at most 8 items',
    ]);
    expect(faultsOf([], { ...axes, single: true, quadrant: 4 })).toEqual([
      '7:9 grid: unknown option "single"',
      '7:9 grid: unknown option "quadrant", did you mean "quadrants"?',
    ]);
  });
});
