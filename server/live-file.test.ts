/**
 * Live editing, with real files and a played clock.
 * [E1] A good save reaches the room once the editor has been quiet; several steps of one save are one reading.
 * [E2] A faulty save keeps the last good version; terminal and console name the first fault and how many more.
 * [E3] The next good save clears the warning, also when it only takes the mistake back.
 * [E4] A file that is gone for a moment is no fault.
 * [E5] An edit that leaves answers without a place is taken, and says so.
 * [E7] What a save brings that is doubtful, such as a picture that is not there, is told once, and shown until the next save.
 * [E6] What is saved through a link, or by renaming, is noticed like any other.
 */
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { activityId, participantId, sessionId } from '../protocol/ids.ts';
import { newCode, newSecret } from './access.ts';
import { followFile, type LiveFile } from './live-file.ts';
import { openMemoryLog } from './log/memory.ts';
import { type Clock, Room } from './room.ts';
import { readSessionFile } from './session-file/session-file.ts';

const poll = '# A talk\n\n---\n## Which?\n<!-- poll: {id: which, open: always} -->\n- One\n- Two\n- Three\n';

/** Holds what is to be called later until it is told to go on. */
class HeldClock implements Clock {
  readonly waiting = new Set<() => void>();
  now(): number {
    return 1_700_000_000_000;
  }
  after(_ms: number, call: () => void): () => void {
    this.waiting.add(call);
    return () => this.waiting.delete(call);
  }
  goOn(): number {
    const due = [...this.waiting];
    this.waiting.clear();
    for (const call of due) call();
    return due.length;
  }
}

let folder: string;
let file: string;
let room: Room;
let clock: HeldClock;
let live: LiveFile;
let said: string[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plenum-live-'));
  file = join(folder, 'talk.md');
  writeFileSync(file, poll);
  clock = new HeldClock();
  said = [];
  room = new Room(openMemoryLog());
  await room.order({ type: 'start', session: sessionId('s'), code: newCode(), secret: newSecret() });
  const read = readSessionFile(poll, { file: 'talk.md' });
  if (!read.ok) throw new Error('the sample is good');
  await room.order({ type: 'define', definition: read.definition });
  follow();
});
afterEach(() => {
  live.close();
  room.close();
  rmSync(folder, { recursive: true, force: true });
});

function follow(): void {
  live = followFile({ file, warnings: [] }, room, (message) => said.push(message), clock);
}

/** Saves as an editor does, and waits until the room has it; the watcher's own signal is not waited for. */
async function save(text: string): Promise<void> {
  writeFileSync(`${file}~`, text);
  renameSync(`${file}~`, file);
  await signalled();
}

async function signalled(): Promise<void> {
  live.changed();
  clock.goOn();
  await live.settled();
}

const titles = () => room.state.definition?.slides.map(({ title }) => title);
const warnings = () => room.warnings.map(({ kind, message }) => `${kind}: ${message}`);

it('[E1] a save reaches the room', async () => {
  await save(`${poll}\n---\n# More\n`);
  expect(titles()).toEqual(['A talk', 'Which?', 'More']);
  expect(said).toEqual(['Updated talk.md.']);
});

it('[E1] nothing is read before the editor is quiet, and then once', async () => {
  writeFileSync(file, '# Half');
  live.changed();
  writeFileSync(file, '# Whole');
  live.changed();
  live.changed();
  expect(titles()).toEqual(['A talk', 'Which?']);
  expect(clock.goOn()).toBe(1);
  await live.settled();
  expect(titles()).toEqual(['Whole']);
});

it('[E1] a save that changes nothing for the room is not told', async () => {
  const { revision } = room.state;
  await save(`${poll}\n\n`);
  expect(said).toEqual([]);
  expect(room.state.revision).toBe(revision);
});

it('[E2] [E3] a faulty save changes nothing but the warning, until the next good one', async () => {
  await save(poll.replace('- Two\n- Three\n', '').replace('# A talk', '# A talk\n<!-- pol: {} -->'));
  expect(titles()).toEqual(['A talk', 'Which?']);
  expect(room.state.definition?.slides[1]?.html).not.toContain('pol --');
  expect(warnings()).toEqual(['file: talk.md:2:6 no such activity "pol", did you mean "poll"? (and 1 more)']);
  expect(said[0]).toBe(
    'talk.md:2:6 no such activity "pol", did you mean "poll"?\n' +
      'talk.md:6:6 poll: needs at least two answers\n' +
      'The room keeps the last good version.',
  );
  await save(poll);
  expect(warnings()).toEqual([]);
});

it('[E4] a file that is gone for a moment', async () => {
  rmSync(file);
  await signalled();
  expect(titles()).toEqual(['A talk', 'Which?']);
  expect(warnings()).toEqual([]);
  expect(said).toEqual([]);
  await save('# Back');
  expect(titles()).toEqual(['Back']);
});

it('[E5] answers that lose their place are told of, and kept', async () => {
  const [participant, activity] = [participantId('p'), activityId('which')];
  const outcome = await room.order({
    type: 'respond',
    participant,
    activity,
    round: 1,
    n: 1,
    response: { options: ['three'] },
  });
  expect(outcome).toMatchObject({ ok: true });
  await save(poll.replace('- Three\n', ''));
  const warning = 'This edit leaves without a place: 1 answer to "Which?". They are kept.';
  expect(warnings()).toEqual([`orphans: ${warning}`]);
  expect(said).toEqual([warning, 'Updated talk.md.']);
  await save(poll);
  expect(warnings()).toEqual([]);
  const rounds = room.state.activities.get(activity)?.rounds;
  expect([...(rounds?.[0]?.responses.values() ?? [])].map(({ response }) => response)).toEqual([
    { options: ['three'] },
  ]);
});

it('[E7] a picture that is not there', async () => {
  writeFileSync(join(folder, 'Bridge.jpg'), '');
  const pictured = `${poll}\n---\n![Ours](bridge.jpg)\n`;
  await save(pictured);
  const doubt = 'talk.md:11:9 there is no picture "bridge.jpg" beside this file, did you mean "Bridge.jpg"?';
  expect(said).toEqual([`${doubt} (warning)`, 'Updated talk.md.']);
  expect(warnings()).toEqual([`doubts: ${doubt}`]);
  await save(`${pictured}\n---\n# More\n`);
  expect(said.slice(2)).toEqual(['Updated talk.md.']);
  expect(warnings()).toEqual([]);
});

it('[E7] in a faulty save', async () => {
  await save(`${poll.replace('- Two\n- Three\n', '')}\n---\n![Ours](none.png) ![Theirs](gone.png)\n`);
  expect(said).toEqual([
    'talk.md:9:9 there is no picture "none.png" beside this file (warning)',
    'talk.md:9:29 there is no picture "gone.png" beside this file (warning)',
    'talk.md:5:6 poll: needs at least two answers\nThe room keeps the last good version.',
  ]);
  expect(warnings()).toEqual([
    'doubts: talk.md:9:9 there is no picture "none.png" beside this file (and 1 more)',
    'file: talk.md:5:6 poll: needs at least two answers',
  ]);
});

it('[E6] a save by renaming is noticed without being told', async () => {
  writeFileSync(join(folder, 'talk.md~'), '# Renamed');
  renameSync(join(folder, 'talk.md~'), file);
  await expect.poll(() => clock.waiting.size).toBe(1);
  clock.goOn();
  await live.settled();
  expect(titles()).toEqual(['Renamed']);
});

it('[E6] so is one of the file that a link leads to', async () => {
  live.close();
  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(elsewhere);
  renameSync(file, join(elsewhere, 'real.md'));
  symlinkSync(join(elsewhere, 'real.md'), file);
  follow();
  writeFileSync(join(elsewhere, 'real.md'), '# Linked');
  await expect.poll(() => clock.waiting.size).toBe(1);
  clock.goOn();
  await live.settled();
  expect(titles()).toEqual(['Linked']);
});
