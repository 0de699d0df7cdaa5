/**
 * Rules of who decides where the room screen stands.
 *
 * [V40] A hand at the screen moves it at once, and the server is told.
 * [V41] Otherwise the screen follows the server.
 * [V42] A view that knows nothing of our last command does not pull the screen back.
 * [V43] After a lost connection the screen that was moved wins; one that was not, follows.
 * [V44] One command is on its way at a time, and only the newest wish counts.
 * [V45] A refused command leaves the screen where everybody is.
 */
import { describe, expect, it } from 'vitest';
import type { SlidePosition } from '../protocol/commands.ts';
import { atStart, type Happening, type Outcome, type Position, step } from './position.ts';

const at = (h: number, f = -1): SlidePosition => ({ h, v: 0, f });
const moved = (h: number): Happening => ({ type: 'moved', to: at(h) });
const view = (revision: number, h: number): Happening => ({ type: 'view', revision, slide: at(h) });
const accepted = (revision: number): Happening => ({ type: 'answered', answer: { ok: true, revision } });
const connected: Happening = { type: 'connected' };
const lost: Happening = { type: 'lost' };
const unanswered: Happening = { type: 'answered', answer: undefined };

/** Everything that was sent and shown along the way, and where it ended. */
function play(...happenings: readonly Happening[]) {
  let position: Position = atStart;
  const sent: number[] = [];
  const shown: number[] = [];
  for (const happening of happenings) {
    const outcome: Outcome = step(position, happening);
    position = outcome.position;
    if (outcome.send) sent.push(outcome.send.h);
    if (outcome.show) shown.push(outcome.show.h);
  }
  return { here: position.here.h, sent, shown, position };
}

describe('a hand at the screen', () => {
  it('[V40] moves it and tells the server', () => {
    expect(play(connected, view(1, 0), moved(1))).toMatchObject({ here: 1, sent: [1], shown: [] });
  });

  it('[V40] a fragment is a move as well', () => {
    const { position } = play(connected, view(1, 0));
    expect(step(position, { type: 'moved', to: at(0, 0) }).send).toEqual(at(0, 0));
  });

  it('[V40] arriving where it stands already is no move', () => {
    expect(play(connected, view(1, 3), moved(3)).sent).toEqual([]);
  });
});

describe('following', () => {
  it('[V41] another screen moves the deck', () => {
    expect(play(connected, view(1, 0), view(2, 4))).toMatchObject({ here: 4, sent: [], shown: [4] });
  });

  it('[V41] a view of where it stands shows nothing anew', () => {
    expect(play(connected, view(1, 2), view(2, 2), view(3, 2)).shown).toEqual([2]);
  });

  it('[V42] views from before our command is confirmed do not pull it back', () => {
    expect(play(connected, view(5, 0), moved(1), view(6, 0), view(7, 0))).toMatchObject({
      here: 1,
      shown: [],
    });
  });

  it('[V42] nor does a late view of before, once it is confirmed', () => {
    expect(play(connected, view(5, 0), moved(1), accepted(8), view(7, 0), view(8, 1))).toMatchObject({
      here: 1,
      shown: [],
    });
  });

  it('[V41] after the confirmation others may move it again', () => {
    expect(play(connected, view(5, 0), moved(1), accepted(8), view(9, 6))).toMatchObject({
      here: 6,
      shown: [6],
    });
  });
});

describe('a lost connection', () => {
  it('[V43] moved meanwhile: its position wins', () => {
    const played = play(
      connected,
      view(5, 0),
      lost,
      moved(1),
      moved(2),
      connected,
      view(9, 7),
      accepted(10),
      view(10, 2),
    );
    expect(played).toMatchObject({ here: 2, sent: [2], shown: [] });
  });

  it('[V43] not moved meanwhile: it follows', () => {
    expect(play(connected, view(5, 0), lost, connected, view(9, 7))).toMatchObject({
      here: 7,
      sent: [],
      shown: [7],
    });
  });

  it('[V43] the answer was lost: the command is sent again', () => {
    expect(play(connected, view(5, 0), moved(1), lost, unanswered, connected, accepted(9))).toMatchObject({
      here: 1,
      sent: [1, 1],
    });
  });
});

describe('commands', () => {
  it('[V44] four quick presses send the first and the last', () => {
    const played = play(
      connected,
      view(1, 0),
      moved(1),
      moved(2),
      moved(3),
      moved(4),
      accepted(2),
      accepted(3),
    );
    expect(played).toMatchObject({ here: 4, sent: [1, 4] });
    expect(played.position.wanted).toBeNull();
  });

  it('[V44] back and forth: the last wish is sent although it is where we began', () => {
    expect(play(connected, view(1, 0), moved(1), moved(0), accepted(2))).toMatchObject({
      here: 0,
      sent: [1, 0],
    });
  });

  it('[V45] refused: back to where the server is', () => {
    const refused: Happening = { type: 'answered', answer: { refused: 'unknown-slide' } };
    expect(play(connected, view(5, 2), moved(9), refused)).toMatchObject({ here: 2, shown: [2, 2] });
  });
});
