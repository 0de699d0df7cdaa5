/**
 * The session file.
 * [F1] Slides are parted by `---` and `----` on a line of their own, outside code.
 * [F2] A comment with a kind's name makes an activity: heading above, list below; the list leaves the slide.
 * [F3] Every fault has its line and column in the file as the author sees it, and all are told at once.
 * [F4] Slips are found: names of kinds, options, front matter.
 * [F5] Ids survive edits elsewhere; the same id twice is a fault.
 * [F6] Notes, attributes, fragments, columns, code, mathematics, tables and pictures.
 * [F7] A deck written for reveal-md runs unchanged.
 * [F8] Nothing of an author's or a guest's HTML runs, and nothing is fetched from elsewhere.
 * [F9] Whatever the text, it is read or refused; it never throws.
 * [F10] Front matter is YAML 1.2, read into settings.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { participantId } from '../../protocol/ids.ts';
import type { Definition } from '../session/definition.ts';
import { begin, given } from '../session/given.ts';
import { orphanedBy } from '../session/orphans.ts';
import { checkReport, formatFault, readSessionFile } from './session-file.ts';
import { starter } from './starter.ts';

function read(text: string): Definition {
  const file = readSessionFile(text, { file: 'talk.md' });
  if (!file.ok) throw new Error(file.faults.map((fault) => formatFault('talk.md', fault)).join('\n'));
  return file.definition;
}

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
      '# Deck\n<!-- text: {question: "What else?", id: box, open: always, results: hidden, time: 1m30s, moderate: true, change: false} -->\n';
    expect(read(text).activities[0]).toMatchObject({
      id: 'box',
      question: 'What else?',
      open: 'always',
      results: 'hidden',
      time: 90_000,
      moderate: true,
      change: false,
    });
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
    ['a slip in the name', '# A\n<!-- pol -->\n', '2:6 no such activity "pol", did you mean "poll"?'],
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
      'a slip in a shared option',
      '# A\n<!-- text: {opne: always} -->\n',
      '2:13 text: unknown option "opne", did you mean "open"?',
    ],
    [
      'a wrong value',
      '# A\n<!-- text: {results: maybe} -->\n',
      '2:13 text: results must be live, hidden or presenter',
    ],
    ['a wrong time', '# A\n<!-- text: {time: soon} -->\n', '2:13 text: time must be like 20s, 2m or 1m30s'],
    [
      'options in several lines',
      '# A\n<!--\ntext:\n  limit: 0\n-->\n',
      '4:3 text: limit must be from 1 to 2000',
    ],
    [
      'after front matter',
      '---\ntitle: T\n---\n# A\n<!-- pol -->\n',
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
    [
      'a picture outside the folder',
      '# A\n\n![x](../secret.png)\n',
      '3:6 picture "../secret.png" must stand beside this file',
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
      '# A\n<!-- pol -->\n\n---\n## B\n<!-- poll -->\n- a\n\n---\n## C\n<!-- text: {limit: 0} -->\n';
    expect(faultsOf(text).map((fault) => fault.split(' ', 1)[0])).toEqual([
      'talk.md:2:6',
      'talk.md:6:6',
      'talk.md:11:13',
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

  it('[F3] the report of a check lists activities, then warnings', () => {
    const text = '## Q\n<!-- text -->\n\n![x](https://elsewhere.example/x.png)\n';
    const report = checkReport('talk.md', readSessionFile(text, { file: 'talk.md' }));
    expect(report).toBe(
      'talk.md: 1 slides, 1 activities\ntalk.md:2 text "Q" (q)\ntalk.md:4:6 picture "https://elsewhere.example/x.png" is left out, nothing is fetched from elsewhere (warning)\n',
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
      '<!-- .slide: class="wide" data-background="#123" onclick="x()" -->\n# A\n- one <!-- .element: class="fragment" -->\n- two <!-- .element: class="fragment" data-fragment-index="5" -->\n- three <!-- .element: class="fragment" data-fragment-index="5" -->\n',
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
    expect(file.warnings).toEqual([]);
    expect(file.definition.slides.map(({ fragments }) => fragments)).toEqual([0, 0, 2, 0, 0, 0]);
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

  it('[F7] the starter has no fault', () => {
    expect(faultsOf(starter())).toEqual([]);
  });
});

const attacks = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<img src=x onerror=alert(1)>',
  '<img src="javascript:alert(1)">',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x></svg>',
  '<svg><use href="data:image/svg+xml,<svg/onload=alert(1)>"></use></svg>',
  '<math><mtext><img src=x onerror=alert(1)></mtext></math>',
  '<math href="javascript:alert(1)">x</math>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="data:text/html,x">',
  '<form action="javascript:alert(1)"><button>x</button></form>',
  '<button formaction="javascript:alert(1)">x</button>',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>x</details>',
  '<body onload=alert(1)>',
  '<link rel=stylesheet href="https://evil.example/x.css">',
  '<style>@import "https://evil.example/x.css";</style>',
  '<base href="https://evil.example/">',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href="java&#x0A;script:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '[x](javascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:alert(1))',
  '![x](javascript:alert(1))',
  '![" onerror="alert(1)](x.png)',
  '![x](x.png "\\" onload=\\"alert(1)")',
  '<div style="background:url(https://evil.example/x)">x</div>',
  '<div style="width:expression(alert(1))">x</div>',
  '<video src=https://evil.example/x onerror=alert(1)></video>',
  '<audio src=x onerror=alert(1)>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<table background="javascript:alert(1)"><tr><td>x</td></tr></table>',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<!--><script>alert(1)</script>-->',
  '<p id="x" onclick="alert(1)">x</p>',
  '<img srcset="https://evil.example/x 2x">',
  '<picture><source srcset="https://evil.example/x"><img></picture>',
  '<div data-activity="x" onmouseover=alert(1)>',
  '$\\href{javascript:alert(1)}{x}$',
  '$\\includegraphics{https://evil.example/x.png}$',
  '```html\n<script>alert(1)</script>\n```',
];

describe('harmless', () => {
  it.each(attacks)('[F8] %s', (attack) => {
    for (const text of [
      `# A\n\n${attack}\n`,
      `# A\n\ntext ${attack} text\n`,
      `# A\n\n- item ${attack}\n`,
      `# ${attack}\n`,
      `# A\n\nNote: ${attack}\n`,
    ]) {
      const file = readSessionFile(text, { file: 'talk.md' });
      if (!file.ok) continue;
      for (const { html, notes } of file.definition.slides) {
        for (const dirty of [html, notes]) {
          // What stands in the text of a page is escaped; only tags and their attributes count.
          const tags = (dirty.match(/<(?:"[^"]*"|[^">])*>/g) ?? []).join('');
          expect(tags).not.toMatch(
            /<(script|iframe|object|embed|form|button|input|link|style|base|meta|template|animate|use|noscript|marquee)\b/i,
          );
          // Quoted values hold what they like; names of attributes do not.
          expect(tags.replace(/"[^"]*"/g, '""')).not.toMatch(/\son\w+\s*=/i);
          expect(tags).not.toMatch(/(href|src|action|data|xlink:href)="\s*(javascript|vbscript|data:text)/i);
          expect(tags).not.toMatch(/evil\.example/);
        }
      }
    }
  });

  it('[F8] a slide’s own attributes cannot fetch or run', () => {
    const [slide] = read(
      '<!-- .slide: data-background-image="https://evil.example/x.png" data-background-iframe="https://evil.example" onload="x" -->\n# A\n',
    ).slides;
    expect(JSON.stringify(slide?.attributes)).not.toMatch(/evil|onload/);
  });
});

describe('anything', () => {
  const parts = fc.constantFrom(
    '---\n',
    '----\n',
    '\n',
    '# A\n',
    '## B?\n',
    '<!-- poll -->\n',
    '<!-- poll: {',
    '} -->\n',
    '- one\n',
    '- [x] two\n',
    '  - three\n',
    '```\n',
    'Note: x\n',
    '<!--',
    '-->',
    '<!-- .element: class="fragment" -->',
    '<!-- columns -->\n',
    '<!-- column -->\n',
    '$x',
    '|a|b|\n|-|-|\n',
    '![',
    '](x.png)',
    '<div>',
    '</div>',
    'title: x\n',
    ': [',
    '\u0000',
    '\uD83D',
    '\t',
    '> ',
    '&lt;',
    '\\',
  );
  it('[F9] is read or refused', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(parts, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 40 }),
        (pieces) => {
          const file = readSessionFile(pieces.join(''), { file: 'talk.md' });
          const lines = pieces.join('').split(/\r\n?|\n/).length;
          for (const { line, column } of file.ok ? file.warnings : file.faults) {
            expect(line).toBeGreaterThanOrEqual(1);
            expect(line).toBeLessThanOrEqual(lines + 1);
            expect(column).toBeGreaterThanOrEqual(1);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it.each([
    ['a megabyte of text', `# A\n\n${'word '.repeat(200_000)}`],
    [
      'lists a thousand deep',
      `# A\n<!-- poll -->\n${Array.from({ length: 1000 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')}`,
    ],
    ['quotes ten thousand deep', `# A\n${'>'.repeat(10_000)} x`],
    ['ten thousand slides', '# A\n\n---\n'.repeat(10_000)],
    ['ten thousand open brackets', `# A\n${'['.repeat(10_000)}`],
    ['a thousand notes', `# A\n${'Note: x\n'.repeat(1000)}`],
    [
      'YAML that multiplies',
      `---\na: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c]\n---\n# A\n`,
    ],
  ])('[F9] %s', (_name, text) => {
    expect(readSessionFile(text, { file: 'talk.md' })).toHaveProperty('ok');
  });
});
