/** A map of many keys as JSON, made so that changing one key copies little: a tally's step stays cheap in a large crowd. */
import { hashOf } from './legible.ts';

export type Cell<Value> = readonly [key: string, value: Value];
/** Rows of columns of cells; a key's hash says where it is. The same keys and values make the same table in any order. */
export type Table<Value> = readonly (readonly (readonly Cell<Value>[])[])[];

const width = 64;
const blank: readonly (readonly never[])[] = Array.from({ length: width }, () => []);

export const emptyTable: Table<never> = [];

/** The table with `key` at what `change` makes of its former value. */
export function changed<Value>(
  table: Table<Value>,
  key: string,
  change: (before: Value | undefined) => Value,
): Table<Value> {
  const [row, column] = spotOf(key);
  const rows: Table<Value> = table.length === 0 ? blank : table;
  const columns = rows[row]?.length ? rows[row] : blank;
  const cells: readonly Cell<Value>[] = columns[column] ?? [];
  const found = cells.findIndex(([each]) => each >= key);
  const place = found === -1 ? cells.length : found;
  const before = cells[place];
  const isThere = before?.[0] === key;
  const cell: Cell<Value> = [key, change(isThere ? before[1] : undefined)];
  return rows.with(row, columns.with(column, cells.toSpliced(place, isThere ? 1 : 0, cell)));
}

export function valueIn<Value>(table: Table<Value>, key: string): Value | undefined {
  const [row, column] = spotOf(key);
  return table[row]?.[column]?.find(([each]) => each === key)?.[1];
}

/** Every key with its value, in no order that means anything. */
export function cellsOf<Value>(table: Table<Value>): readonly Cell<Value>[] {
  return table.flat(2);
}

function spotOf(key: string): [row: number, column: number] {
  const hash = hashOf(key);
  return [hash % width, Math.floor(hash / width) % width];
}
