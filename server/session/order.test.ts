/**
 * [S19] Activities stand in the order of the session file, however many there are, whatever was edited: in every view
 *       and every download. Dropped ones come last.
 */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { activityId, participantId } from '../../protocol/ids.ts';
import { exportFormats } from '../export/formats.ts';
import { whole } from '../export/pieces.ts';
import type { Order } from './decide.ts';
import { begin, given, someActivity, someDefinition } from './given.ts';
import { projectPhone } from './project-phone.ts';
import { projectResults } from './project-results.ts';
import { projectPresenter, projectRoom } from './project-screens.ts';
import type { State } from './state.ts';
import { foldTally } from './tally.ts';

const around = { now: 5000, people: 3, warnings: [] };
const twelve = 'lima kilo juliett india hotel golf foxtrot echo delta charlie bravo alfa'.split(' ');

const asked = (id: string) => someActivity({ id: activityId(id), question: `About ${id}`, open: 'always' });
const define = (ids: readonly string[]): Order => ({
  type: 'define',
  definition: someDefinition(...ids.map(asked)),
});
/** Everybody's first answer to everything. */
const answers = (ids: readonly string[]): readonly Order[] =>
  ids.map((id, index) => {
    const { options } = asked(id);
    const choice = JSON.parse(JSON.stringify(options)).answers[0].id;
    const participant = participantId('ann');
    return {
      type: 'respond',
      participant,
      activity: activityId(id),
      round: 1,
      n: index + 1,
      response: { options: [choice] },
    };
  });

/** The ids as each view has them. */
function seen(state: State): Readonly<Record<string, readonly string[]>> {
  const idsOf = (activities: readonly { readonly id: string }[]) => activities.map(({ id }) => id);
  return {
    phone: idsOf(projectPhone(state, foldTally, around).activities),
    room: idsOf(projectRoom(state, foldTally, around).activities),
    presenter: idsOf(projectPresenter(state, foldTally, around).activities),
  };
}

/** The ids as each download has them. */
async function downloaded(state: State): Promise<Readonly<Record<string, readonly string[]>>> {
  const text = async (format: string) => {
    const made = exportFormats[format]?.render(state, {}, async () => undefined);
    return made ? (await whole(made)).toString() : '';
  };
  const rowsOf = async (format: string): Promise<Record<string, string>[]> =>
    parse(await text(format), { bom: true, columns: true });
  const once = (ids: readonly (string | undefined)[]) => [...new Set(ids)].filter((id) => id !== undefined);
  const json: { activities: { id: string }[] } = JSON.parse(await text('json'));
  return {
    page: projectResults(state, foldTally, around).activities.map(({ id }) => id),
    json: json.activities.map(({ id }) => id),
    csv: once((await rowsOf('csv')).map(({ activity }) => activity)),
    codebook: once(
      (await rowsOf('codebook')).filter(({ about }) => about === 'activity').map(({ activity }) => activity),
    ),
  };
}

describe('twelve activities', () => {
  it('[S19] stand as in the file', async () => {
    const state = given(...begin(someDefinition(...twelve.map(asked))), ...answers(twelve));
    for (const [view, ids] of Object.entries({ ...seen(state), ...(await downloaded(state)) }))
      expect([view, ids]).toEqual([view, twelve]);
  });

  it('[S19] follow an edit of the file, and dropped ones come last', async () => {
    const edited = ['new', ...twelve.slice(6).reverse(), 'second', ...twelve.slice(0, 4)];
    const state = given(
      ...begin(someDefinition(...twelve.map(asked))),
      ...answers(twelve),
      define(edited),
      ...answers(['new', 'second']).map((order, index) => ({ ...order, n: 20 + index })),
    );
    for (const [view, ids] of Object.entries(seen(state))) expect([view, ids]).toEqual([view, edited]);
    for (const [file, ids] of Object.entries(await downloaded(state)))
      expect([file, ids]).toEqual([file, [...edited, ...twelve.slice(4, 6)]]);
  });
});
