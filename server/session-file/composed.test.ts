/**
 * Activities that are made of others.
 * [F14] A directive in an item's line says what the item is; faults in it have their place; its pictures are found.
 * [F15] An activity may build on another one; one that is answered bit by bit may always be changed.
 */
import { describe, expect, it } from 'vitest';
import { read } from './given.ts';
import { formatFault, readSessionFile } from './session-file.ts';

function faultsOf(text: string): string[] {
  const file = readSessionFile(text, { file: 'talk.md' });
  return file.ok ? [] : file.faults.map((fault) => formatFault('talk.md', fault));
}

const baseline = `## Where do you stand?
<!-- survey: {id: start, ends: [Never, Always], code: true} -->
- I know **whom** to call
- Where do you work?
  - ![A hospital](h.jpg) Hospital
  - [x] Council
- Why? <!-- text: {limit: 50} -->
`;

describe('a survey', () => {
  it('[F14] is read item by item', () => {
    const [survey] = read(baseline).activities;
    expect(survey).toMatchObject({
      id: 'start',
      kind: 'survey',
      options: {
        questions: [
          { id: 'i-know-whom-to-call', kind: 'scale', text: 'I know whom to call' },
          {
            id: 'where-do-you-work',
            kind: 'poll',
            options: {
              answers: [
                { id: 'hospital', text: 'Hospital', image: { src: 'files/h.jpg', alt: 'A hospital' } },
                { id: 'council', text: 'Council' },
              ],
            },
          },
          { id: 'why', kind: 'text', text: 'Why?', options: { limit: 50 } },
        ],
        ends: ['Never', 'Always'],
        code: true,
      },
    });
  });

  it('[F14] has its faults where they were written', () => {
    expect(
      faultsOf('## Q\n<!-- survey -->\n- One\n- Why? <!-- text: {limit: 0} -->\n- Who? <!-- poll -->\n'),
    ).toEqual([
      'talk.md:4:20 text: limit must be a whole number from 1 to 2000',
      'talk.md:5:13 poll: needs at least two answers',
    ]);
    expect(faultsOf('## Q\n<!-- poll -->\n- One <!-- text -->\n- Two\n')).toEqual([
      'talk.md:3:12 text: must stand on a line of its own, outside of lists, quotes and notes',
    ]);
  });

  it('[F15] builds on an earlier one', () => {
    const again = (before: string) =>
      `${baseline}\n---\n## And now?\n<!-- survey: {before: ${before}} -->\n- Same\n`;
    expect(faultsOf(again('start'))).toEqual([]);
    expect(faultsOf(again('strat'))).toEqual([
      'talk.md:11:23 survey: before names an activity that is not here: "strat", did you mean "start"?',
    ]);
  });

  it('[F15] cannot forbid to change an answer', () => {
    expect(faultsOf('## Q\n<!-- survey: {change: false} -->\n- One\n')).toEqual([
      'talk.md:2:15 survey: change must be true, answers are saved bit by bit',
    ]);
    expect(faultsOf('## Q\n<!-- survey: {change: true} -->\n- One\n')).toEqual([]);
  });
});
