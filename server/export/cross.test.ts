/**
 * Comparisons in downloads.
 * [P4] a segment or cross-table cell under 8 is in none of them.
 */
import { describe, expect, it } from 'vitest';
import { identified } from '../../activities/directive.ts';
import { activityId, participantId } from '../../protocol/ids.ts';
import type { Order } from '../session/decide.ts';
import { begin, given, someActivity, someDefinition } from '../session/given.ts';
import type { State } from '../session/state.ts';
import type { Only } from './answers.ts';
import { crossColumns } from './cross.ts';
import { exportFormats } from './formats.ts';
import { whole } from './pieces.ts';

const options = (...texts: readonly string[]) => ({
  answers: identified(texts),
  choose: 1,
  other: false,
  sort: false,
});
const places = options('Hospital', 'Council', '=Fire', 'Hospice');
const moods = options('Curious', 'Wary', 'Worn out');
const where = someActivity({ id: activityId('where'), question: 'Where do you work?', options: places });
const landed = someActivity({ options: moods });

/** 20 of the hospital, 18 of the council, 5 and 4 of the others; one person alone is worn out. */
const session: readonly Order[] = [
  ...begin(someDefinition(where, landed)),
  ...[20, 18, 5, 4].flatMap((people, part) =>
    Array.from({ length: people }, (_, index): readonly Order[] => {
      const about = { type: 'respond', participant: participantId(`p-${part}-${index}`), round: 1 } as const;
      const answer = part === 0 && index === 0 ? 2 : index % 2;
      const [place, choice] = [places.answers[part]?.id ?? '', moods.answers[answer]?.id ?? ''];
      return [
        { ...about, activity: where.id, n: 1, response: { options: [place] } },
        { ...about, activity: landed.id, n: 2, response: { options: [choice] } },
      ];
    }).flat(),
  ),
];
const ended = given(...session, { type: 'end' });

async function rendered(format: string, state: State, only: Only): Promise<string> {
  const made = exportFormats[format]?.render(state, only, async () => undefined);
  return made ? (await whole(made)).toString() : '';
}

describe('[P4] cross.csv', () => {
  it('has whole rows, and small parts and rare answers together', async () => {
    const [head, ...lines] = (await rendered('cross', ended, { by: 'where' })).split('\r\n');
    expect(head).toBe(`\uFEFF${crossColumns.join(',')}`);
    const together = '"Others together: Council, =Fire, Hospice"';
    expect(lines.map((line) => line.replace('PXENUM,1,landed,poll,How did it land?,where,', ''))).toEqual([
      'Everybody,47,Wary,people,23',
      'Hospital,20,Wary,people,10',
      `${together},27,Wary,people,13`,
      'Everybody,47,Curious + Worn out,people,24',
      'Hospital,20,Curious + Worn out,people,10',
      `${together},27,Curious + Worn out,people,14`,
      '',
    ]);
  });

  it.each([
    ['while the session goes on', given(...session), { by: 'where' }],
    ['by nothing', ended, {}],
    ['by what there is not', ended, { by: 'constructor' }],
    ['of another activity', ended, { by: 'where', activity: 'where' }],
  ] as const)('is empty %s', async (_, state, only) => {
    expect((await rendered('cross', state, only)).trim().split('\r\n')).toHaveLength(1);
  });
});

describe('[P4] the report', () => {
  it('has the comparison under each result, when it is asked for', async () => {
    const plain = await rendered('html', ended, {});
    expect(plain).not.toContain('Everybody');
    expect(await rendered('html', given(...session), { by: 'where' })).not.toContain('Everybody');
    const compared = await rendered('html', ended, { by: 'where' });
    expect(compared).toContain('Everybody (47)');
    expect(compared).toContain('Put together: Council, =Fire, Hospice.');
    expect(compared).not.toContain('Hospice (4)');
  });
});
