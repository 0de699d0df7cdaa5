/**
 * The session file.
 * [F1] Slides are parted by `---` and `----` on a line of their own, outside code.
 * [F2] A comment with a kind's name makes an activity: heading above, list below; the list leaves the slide.
 * [F3] Every fault has its line and column in the file as the author sees it, and all are told at once.
 * [F4] Slips are found: names of kinds, options, front matter.
 * [F5] Ids survive edits elsewhere; the same id twice is a fault.
 * [F6] Notes, attributes, fragments, columns, code, mathematics, tables and pictures.
 * [F7] A deck written for reveal-md runs unchanged.
 * [F10] Front matter is YAML 1.2, read into settings.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kindNames } from '../../activities/models.ts';
import { participantId } from '../../protocol/ids.ts';
import type { Definition } from '../session/definition.ts';
import { begin, given } from '../session/given.ts';
import { orphanedBy } from '../session/orphans.ts';
import { read } from './given.ts';
import { checkReport, formatFault, readSessionFile } from './session-file.ts';
import { starter } from './starter.ts';

function faultsOf(text: string): string[] {
  const file = readSessionFile(text, { file: 'talk.md' });
  return file.ok ? [] : file.faults.map((fault) => formatFault('talk.md', fault));
}

const positions = (definition: Definition) => definition.slides.map(({ h, v }) => `${h}/${v}`);

describe('slides', () => {
  it('[F1] are parted outside code alone', () => {
    const text = '# A\n\n---\n\n## B\n```\n---\n```\n----\n## C\ntext\n---\n## D\n\n***\nstill D\n';
    expect(positions(read(text))).toEqual(['0/0', '1/0', '1/1', '2/0']);
    expect(read(text).slides[3]?.html).toContain('<hr />');
  });

  it('[F1] a line of text above the separator is no heading', () => {
    expect(read('text\n---\nmore').slides.map(({ html }) => html)).toEqual(['<p>text</p>', '<p>more</p>']);
  });

  it('[F1] leaves out slides without anything, and counts on', () => {
    expect(positions(read('---\n\n---\n# A\n\n---\n\n---\n# B\n'))).toEqual(['0/0', '1/0']);
  });

  it('[F1] reads Windows line ends and a byte order mark', () => {
    const text =
      '\uFEFF---\r\ntitle: T\r\n---\r\n# A\r\n\r\n---\r\n## Q\r\n<!-- poll -->\r\n- one\r\n- two\r\n';
    expect(read(text)).toMatchObject({ title: 'T', activities: [{ line: 8 }] });
  });
});

describe('activities', () => {
  it('[F2] take the heading above and the list below', () => {
    const { slides, activities } = read(
      '## First\n## How did it *land*?\nsome text\n<!-- poll -->\n- **One**\n- Two `x`\n\nafter\n',
    );
    expect(activities).toMatchObject([
      {
        id: 'how-did-it-land',
        kind: 'poll',
        question: 'How did it land?',
        options: {
          answers: [
            { id: 'one', text: 'One' },
            { id: 'two-x', text: 'Two x' },
          ],
        },
      },
    ]);
    expect(slides[0]?.html).not.toContain('<li>');
    expect(slides[0]?.html).toMatch(/some text.*data-activity="how-did-it-land".*after/s);
  });

  it('[F2] reads options in one line and in several', () => {
    const inline = read('## Q\n<!-- scale: {ends: [No, Yes], to: 7} -->\n').activities[0];
    const block = read('## Q\n<!--\nscale:\n  ends: [No, Yes]\n  to: 7\n-->\n').activities[0];
    expect({ ...block, line: 0 }).toEqual({ ...inline, line: 0 });
    // YAML 1.2: these are words.
    expect(inline?.options).toMatchObject({ ends: ['No', 'Yes'], from: 1, to: 7 });
  });

  it('[F2] shares options between kinds', () => {
    const text =
      '# Deck\n<!-- text: {question: "What else?", id: box, open: manual, results: hidden, time: 1m30s, moderate: true, change: false} -->\n';
    expect(read(text).activities[0]).toMatchObject({
      id: 'box',
      question: 'What else?',
      open: 'manual',
      results: 'hidden',
      time: 90_000,
      moderate: true,
      change: false,
    });
  });

  it('[F2] show results as their kind does, where the author says nothing', () => {
    const resultsOf = (options = '') =>
      read(`## A?\n<!-- quiz${options} -->\n- [x] Yes\n- [ ] No\n`).activities[0]?.results;
    expect([resultsOf(), resultsOf(': {results: live}')]).toEqual(['hidden', 'live']);
    expect(read('## A?\n<!-- text -->\n').activities[0]?.results).toBe('live');
  });

  it('[F2] takes answers, boxes and explanations of a quiz off the slide', () => {
    const { slides, activities } = read(
      '## A?\n<!-- quiz -->\n- [ ] No\n- [x] Yes, *really*\n  - As I said.\n\nafter\n',
    );
    expect(activities[0]?.options).toMatchObject({ right: ['yes-really'], several: false });
    expect(JSON.stringify(slides)).not.toMatch(/Yes|No|As I said|\[x\]/);
    expect(slides[0]?.html).toContain('after');
    expect(faultsOf('## A?\n<!-- quiz -->\n- [x] Yes\n- No\n')).toEqual([
      'talk.md:4:1 quiz: needs a box, [x] or [ ], before "No"',
    ]);
  });

  it('[F5] keep their ids when slides are moved, and refuse the same twice', () => {
    const before = read('## A?\n<!-- text -->\n\n---\n## B?\n<!-- text -->\n');
    const after = read('# New\n\n---\n## B?\n<!-- text -->\n\n---\n## A?\n<!-- text -->\n');
    expect(after.activities.map(({ id }) => id).sort()).toEqual(before.activities.map(({ id }) => id).sort());
    expect(faultsOf('## A?\n<!-- text -->\n\n---\n## A?\n<!-- text -->\n')).toEqual([
      'talk.md:6:6 text: the same id "a" as in line 2, give one of them an id',
    ]);
  });

  it('[F5] names answers that an edit would leave without a place', () => {
    const definition = read('## Which?\n<!-- poll -->\n- One\n- Two\n');
    const [activity] = definition.activities;
    if (!activity) throw new Error('an activity');
    const vote = {
      type: 'respond',
      participant: participantId('p'),
      activity: activity.id,
      round: 1,
      n: 1,
      response: { options: ['one'] },
    } as const;
    const state = given(...begin(definition), vote);
    expect(orphanedBy(state, read('# New\n\n---\n## Which?\n<!-- poll -->\n- Two\n- One\n'))).toEqual([]);
    expect(orphanedBy(state, read('## Which?\n<!-- poll -->\n- Two\n- Three\n'))).toEqual([
      { activity: 'which', question: 'Which?', answers: 1 },
    ]);
    expect(orphanedBy(state, read('## What?\n<!-- poll -->\n- One\n- Two\n'))).toMatchObject([
      { answers: 1 },
    ]);
  });
});

describe('faults', () => {
  it.each([
    [
      'a slip in the name',
      '# A\n<!-- pol -->\n- a\n- b\n',
      '2:6 no such activity "pol", did you mean "poll"?',
    ],
    [
      'a missing colon',
      '# A\n<!-- poll {other: true} -->\n- a\n- b\n',
      '2:6 poll: a colon is missing, as in <!-- poll: {…} -->',
    ],
    ['too few answers', '# A\n<!-- poll -->\n- a\n', '2:6 poll: needs at least two answers'],
    ['no list', '# A\n<!-- poll -->\n', '2:6 poll: needs at least two answers'],
    ['no heading', 'text\n\n<!-- text -->\n', '3:6 text: needs a heading above it, or the option question'],
    [
      'an unknown option',
      '# A\n<!-- text: {limt: 3} -->\n',
      '2:13 text: unknown option "limt", did you mean "limit"?',
    ],
    [
      'an option of other kinds, whose own is another',
      '# A\n<!-- timer: {time: 10m} -->\n',
      '2:14 timer: takes no option "time", did you mean "each"?',
    ],
    [
      'an option for answers, where there are none',
      '# A\n<!-- agenda: {results: hidden} -->\n- 09:00 a\n',
      '2:15 agenda: takes no option "results"',
    ],
    [
      'approval of what nobody writes',
      '# A\n<!-- rank: {moderate: true} -->\n- a\n- b\n',
      '2:13 rank: takes no option "moderate"',
    ],
    [
      'a limit that would never begin',
      '# A\n<!-- text: {open: always, time: 30s} -->\n',
      '2:27 text: time goes without open: always, whose clock would never start',
    ],
    [
      'an end to what grows bit by bit',
      '# A\n<!-- board: {change: false} -->\n',
      '2:14 board: change must be true, answers are saved bit by bit',
    ],
    [
      'a slip in a shared option',
      '# A\n<!-- text: {opne: always} -->\n',
      '2:13 text: unknown option "opne", did you mean "open"?',
    ],
    [
      'a wrong value',
      '# A\n<!-- text: {results: maybe} -->\n',
      '2:13 text: results must be live, hidden or presenter',
    ],
    [
      'a wrong time',
      '# A\n<!-- text: {time: soon} -->\n',
      '2:13 text: time must be like 20s, 2m, 1m30s or 1h',
    ],
    [
      'options in several lines',
      '# A\n<!--\ntext:\n  limit: 0\n-->\n',
      '4:3 text: limit must be a whole number from 1 to 2000',
    ],
    [
      'after front matter',
      '---\ntitle: T\n---\n# A\n<!-- pol: {other: true} -->\n',
      '5:6 no such activity "pol", did you mean "poll"?',
    ],
    [
      'a time that no clock shows',
      '# A\n<!-- agenda -->\n- 09:00 a\n- 25:10 b\n',
      '4:1 agenda: no such time in "25:10 b"',
    ],
    ['a bad setting', '---\nretain: long\n---\n# A\n', '2:1 retain must be a number of days'],
    [
      'a bad code',
      '---\ncode: O0O0O0\n---\n# A\n',
      '2:1 code must be 6 of the characters 23456789ABCDEFGHJKMNPQRSTUVWXYZ',
    ],
    ['nothing at all', '', '1:1 there is no slide in this file'],
  ])('[F3] [F4] %s', (_name, text, fault) => {
    expect(faultsOf(text)).toEqual([`talk.md:${fault}`]);
  });

  it('[F3] YAML that cannot be read has its place too', () => {
    expect(faultsOf('# A\n<!-- poll: {other: [ -->\n- a\n- b\n')[0]).toMatch(/^talk\.md:2:\d+ poll: /);
    expect(faultsOf('---\ntitle: [\n---\n# A\n')[0]).toMatch(/^talk\.md:[23]:\d+ /);
  });

  it('[F3] tells all faults at once, in their order', () => {
    const text =
      '# A\n<!-- pol -->\n- a\n\n---\n## B\n<!-- poll -->\n- a\n\n---\n## C\n<!-- text: {limit: 0} -->\n';
    expect(faultsOf(text).map((fault) => fault.split(' ', 1)[0])).toEqual([
      'talk.md:2:6',
      'talk.md:7:6',
      'talk.md:12:13',
    ]);
  });

  it('[F4] an ordinary comment is none of ours', () => {
    expect(read('# A\n<!-- remember to smile -->\n<!-- TODO: more slides -->\n').activities).toEqual([]);
  });

  it('[F4] warns of a slip in the front matter, and goes on', () => {
    const file = readSessionFile('---\ntitel: T\n---\n# A\n', { file: 'talk.md' });
    expect(file).toMatchObject({
      ok: true,
      warnings: [
        { line: 2, column: 1, message: 'front matter: unknown setting "titel", did you mean "title"?' },
      ],
    });
  });

  it('[F4] warns of a time that begins with the session', () => {
    const text = '# A\n<!-- text: {time: 30s} -->\n\n---\n# B\n<!-- text: {time: 30s} -->\n';
    const { warnings } = readSessionFile(text, { file: 'talk.md' });
    expect(warnings.map((warning) => formatFault('talk.md', warning))).toEqual([
      'talk.md:2:13 text: this is the first slide, so its time begins with the session',
    ]);
  });

  it('[F3] the report of a check lists activities, then warnings', () => {
    const text = '## Q\n<!-- text -->\n\n![x](https://elsewhere.example/x.png)\n';
    const report = checkReport('talk.md', readSessionFile(text, { file: 'talk.md' }));
    expect(report).toBe(
      'talk.md: 1 slide, 1 activity\ntalk.md:2 text "Q" (q)\ntalk.md:4:6 picture "https://elsewhere.example/x.png" is left out, nothing is fetched from elsewhere (warning)\n',
    );
  });
});

describe('what slides can do', () => {
  it('[F6] notes are kept apart', () => {
    const [slide] = read('# A\ntext\nNote: remember *this*\n\n- and that\n\n---\n# B\n').slides;
    expect(slide?.html).not.toContain('remember');
    expect(slide?.notes).toMatch(/remember <em>this<\/em>.*<li>and that/s);
  });

  it('[F6] attributes, fragments and their count', () => {
    const [slide] = read(
      '<!-- .slide: class="wide" data-background="#123" onclick="x()" -->\n# A\n- one <!-- .element class="fragment" -->\n- two <!-- .element: class="fragment" data-fragment-index="5" -->\n- three <!-- .element: class="fragment" data-fragment-index="5" -->\n',
    ).slides;
    expect(slide?.attributes).toEqual({ class: 'wide', 'data-background': '#123' });
    expect(slide?.fragments).toBe(2);
    expect(slide?.html).toContain('<li class="fragment">one');
  });

  it('[F6] columns, tables, code, mathematics and pictures', () => {
    const [slide] = read(
      '# A\n<!-- columns -->\n\nleft\n\n<!-- column -->\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<!-- /columns -->\n\n```js\nconst x = 1;\n```\n\n$x^2$\n\n![a picture](img/a.png)\n',
    ).slides;
    expect(slide?.html).toMatch(
      /<div class="columns"><div class="column">\s*<p>left<\/p>\s*<\/div><div class="column">\s*<table>/,
    );
    expect(slide?.html).toContain('hljs-keyword');
    expect(slide?.html).toContain('<math');
    expect(slide?.html).toContain('src="files/img/a.png"');
  });

  it('[F6] lines of code light up step by step', () => {
    const slideOf = (info: string) =>
      read(`# A\n\n\`\`\`${info}\nconst a = 1;\n/* two\n\nlines */\nconst b = 2;\n\`\`\`\n`).slides[0];
    const { html = '', fragments } = slideOf('js [1|2-4,5|]') ?? {};
    expect(fragments).toBe(2);
    const [first = '', second = '', third = '', ...more] = html.match(/<code.*?<\/code>/gs) ?? [];
    expect(more).toEqual([]);
    const lit = (code: string) => [...code.matchAll(/is-lit" data-line="(\d+)"/g)].map(([, line]) => line);
    expect([first, second, third].map(lit)).toEqual([['1'], ['2', '3', '4', '5'], []]);
    expect(first).toMatch(
      /^<code class="language-js numbered has-lit"><span class="line is-lit" data-line="1">/,
    );
    expect(third).toMatch(/^<code class="language-js numbered fragment" aria-hidden="true">/);
    // What is highlighted over several lines is closed and opened in each.
    expect(first.match(/<span class="hljs-comment">/g)).toHaveLength(3);
    expect(first.replace(/<[^>]*>/g, '')).toBe('const a = 1;\n/* two\n\nlines */\nconst b = 2;\n');
    const numbered = slideOf('js [10:]');
    expect([numbered?.fragments, numbered?.html.match(/data-line="\d+"/g)?.at(-1)]).toEqual([
      0,
      'data-line="14"',
    ]);
    expect(slideOf('js')?.html).not.toContain('data-line');
  });

  it('[F6] columns that were not ended end with the slide', () => {
    const html = read('# A\n<!-- columns -->\n\nleft\n\n<!-- column -->\n\nright\n').slides[0]?.html ?? '';
    expect(html.match(/<div/g)?.length).toBe(html.match(/<\/div>/g)?.length);
  });

  it('[F7] a deck for reveal-md runs unchanged', () => {
    const text = readFileSync(new URL('fixtures/reveal-md.md', import.meta.url), 'utf8');
    const file = readSessionFile(text, { file: 'bridges.md' });
    if (!file.ok) throw new Error(file.faults.map(({ message }) => message).join());
    expect(positions(file.definition)).toEqual(['0/0', '1/0', '1/1', '1/2', '2/0', '3/0']);
    expect(file.definition.activities).toEqual([]);
    expect(file.warnings).toMatchObject([
      { line: 5, message: expect.stringMatching('revealOptions is left out') },
    ]);
    expect(file.definition.slides.map(({ fragments }) => fragments)).toEqual([0, 0, 2, 0, 1, 0]);
    expect(file.definition.slides[5]).toMatchObject({
      notes: expect.stringContaining('both spellings'),
      html: expect.stringContaining('Raw HTML'),
    });
  });

  it('[F10] front matter gives the settings', () => {
    const text =
      '---\ntitle: Yes\ntheme: harvest\nlang: de\ncode: abc 234\nretain: 30\nwifi: {ssid: Hall, password: 12345678}\nlogo: logo.svg\naccent: "#0b6e4f"\nreactions: true\n---\n# A\n';
    const file = readSessionFile(text, { file: 'talk.md' });
    expect(file).toMatchObject({ ok: true, code: 'ABC234' });
    expect(read(text)).toMatchObject({
      title: 'Yes',
      lang: 'de',
      retain: 30,
      wifi: { ssid: 'Hall', password: '12345678' },
      reactions: true,
      look: { theme: 'harvest', accent: '#0b6e4f', logo: 'files/logo.svg' },
    });
  });

  it('[F7] the starter has one of each kind, and nothing to tell', () => {
    const file = readSessionFile(starter(), { file: 'talk.md' });
    if (!file.ok) throw new Error(checkReport('talk.md', file));
    expect([file.warnings, file.pictures]).toEqual([[], []]);
    expect(new Set(file.definition.activities.map(({ kind }) => kind))).toEqual(new Set(kindNames));
    const pin = file.definition.activities.find(({ kind }) => kind === 'pin');
    expect(pin?.options).toMatchObject({
      image: { src: expect.stringMatching(/^data:image\/svg\+xml,%3Csvg%20/) },
    });
  });
});
