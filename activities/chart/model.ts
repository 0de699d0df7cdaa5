/** Chart: figures of the author's own, from a table in the session file. */
import * as v from 'valibot';
import {
  type Directive,
  type DirectiveTable,
  type Fault,
  faultAt,
  type Reading,
  readOptions,
  textOption,
} from '../directive.ts';
import type { Description, ShownKind } from '../kind.ts';
import { legible } from '../legible.ts';
import { readFigures } from './figures.ts';

const mostRows = 24;
/** Beside more than two columns of figures. */
const mostRowsWithMany = 16;
/** As many as there are colours. */
const mostSeries = 6;
const mostNumbers = 6;
const limits = { label: 80, series: 60, figure: 24 };

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const authored = (name: string, most: number) => {
  const message = `${name} must be a text of at most ${most} characters`;
  return v.pipe(textOption(message), v.minLength(1, message), v.maxLength(most, message));
};
const figure = v.nullable(v.object({ value: v.number(), text: text(limits.figure) }));

export const chartOptions = v.strictObject({
  as: v.optional(v.picklist(['bars', 'lines', 'number'], 'as must be bars, lines or number'), 'bars'),
  /** What the labels are, from the head of the first column. */
  labels: text(limits.series),
  /** Names of the other columns; one column alone may have none. */
  series: v.pipe(v.array(text(limits.series)), v.minLength(1), v.maxLength(mostSeries)),
  rows: v.pipe(
    v.array(v.object({ label: text(limits.label), figures: v.array(figure) })),
    v.minLength(1),
    v.maxLength(mostRows),
  ),
  /** Stands with figures that have none of their own. */
  unit: v.optional(authored('unit', 20)),
  /** A label, or the name of a column, that is stressed. */
  highlight: v.optional(authored('highlight', limits.label)),
  source: v.optional(authored('source', 120)),
});
export type ChartOptions = v.InferOutput<typeof chartOptions>;
export type ChartRow = ChartOptions['rows'][number];
export type Figure = NonNullable<ChartRow['figures'][number]>;

export const chart: ShownKind<ChartOptions> = {
  keyword: 'chart',
  asks: false,
  options: chartOptions,
  fromMarkdown,
  describe,

  sample: {
    question: 'What coaching changes',
    options: [
      sampleOptions('| Coached leaders who say | Share |', [
        '| They listen longer before they answer | 78% |',
        '| They ask more than they tell | 64% |',
        '| They pass decisions on to their teams | 51% |',
        '| Meetings take less time | 23% |',
        '| Nothing has changed | 9% |',
      ]),
      sampleOptions(
        '| Year | Hospitals | Councils | General practice | Charities |',
        [
          '| 2018 | 31 | 42 | 55 | 61 |',
          '| 2019 | 33 | 41 | 54 | 64 |',
          '| 2020 | 47 | 45 | 49 | 70 |',
          '| 2022 | 44 | 48 | 46 | 72 |',
          '| 2025 | 52 | 51 | 47 | 77 |',
        ],
        { as: 'lines', unit: '%', source: 'Survey of 15 organisations, every autumn' },
      ),
      sampleOptions(
        '| | |',
        [
          '| people work across this region’s system | 41,200 |',
          '| organisations | 15 |',
          '| spent every year | €2.9bn |',
        ],
        { as: 'number', highlight: 'organisations', source: 'Annual reports, 2025' },
      ),
      sampleOptions(
        '| | Before | After |',
        [
          '| I know whom to call | 2.4 | 3.9 |',
          '| أعرف بمن أتصل | 2,1 | 3,2 |',
          '| Meetings that end when they are done, with somebody who does what was said | 1.9 | 3.4 |',
          '| Donaudampfschifffahrtsgesellschaftskapitänsmütze | 3.1 | 3.0 |',
          '| Not asked before | – | 2.8 |',
        ],
        { highlight: 'After' },
      ),
      sampleOptions(
        '| Month | Change |',
        ['| January | −4.5 |', '| February | 1.2 |', '| March | 3 |', '| April | −0.8 |'],
        { unit: '%' },
      ),
      sampleOptions(
        '| District | Calls |',
        rowsOf(24, (row) => `| District ${row} | ${1200 + ((row * 7919) % 9000)} |`),
        {
          highlight: 'District 7',
          source: 'Ambulance service',
        },
      ),
      sampleOptions(
        '| | Hospitals | Councils | General practice | Charities | Ambulance | Fire and rescue |',
        rowsOf(
          12,
          (row) =>
            `| Aim ${row} of the plan | ${[3, 5, 7, 11, 13, 17].map((step) => (row * step) % 60).join(' | ')} |`,
        ),
      ),
      sampleOptions(
        '| Week | Visits |',
        rowsOf(24, (row) => `| ${row} | ${Math.round(400 + 200 * Math.sin(row / 3) + row * 12)} |`),
        { as: 'lines', highlight: '9' },
      ),
      sampleOptions('| | |', ['| back for every pound spent on coaching | 7× |'], { as: 'number' }),
    ],
  },
};

function fromMarkdown(directive: Directive): Reading<ChartOptions> {
  const { table, list } = directive;
  const faults: Fault[] = [];
  const tell = (place: { line: number; column: number }, message: string) =>
    faults.push(faultAt(place, directive, message));
  if (list[0]) tell(list[0], 'takes no list, its figures stand in a table');
  if (!table && !list[0]) tell(directive, 'needs a table below it: labels, then figures');
  const read = table
    ? readTable(table, tell)
    : { labels: '', series: [''], rows: [{ label: '', figures: [] }] };
  const reading = readOptions(directive, chartOptions, read);
  if (!reading.ok) return { ok: false, faults: [...faults, ...reading.faults] };
  if (faults.length === 0 && table) checkManner(reading.options, { directive, table, tell });
  return faults.length > 0 ? { ok: false, faults } : reading;
}

type Tell = (place: { line: number; column: number }, message: string) => void;
type Read = Pick<ChartOptions, 'labels' | 'series' | 'rows'>;

/** What the schema takes in any case; mistakes are told at their lines. */
function readTable(table: DirectiveTable, tell: Tell): Read {
  const { line, column, head, rows } = table;
  const [labels = '', ...series] = head.map((cell) => legible(cell, limits.series));
  if (series.length === 0) tell(table, 'needs a column of figures beside its labels');
  if (series.length > mostSeries)
    tell(table, `takes at most six columns of figures, this table has ${series.length}`);
  if (series.length > 1 && series.includes('')) tell(table, 'has a column of figures without a name');
  if (rows.length === 0) tell(table, 'has no rows in its table');
  if (rows.length > mostRows) tell(table, `takes at most ${mostRows} rows, this table has ${rows.length}`);
  const figures = readFigures(rows.flatMap((row) => row.slice(1)));
  const cells = rows.flatMap((row, index) =>
    row.slice(1).map((written) => ({ written: legible(written, limits.figure), row: index })),
  );
  figures.forEach((found, index) => {
    const cell = cells[index];
    // A table's rows stand below its head and the line under that, one line each.
    const place = { line: line + 2 + (cell?.row ?? 0), column };
    if (found === undefined) tell(place, `"${cell?.written}" is not a number`);
  });
  if (rows.length > 0 && series.length > 0 && figures.every((found) => found === null))
    tell(table, 'has no figures in its table');
  const width = series.length;
  return {
    labels,
    series: width === 0 ? [''] : series.slice(0, mostSeries),
    rows: (rows.length === 0 ? [['']] : rows).slice(0, mostRows).map(([label = ''], row) => ({
      label: legible(label, limits.label),
      figures: Array.from({ length: Math.min(width, mostSeries) }, (_, at) => {
        const found = figures[row * width + at];
        return found ? { value: found.value, text: cells[row * width + at]?.written ?? '' } : null;
      }),
    })),
  };
}

interface Checking {
  readonly directive: Directive;
  readonly table: DirectiveTable;
  readonly tell: Tell;
}

/** What only some ways of drawing allow. */
function checkManner(
  { as, rows, series, highlight }: ChartOptions,
  { directive, table, tell }: Checking,
): void {
  const at = (row: number) => ({ line: table.line + 2 + row, column: table.column });
  rows.forEach(({ label }, row) => {
    if (label === '') tell(at(row), 'has a row without a label');
  });
  if (as === 'number') {
    if (series.length > 1) tell(table, 'takes one column of figures as number');
    if (rows.length > mostNumbers)
      tell(table, `takes at most six rows as number, this table has ${rows.length}`);
    rows.forEach(({ figures: [first] }, row) => {
      if (!first) tell(at(row), 'has a row without a figure');
    });
  } else {
    if (as === 'bars' && series.length > 2 && rows.length > mostRowsWithMany)
      tell(
        table,
        `takes at most ${mostRowsWithMany} rows beside more than two columns, this table has ${rows.length}`,
      );
    if (as === 'lines' && rows.length < 2) tell(table, 'needs at least two rows as lines');
    const units = unitsIn(table);
    if (units.length > 1) {
      const [one = '', other = ''] = units.map((unit) => legible(unit, 20));
      tell(table, `puts "${one}" and "${other}" on one scale, give all figures one unit`);
    }
  }
  if (
    highlight !== undefined &&
    !series.includes(highlight) &&
    !rows.some(({ label }) => label === highlight)
  )
    tell(directive.placeOf('highlight'), 'highlight names no row and no column of the table');
}

function unitsIn({ rows }: DirectiveTable): string[] {
  const found = readFigures(rows.flatMap((row) => row.slice(1))).map((cell) => cell?.unit ?? '');
  return [...new Set(found.filter((unit) => unit !== ''))];
}

/** The figure as it was written, with the chart's unit where it has none of its own. */
export function withUnit(written: string, unit: string | undefined): string {
  if (unit === undefined || !/\d$/.test(written)) return written;
  if (/^\p{Sc}$/u.test(unit)) return written.replace(/^([+−-]?)/, `$1${unit}`);
  return /^[%‰°′″]/.test(unit) ? `${written}${unit}` : `${written}\u00A0${unit}`;
}

/** In characters, with its unit; a dash stands for none. */
export function lengthOf(each: Figure | null, unit: string | undefined): number {
  return each ? [...withUnit(each.text, unit)].length : 1;
}

function describe({ labels, series, rows, unit, source }: ChartOptions): Description {
  const shown = ({ text: written }: Figure) => withUnit(written, unit);
  const all = rows.flatMap(({ label, figures }) =>
    figures.flatMap((each, index) =>
      each ? [{ ...each, name: [label, series[index]].filter(Boolean).join(', ') }] : [],
    ),
  );
  const sorted = all.toSorted((a, b) => b.value - a.value);
  const [highest, lowest] = [sorted[0], sorted.at(-1)];
  const extremes =
    highest && lowest && all.length > 2
      ? `From ${shown(lowest)} (${lowest.name}) to ${shown(highest)} (${highest.name})`
      : all.map((each) => `${each.name}: ${shown(each)}`).join('; ');
  return {
    sentence: `${extremes}.${source === undefined ? '' : ` Source: ${source}.`}`,
    table: {
      head: [labels || 'What', ...series.map((name) => name || 'Figure')],
      rows: rows.map(({ label, figures }) => [label, ...figures.map((each) => (each ? shown(each) : '–'))]),
    },
  };
}

/** Options as a session file with this table has them. */
function sampleOptions(
  head: string,
  rows: readonly string[],
  changes: Partial<ChartOptions> = {},
): ChartOptions {
  const cellsOf = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const table = { line: 1, column: 1, head: cellsOf(head), rows: rows.map(cellsOf) };
  return { as: 'bars', ...readTable(table, () => {}), ...changes };
}

function rowsOf(count: number, row: (number: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => row(index + 1));
}
