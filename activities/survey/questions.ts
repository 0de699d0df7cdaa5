/** The questions of a survey: what each is, and the items that downloads and comparisons name. */
import * as v from 'valibot';
import type { Column } from '../kind.ts';
import { once } from '../once.ts';
import { partNames, partOf } from './parts.ts';

/** The answer that holds a participant's personal code; no question has this id. */
export const codeId = 'code';
/** Longest personal code, in characters. */
export const codeLimit = 40;

export const question = v.pipe(
  v.object({
    /** Letters, digits and hyphens: a dot parts it from an item of it. */
    id: v.pipe(
      v.string(),
      v.regex(/^[^.\s]+$/u),
      v.check((id) => id !== codeId),
    ),
    text: v.pipe(
      v.string(),
      v.minLength(1, 'has an empty question'),
      v.maxLength(200, 'takes questions of at most 200 characters'),
    ),
    kind: v.picklist(partNames),
    /** Of its kind, which reads them. */
    options: v.unknown(),
  }),
  v.check(({ kind, options }) => v.is(partOf(kind).model.options, options)),
);
export type Question = v.InferOutput<typeof question>;

export function itemOf({ id }: Question, item: string): string {
  return item === '' ? id : `${id}.${item}`;
}

export function labelOf({ text }: Question, label: string): string {
  return label === '' ? text : `${text}: ${label}`;
}

/** What downloads say of a question; cells are read from the answer to it. */
export const columnsOf = once((asked: Question): readonly Column<unknown>[] => {
  const { kind, options } = asked;
  return partOf(kind)
    .columns(options)
    .map((column) => ({
      ...column,
      item: itemOf(asked, column.item),
      label: labelOf(asked, column.label),
    }));
});

/** The items of a question that are numbers: these have means, and are compared with an earlier survey. */
export function numbersOf(asked: Question): readonly Column<unknown>[] {
  return columnsOf(asked).filter(({ values }) => values === 'number');
}
