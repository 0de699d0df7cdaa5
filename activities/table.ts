/** A map of many keys as JSON, made so that changing one key copies little: a tally's step stays cheap in a large crowd. */
import { hashOf } from './legible.ts';

export type Cell<Value> = readonly [key: string, value: Value];
/**
 * A few cells in the order of their keys; more of them are parted into eight tables, by three bits of their keys' hash
 * at each level. The same keys and values make the same table in any order.
 */
export type Table<Value> = readonly Cell<Value>[] | Parted<Value>;
interface Parted<Value> extends ReadonlyArray<Table<Value>> {}

const bits = 3;
const parts = 2 ** bits;
/** A table of more cells is parted. */
const few = 8;
/** So many levels use up the 32 bits of a hash; tables below are never parted. */
const levels = 10;
const blank: readonly (readonly never[])[] = Array.from({ length: parts }, () => []);

export const emptyTable: Table<never> = [];

/** The table with `key` at what `change` makes of its former value. */
export function changed<Value>(
  table: Table<Value>,
  key: string,
  change: (before: Value | undefined) => Value,
): Table<Value> {
  return changedAt(table, 0, key, hashOf(key), change);
}

export function valueIn<Value>(table: Table<Value>, key: string): Value | undefined {
  const hash = hashOf(key);
  let cells = table;
  for (let level = 0; isParted(cells); level++) cells = cells[partOf(hash, level)] ?? [];
  return cells.find(([each]) => each === key)?.[1];
}

/** Every key with its value, in no order that means anything. */
export function cellsOf<Value>(table: Table<Value>): readonly Cell<Value>[] {
  const cells: Cell<Value>[] = [];
  gather(table, cells);
  return cells;
}

function changedAt<Value>(
  table: Table<Value>,
  level: number,
  key: string,
  hash: number,
  change: (before: Value | undefined) => Value,
): Table<Value> {
  if (isParted(table)) {
    const part = partOf(hash, level);
    return table.with(part, changedAt(table[part] ?? [], level + 1, key, hash, change));
  }
  const found = table.findIndex(([each]) => each >= key);
  const place = found === -1 ? table.length : found;
  const before = table[place];
  const isThere = before?.[0] === key;
  const cells = table.toSpliced(place, isThere ? 1 : 0, [key, change(isThere ? before[1] : undefined)]);
  return cells.length <= few || level === levels ? cells : parted(cells, level);
}

function parted<Value>(cells: readonly Cell<Value>[], level: number): Table<Value> {
  const places = cells.map(([key]) => partOf(hashOf(key), level));
  return blank.map((_, part) => {
    const own = cells.filter((_, index) => places[index] === part);
    return own.length <= few || level + 1 === levels ? own : parted(own, level + 1);
  });
}

function gather<Value>(table: Table<Value>, into: Cell<Value>[]): void {
  if (isParted(table)) for (const part of table) gather(part, into);
  else into.push(...table);
}

function partOf(hash: number, level: number): number {
  return (hash >>> (level * bits)) % parts;
}

/** The first of a cell's two members is its key; a part is a list, or empty. */
function isParted<Value>(table: Table<Value>): table is Parted<Value> {
  return table.length > 0 && typeof table[0]?.[0] !== 'string';
}
