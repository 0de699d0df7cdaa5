/** The codebook: what every column, activity and item of the other files means. */
import { askedModelOf } from '../../activities/models.ts';
import type { State } from '../session/state.ts';
import { exportedActivities, type Only } from './rows.ts';

export const codebookColumns = [
  'about',
  'activity',
  'kind',
  'name',
  'meaning',
  'values',
  'rounds',
  'answers',
] as const;

const ofColumns: readonly (readonly [string, string, string])[] = [
  ['session', 'Code of the session', 'text'],
  ['round', 'Which time the activity was asked, from 1', 'number'],
  ['activity', 'Id of the activity, explained below', 'text'],
  ['kind', 'Kind of the activity', 'text'],
  ['question', 'The question as it was last worded', 'text'],
  [
    'participant',
    'Pseudonym of one phone; the same in all activities of this session, and nowhere else',
    'text',
  ],
  ['item', 'What the value is about, explained below for each activity', 'text'],
  [
    'value',
    'The answer. In CSV and XLSX files a text that a spreadsheet would run as a formula, or that begins with an apostrophe, has one apostrophe put before it; JSON has every text exactly',
    'text or number',
  ],
  ['at', 'When the answer that counts arrived, to the minute, UTC', 'date and time'],
];

export function codebookRows(state: State, only: Only = {}): (string | number)[][] {
  const rows: (string | number)[][] = ofColumns.map(([name, meaning, values]) => [
    'column',
    '',
    '',
    name,
    meaning,
    values,
    '',
    '',
  ]);
  for (const { definition, rounds, current } of exportedActivities(state, only)) {
    const { id, kind, question, options } = definition;
    const answers = rounds.reduce((sum, { responses }) => sum + responses.size, 0);
    const dropped = current ? '' : ' (no longer in the session file)';
    rows.push(['activity', id, kind, id, `${question}${dropped}`, '', rounds.length, answers]);
    for (const column of askedModelOf(kind)?.columns(options) ?? []) {
      rows.push(['item', id, kind, column.item, column.label, column.values, '', '']);
    }
  }
  return rows;
}
