/**
 * The rules of a survey's overview.
 *
 * [KU10] Statements on the survey's own scale are rows, in the order of the questions; all others stand below them.
 * [KU11] What a screen has no room for is counted.
 */
import { expect, it } from 'vitest';
import type { ListItem } from '../directive.ts';
import { directiveOf } from '../given.ts';
import { survey } from './model.ts';
import { layoutOf } from './rows.ts';

function layout(statements: number, choices: number, more: readonly ListItem[] = []) {
  const item = (text: string, items: readonly string[] = []): ListItem => {
    const bare = { line: 1, column: 1, checked: undefined, image: undefined };
    return { ...bare, text, items: items.map((each) => ({ ...bare, text: each, items: [] })) };
  };
  const list = [
    ...Array.from({ length: choices }, (_, index) => item(`Choice ${index + 1}`, ['Yes', 'No'])),
    ...Array.from({ length: statements }, (_, index) => item(`Statement ${index + 1}`)),
    ...more,
  ];
  const reading = survey.fromMarkdown({ ...directiveOf('survey', 'Where?', {}, []), list });
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return layoutOf(reading.options);
}

const stars: ListItem = {
  ...{ line: 1, column: 1, checked: undefined, image: undefined, items: [], text: 'How many stars?' },
  directive: {
    ...{ keyword: 'scale', options: { stars: true }, line: 1, column: 1 },
    placeOf: () => ({ line: 1, column: 1 }),
  },
};

it('[KU10] has statements as rows and all others below them', () => {
  const { rows, cells, left } = layout(2, 1, [stars]);
  expect(rows.map(({ text }) => text)).toEqual(['Statement 1', 'Statement 2']);
  expect(cells.map(({ text }) => text)).toEqual(['Choice 1', 'How many stars?']);
  expect(left).toBe(0);
});

it('[KU11] has room for nine statements, two choices and a text', () => {
  expect(layout(9, 3)).toMatchObject({ columns: 3, lines: 3, left: 0 });
  expect(layout(14, 0)).toMatchObject({ left: 0 });
  expect(layout(0, 6)).toMatchObject({ columns: 3, left: 0 });
});

it('[KU11] counts what it has no room for', () => {
  expect(layout(12, 1).left).toBe(2);
  expect(layout(9, 5).left).toBe(1);
  expect(layout(0, 8).left).toBe(2);
});
