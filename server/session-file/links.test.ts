/**
 * [F11] What an activity builds on must be in the file, anywhere, and be of use to it; a slip is pointed at.
 */
import { expect, it } from 'vitest';
import { read } from './given.ts';
import { formatFault, readSessionFile } from './session-file.ts';

const organisation = '## From where?\n<!-- poll: {id: organisation} -->\n- Hospital\n- Council\n';
const trios = '## Trios\n<!-- groups: {id: trios, apart: organisation} -->\n';
const practice = '## Practice\n<!-- timer: {roles: [Coach, Coachee], groups: trios} -->\n';

function faultsOf(...slides: readonly string[]): string[] {
  const file = readSessionFile(slides.join('\n---\n'), { file: 'talk.md' });
  return file.ok ? [] : file.faults.map((fault) => formatFault('talk.md', fault));
}

it('[F11] takes what is there, in any order', () => {
  const { activities } = read([practice, trios, organisation].join('\n---\n'));
  expect(activities.map(({ kind }) => kind)).toEqual(['timer', 'groups', 'poll']);
  expect(faultsOf('## Who?\n<!-- text: {id: organisation} -->\n', trios)).toEqual([]);
});

it('[F11] points at what is not there', () => {
  expect(faultsOf(organisation, trios.replace('apart: organisation', 'mix: organization'))).toEqual([
    'talk.md:8:31 groups: mix names an activity that is not here: "organization", did you mean "organisation"?',
  ]);
});

it('[F11] points at what is of no use', () => {
  expect(faultsOf(organisation, trios, practice.replace('trios', 'organisation'))).toEqual([
    'talk.md:12:47 timer: groups cannot build on "organisation", which is a poll',
  ]);
  expect(faultsOf('## One word\n<!-- cloud: {id: organisation} -->\n', trios)).toEqual([
    'talk.md:6:33 groups: apart cannot build on "organisation", which is a cloud',
  ]);
});
