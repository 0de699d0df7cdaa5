/** Boards for the gallery and the tests, and what a presenter might do with their cards. */
import { isCardsResponse } from '../cards/response.ts';
import { cardsOf } from '../cards/tally.ts';
import { identified } from '../directive.ts';
import type { Answer } from '../kind.ts';
import type { KindCommand } from '../steering.ts';
import type { BoardOptions } from './options.ts';

const plain: BoardOptions = { columns: [], votes: 5, join: false, cards: 8, limit: 200 };

export const sampleBoards: readonly BoardOptions[] = [
  { ...plain, votes: 3, join: true },
  {
    ...plain,
    columns: identified(['Who is involved', 'What causes it', 'What keeps changing', 'Who does it work for']),
  },
  { ...plain, columns: identified(['Start', 'Stop']), votes: 20, join: true, cards: 20, limit: 500 },
  { ...plain, votes: 0, cards: 1, limit: 40 },
  {
    ...plain,
    columns: identified([
      'constructor',
      '🌱 Growing',
      'ما الذي نحتفظ به؟',
      'Unentschieden',
      'Later, when there is time',
      '6',
    ]),
    votes: 1,
  },
];

export function sampleCard(random: () => number): string {
  const pick = (texts: readonly string[]) => texts[Math.floor(random() * texts.length)] ?? '';
  return random() < 0.25 ? pick(single) : `${pick(verbs)} ${pick(matters)}`;
}

export function sampleSteering(
  { columns }: BoardOptions,
  answers: readonly Answer<unknown>[],
): readonly KindCommand[] {
  const cards = cardsOf(
    answers.flatMap(({ participant, response }) =>
      isCardsResponse(response) ? [{ participant, response }] : [],
    ),
  );
  // Cards of one box are grouped with one another.
  const places = new Map(columns.map(({ id }, index) => [id, index]));
  const boxOf = (column: string | undefined) => places.get(column ?? '') ?? 0;
  const sorted = [...cards].sort(
    (a, b) =>
      boxOf(a.written.column) - boxOf(b.written.column) || b.votes - a.votes || (a.key < b.key ? -1 : 1),
  );
  const keys = sorted.map(({ key }) => key);
  const [last, column] = [keys.at(-1), columns.at(-1)];
  if (keys.length < 10 || last === undefined) return [];
  return [
    { type: 'group', group: 'first', name: 'Getting home', entries: keys.slice(1, 5) },
    { type: 'group', group: 'second', name: 'Trust', entries: keys.slice(5, 7) },
    { type: 'renameGroup', group: 'second', name: 'Trust between organisations that have been rivals' },
    { type: 'ungroup', group: 'first', entries: keys.slice(1, 2) },
    { type: 'group', group: 'third', name: 'A slip', entries: keys.slice(7, 9) },
    { type: 'ungroup', group: 'third' },
    ...(column ? [{ type: 'moveCard', entry: last, column: column.id }] : []),
    // A large crowd makes many groups.
    ...matters.slice(0, Math.floor(keys.length / 50)).map((name, index) => {
      return {
        type: 'group',
        group: `of-${index}`,
        name,
        entries: keys.slice(30 * index + 20, 30 * index + 40),
      };
    }),
  ];
}

const verbs = [
  'Getting people home on time in spite of',
  'One plan for',
  'Sharing what we know about',
  'Fewer forms, and more time for',
  'Rebuilding trust after',
  'Nobody owns',
  'Better pay for',
  'Listening earlier to',
];

const matters = [
  'winter',
  'families who care for somebody',
  'young people in crisis',
  'housing and health together',
  'the ambulances that wait outside',
  'night workers',
  'waiting lists',
  'villages without a bus',
  'the merger',
];

const single = [
  'Rent',
  'One number to call',
  'A common budget for prevention, decided by the people who live here and reported back to them every year in words that everybody understands',
  'ثقة أكبر بين المؤسسات',
  'לתת לאנשים זמן',
  '🚑 → 🏠',
  'Zusammenarbeitsverweigerungsgewohnheiten',
  'constructor',
];
