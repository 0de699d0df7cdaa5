/**
 * What belongs to a directive, and what is none.
 * [F16] Its question is the nearest heading above, of whatever form, on its own slide or on one before.
 * [F17] Its answers are the list below: what touches it, else, for a kind that cannot do without, the next one.
 * [F18] A near miss is a fault where a directive was meant; a word that may be a remark is a warning at most.
 */
import { describe, expect, it } from 'vitest';
import { kindNames } from '../../activities/models.ts';
import { read } from './given.ts';
import { formatFault, readSessionFile } from './session-file.ts';

function told(text: string) {
  const file = readSessionFile(text, { file: 'talk.md' });
  const all = (faults: typeof file.warnings) => faults.map((fault) => formatFault('talk.md', fault));
  return { faults: file.ok ? [] : all(file.faults), warnings: all(file.warnings) };
}

const answersOf = (text: string) =>
  read(text).activities.map(({ question, options }) => [
    question,
    JSON.stringify(options).match(/"text":"\w+"/g),
  ]);
const AB = ['"text":"A"', '"text":"B"'];
const list = '- A\n- B\n';

describe('the question', () => {
  it.each([
    ['on the slide before', '## Q\n\n---\n<!-- poll -->\n- A\n- B\n'],
    ['on the slide above', '## Q\n\n----\n\n<!-- poll -->\n- A\n- B\n'],
    ['two slides before', '## Q\n\n---\nmore\n\n---\n<!-- poll -->\n- A\n- B\n'],
    ['underlined', 'Q\n=====\n<!-- poll -->\n- A\n- B\n'],
    ['underlined with more dashes than part a slide', 'Q\n-----\n<!-- poll -->\n- A\n- B\n'],
    ['raw HTML', '<h2>Q</h2>\n\n<!-- poll -->\n- A\n- B\n'],
    ['raw HTML right above', '<h2 class="x">Q</h2>\n<!-- poll -->\n- A\n- B\n'],
    ['raw HTML of several lines', '<div>\n<h2>\n<em>Q</em>\n</h2>\n</div>\n<!-- poll -->\n- A\n- B\n'],
    ['the line it stands in', '## Q <!-- poll -->\n- A\n- B\n'],
    ['the line it stands in, with options', '## Q <!-- poll: {choose: any} --> ##\n\n- A\n- B\n'],
    ['the underlined line it stands in', 'Q <!-- poll -->\n===\n\n- A\n- B\n'],
  ])('[F16] is a heading: %s', (_where, text) => {
    expect(answersOf(text)).toEqual([['Q', AB]]);
  });

  it('[F16] is the nearest one, and none from the notes', () => {
    const text = '# Q1\n\nNote:\n## Notes\n\n---\n<h3>Q2 &amp; so<br>on</h3>\n\n---\n<!-- text -->\n';
    expect(read(text).activities[0]?.question).toBe('Q2 & so on');
    expect(told('text\n\n---\n<!-- text -->\n').faults).toEqual([
      'talk.md:4:6 text: needs a heading above it, or the option question',
    ]);
  });

  it('[F16] shows its heading as one, and leaves separators alone', () => {
    const { slides } = read('Title\n=====\n\ntext\n---\n<h2>Two</h2>\n');
    expect(slides.map(({ html, title }) => [html, title])).toEqual([
      ['<h1>Title</h1>\n<p>text</p>', 'Title'],
      ['<h2>Two</h2>', 'Two'],
    ]);
    const other = '---\nseparator: <!--s-->\n---\nTitle\n---\ntext\n\n<!--s-->\n\nmore\n';
    expect(read(other).slides.map(({ html }) => html)).toEqual([
      '<h2>Title</h2>\n<p>text</p>',
      '<p>more</p>',
    ]);
  });

  it('[F16] has faults of its line where they stand', () => {
    expect(told('## Q <!-- poll: {othr: true} -->\n- A\n- B\n').faults).toEqual([
      'talk.md:1:18 poll: unknown option "othr", did you mean "other"?',
    ]);
    expect(told('- ## Q <!-- poll -->\n').faults).toEqual([
      'talk.md:1:13 poll: must stand on a line of its own, outside of lists, quotes and notes',
    ]);
  });
});

describe('the answers', () => {
  it.each([
    ['behind a sentence', `## Q\n<!-- poll -->\nChoose one.\n\n${list}`],
    ['behind a sentence that touches', `## Q\n<!-- poll -->\nChoose one.\n${list}`],
    ['behind a comment for reveal.js', `## Q\n<!-- poll -->\n<!-- .element: class="fragment" -->\n${list}`],
    ['behind one in the same line', `## Q\n<!-- poll --> <!-- .element: class="fragment" -->\n${list}`],
    ['behind a remark', `## Q\n<!-- poll -->\n<!-- mind the gap -->\n\n${list}`],
    ['behind a table that is of no use', `## Q\n<!-- poll -->\ntext\n\n| x |\n|---|\n| y |\n\n${list}`],
    ['behind a sentence, from a heading’s line', `## Q <!-- poll -->\nChoose one.\n\n${list}`],
  ])('[F17] stand %s', (_where, text) => {
    expect(answersOf(text)).toEqual([['Q', AB]]);
    expect(read(text).slides[0]?.html).not.toContain('<li>');
  });

  it('[F17] leave the sentence on the slide, and the attributes at the activity', () => {
    const html = (text: string) => read(text).slides[0]?.html;
    expect(html(`## Q\n<!-- poll -->\nChoose one.\n\n${list}after\n`)).toMatch(
      /data-activity="q"><\/div>\s*<p>Choose one\.<\/p>\s*$/,
    );
    expect(html(`## Q\n<!-- poll -->\n<!-- .element: class="fragment" -->\n${list}`)).toContain(
      '<div class="activity fragment" data-activity="q">',
    );
  });

  it('[F17] are a table where the kind draws one', () => {
    const text = '## Q\n<!-- chart -->\nFrom last year.\n\n- a list\n\n| x | y |\n|---|---|\n| A | 1 |\n';
    expect(read(text).activities[0]?.options).toMatchObject({ rows: [{ label: 'A' }] });
    expect(read(text).slides[0]?.html).toMatch(/<li>a list<\/li>/);
  });

  it('[F17] end at the next heading or directive, and nobody takes what they can do without', () => {
    for (const between of ['## R\n', '<h3>R</h3>\n\n', '<!-- text: {question: R} -->\nx\n\n'])
      expect(told(`## Q\n<!-- poll -->\n\n${between}\n${list}`).faults).toContain(
        'talk.md:2:6 poll: needs at least two answers',
      );
    for (const kind of ['text', 'map', 'groups', 'scale: {ends: [0, 10]}', 'grid: {x: [0, 1], y: [2, 3]}'])
      expect(read(`## Q\n<!-- ${kind} -->\nLook here:\n\n${list}`).slides[0]?.html).toContain('<li>A</li>');
  });

  it('[F17] have their own faults told, and not that they are missing', () => {
    expect(told('## Q\n<!-- poll: {othr: 1} -->\nChoose.\n\n- A\n- a\n').faults).toEqual([
      'talk.md:2:13 poll: unknown option "othr", did you mean "other"?',
      'talk.md:6:1 poll: has the same answer twice: "a"',
    ]);
    expect(told(`## Q\n<!-- cloud: {wrods: 3} -->\nWrite.\n\n${list}`).faults).toEqual([
      'talk.md:2:14 cloud: unknown option "wrods", did you mean "words"?',
    ]);
  });
});

describe('a near miss', () => {
  const remarks = [
    ...['next', 'left', 'part', 'main', 'print', 'hint', 'test', 'short', 'chat', 'start', 'cols', 'max'],
    ...['small', 'plain', 'rant', 'right', 'break', 'demo', 'todo', 'time: 5 minutes', 'Max: show the map'],
  ];
  it.each(remarks)('[F18] is not "%s"', (remark) => {
    expect(told(`# A\n<!-- ${remark} -->\n\ntext\n\n- x <!-- ${remark} -->\n`).faults).toEqual([]);
  });

  it.each(['next', 'test', 'left', 'part', 'hint', 'start', 'main'])(
    '[F18] is not "%s", not even above a list',
    (word) => {
      expect(told(`# A\n<!-- ${word} -->\n${list}`)).toEqual({ faults: [], warnings: [] });
    },
  );

  it.each(['pol', 'qiuz', 'sacle', 'polls', 'srot', 'Poll'])('[F18] is "%s"', (slip) => {
    const message = expect.stringMatching(
      new RegExp(`^talk\\.md:[25]:6 no such activity "${slip}", did you mean "(${kindNames.join('|')})"\\?$`),
    );
    expect(told(`# A\n<!-- ${slip} -->\n${list}`).faults).toEqual([message]);
    expect(told(`# A\n<!-- ${slip}: {time: 20s} -->\n`).faults).toEqual([message]);
    expect(told(`# A\n<!-- ${slip}:\n  time: 20s\n-->\n`).faults).toEqual([message]);
    expect(told(`# A\n<!-- ${slip} -->\n`).faults).toEqual([message]);
    // Nobody is kept from starting by what may be a remark.
    expect(told(`# A\n\ntext\n\n<!-- ${slip} -->\n`)).toEqual({ faults: [], warnings: [message] });
  });

  it('[F18] is an everyday word, too, with options', () => {
    expect(told('# A\n<!-- test: {limit: 3} -->\n').faults).toEqual([
      'talk.md:2:6 no such activity "test", did you mean "text"?',
    ]);
  });
});
