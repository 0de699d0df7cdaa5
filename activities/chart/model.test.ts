/**
 * The rules of a chart.
 *
 * [KF4] The first column has the labels, each further one is a series; figures stand as they were written.
 * [KF5] Mistakes of an author stand at the table's own lines.
 * [KF6] The description has every figure that is drawn.
 */
import { describe, expect, it } from 'vitest';
import { directiveOf } from '../given.ts';
import { type ChartOptions, chart, withUnit } from './model.ts';

type Options = Readonly<Record<string, unknown>>;

/** The table stands on line 12: its first row is on line 14. */
function read(rows: readonly string[], options: Options = {}, list: readonly string[] = []) {
  const [head = [], ...body] = rows.map((row) => row.split('|').map((cell) => cell.trim()));
  const table = rows.length === 0 ? undefined : { line: 12, column: 1, head, rows: body };
  return chart.fromMarkdown({ ...directiveOf('chart', 'What it shows', options, list), table });
}

function optionsOf(...given: Parameters<typeof read>): ChartOptions {
  const reading = read(...given);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.options;
}

function faultsOf(...given: Parameters<typeof read>): readonly string[] {
  const reading = read(...given);
  return reading.ok ? [] : reading.faults.map((each) => `${each.line}:${each.column} ${each.message}`);
}

const rows = (count: number, row = (index: number) => `Row ${index}|${index}`) =>
  Array.from({ length: count }, (_, index) => row(index + 1));

describe('a table', () => {
  it('[KF4] makes rows and series', () => {
    expect(optionsOf(['Year|Before|After', '2018|1.200 €|–', '2025|900 €|1.500,5 €'])).toEqual({
      as: 'bars',
      labels: 'Year',
      series: ['Before', 'After'],
      rows: [
        { label: '2018', figures: [{ value: 1200, text: '1.200 €' }, null] },
        {
          label: '2025',
          figures: [
            { value: 900, text: '900 €' },
            { value: 1500.5, text: '1.500,5 €' },
          ],
        },
      ],
    });
  });

  it('[KF4] may be drawn as lines or as numbers', () => {
    const options = { as: 'lines', highlight: '2018', source: ' A survey ' };
    expect(optionsOf(['|%', '2018|1', '2025|2'], options)).toMatchObject({ ...options, source: 'A survey' });
    expect(optionsOf(['|', 'people|41,200', 'organisations|15 in all'], { as: 'number' }).rows).toHaveLength(
      2,
    );
  });

  it('[KF4] lends its unit to figures without one', () => {
    expect(['45', '45%', '−3', '€4'].map((text) => withUnit(text, '%'))).toEqual([
      '45%',
      '45%',
      '−3%',
      '€4%',
    ]);
    expect(['45', '-3'].map((text) => withUnit(text, '€'))).toEqual(['€45', '-€3']);
    expect(withUnit('45', 'km')).toBe('45\u00A0km');
    expect(withUnit('45', undefined)).toBe('45');
  });
});

describe('[KF5] a fault', () => {
  it('is told where there is no table, or a list instead', () => {
    expect(faultsOf([])).toEqual(['7:1 chart: needs a table below it: labels, then figures']);
    expect(faultsOf([], {}, ['45'])).toEqual(['10:3 chart: takes no list, its figures stand in a table']);
  });

  it('stands at the table', () => {
    expect(faultsOf(['Only labels', 'a', 'b'])).toEqual([
      '12:1 chart: needs a column of figures beside its labels',
    ]);
    expect(faultsOf(['|A', 'a|–', 'b|'])).toEqual(['12:1 chart: has no figures in its table']);
    expect(faultsOf(['|A'])).toEqual(['12:1 chart: has no rows in its table']);
    expect(faultsOf(['|A', ...rows(25)])).toEqual(['12:1 chart: takes at most 24 rows, this table has 25']);
    expect(faultsOf(['|A|B|C|D|E|F|G', 'a|1|2|3|4|5|6|7'])).toEqual([
      '12:1 chart: takes at most six columns of figures, this table has 7',
    ]);
    expect(faultsOf(['|A|', 'a|1|2'])).toEqual(['12:1 chart: has a column of figures without a name']);
    expect(faultsOf(['|A', 'a|5%', 'b|5 km'])).toEqual([
      '12:1 chart: puts "%" and "km" on one scale, give all figures one unit',
    ]);
    expect(faultsOf(['|A|B|C', ...rows(17, (index) => `Row ${index}|1|2|3`)])).toEqual([
      '12:1 chart: takes at most 16 rows beside more than two columns, this table has 17',
    ]);
  });

  it('stands at the row', () => {
    expect(faultsOf(['|A', 'a|1', 'b|many', 'c|2019-20'])).toEqual([
      '15:1 chart: "many" is not a number',
      '16:1 chart: "2019-20" is not a number',
    ]);
    expect(faultsOf(['|A', 'a|1', '|2'])).toEqual(['15:1 chart: has a row without a label']);
  });

  it('is told of what only one manner allows', () => {
    expect(faultsOf(['|A', 'a|1'], { as: 'lines' })).toEqual([
      '12:1 chart: needs at least two rows as lines',
    ]);
    expect(faultsOf(['|A|B', 'a|1|2'], { as: 'number' })).toEqual([
      '12:1 chart: takes one column of figures as number',
    ]);
    expect(faultsOf(['|A', ...rows(7)], { as: 'number' })).toEqual([
      '12:1 chart: takes at most six rows as number, this table has 7',
    ]);
    expect(faultsOf(['|A', 'a|1', 'b|–'], { as: 'number' })).toEqual([
      '15:1 chart: has a row without a figure',
    ]);
    expect(faultsOf(['|A', 'a|5%', 'b|5 km'], { as: 'number' })).toEqual([]);
  });

  it('is told at the option', () => {
    expect(faultsOf(['|A', 'a|1'], { highlight: 'b' })).toEqual([
      '7:9 chart: highlight names no row and no column of the table',
    ]);
    expect(faultsOf(['|A', 'a|1'], { as: 'pie', sourse: 'x' })).toEqual([
      '7:9 chart: unknown option "sourse", did you mean "source"?',
      '7:9 chart: as must be bars, lines or number',
    ]);
    expect(faultsOf(['|A', 'a|1'], { rows: [] })).toEqual(['7:9 chart: unknown option "rows"']);
  });
});

it('[KF6] is described with every figure', () => {
  const options = optionsOf(['Year|Before|After', '2018|12|–', '2025|9|40'], {
    unit: '%',
    source: 'A survey',
  });
  expect(chart.describe?.(options, undefined)).toEqual({
    sentence: 'From 9% (2025, Before) to 40% (2025, After). Source: A survey.',
    table: {
      head: ['Year', 'Before', 'After'],
      rows: [
        ['2018', '12%', '–'],
        ['2025', '9%', '40%'],
      ],
    },
  });
  const numbers = optionsOf(['|', 'people|41,200', 'organisations|15'], { as: 'number' });
  expect(chart.describe?.(numbers, undefined).sentence).toBe('people: 41,200; organisations: 15.');
});
