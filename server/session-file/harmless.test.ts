/**
 * What a session file cannot do.
 * [F8] Nothing of an author's or a guest's HTML runs, and nothing is fetched from elsewhere.
 * [F9] Whatever the text, it is read or refused; it never throws.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from './given.ts';
import { readSessionFile } from './session-file.ts';

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
  '[x](data:image/svg+xml,<svg/onload=alert(1)>)',
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
          expect(tags).not.toMatch(/href="\s*data:/i);
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
