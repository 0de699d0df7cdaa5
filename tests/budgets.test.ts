/**
 * Budgets and boundaries.
 * [G1] A phone loads at most 40 kB, compressed, in at most 6 requests before its first vote, and no font; 60 kB with any one form.
 * [G2] Imports run one way: activities, then protocol, then one of the programs; these never import one another.
 * [G3] Nothing outside a kind's folder compares a kind's name.
 * [G4] The core reads no clock, draws no dice and sets no timer.
 * [G5] A source file has at most 400 lines.
 * [G6] Every word of every catalogue is said somewhere.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kindNames } from '../activities/models.ts';
import { phoneViews } from '../activities/phone-views.ts';
import { words as ofConsole } from '../activities/words/console.ts';
import { english as phone } from '../activities/words/phone.ts';
import { words as screen } from '../activities/words/screen.ts';
import { formFiles, pageFiles, weightOf } from './phone-files.ts';
import { root } from './serve.ts';

const folders = ['activities', 'protocol', 'server', 'deck', 'audience', 'tests'];
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...folders], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file));
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const sources = files.filter((file) => !file.includes('.test.') && !file.startsWith('tests/'));

it('[G1] the phone page is light', () => {
  const page = pageFiles();
  const forms = formFiles();
  const views = Object.values(phoneViews).filter((view) => view !== null).length;
  // Kinds that are much alike may share a file.
  expect(forms.length).toBeGreaterThan(views / 2);
  expect(forms.length).toBeLessThanOrEqual(views);
  const weights = forms.map((form) => weightOf([...page, ...form])).sort((a, b) => a - b);
  // The form that comes first is one of these; where people draw or write cards, it may be heavier.
  expect(weights.at(-3)).toBeLessThanOrEqual(40_000);
  expect(weights.at(-1)).toBeLessThanOrEqual(60_000);
  expect([...page, ...forms.flat()].filter(({ name }) => /woff|ttf/.test(name))).toEqual([]);
  // Nor the library of digests, known by SHA-256's first constant: models alone need it.
  expect([...page, ...forms.flat()].filter(({ body }) => body.includes('1116352408'))).toEqual([]);
  // The live link is a request as well.
  for (const form of forms) expect(page.length + form.length + 1).toBeLessThanOrEqual(6);
});

describe('[G2] imports run one way', () => {
  const allowed: Readonly<Record<string, readonly string[]>> = {
    activities: ['activities'],
    protocol: ['protocol', 'activities'],
    server: ['server', 'protocol', 'activities'],
    deck: ['deck', 'protocol', 'activities'],
    audience: ['audience', 'protocol', 'activities'],
  };
  it.each(Object.entries(allowed))('%s', (folder, targets) => {
    const wrong: string[] = [];
    for (const file of sources.filter((each) => each.startsWith(`${folder}/`))) {
      for (const [, path = ''] of textOf(file).matchAll(/(?:from|import\(|import)\s*'(\.[^']+)'/g)) {
        const [target = ''] = normalize(join(dirname(file), path)).split('/');
        if (folders.includes(target) && !targets.includes(target)) wrong.push(`${file} imports ${path}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('[G3] nothing outside a kind’s folder compares its name', () => {
  /** What a file compares with the name of a kind, its folder's own excepted, or with whatever a kind's keyword is. */
  const comparisons = (text: string, own?: string) => {
    const names = kindNames.filter((name) => name !== own).join('|');
    const sides = ['\\b(?:kind|keyword)', `['"](?:${names})['"]`];
    const pairs = [sides, sides.toReversed()].map((each) => each.join('\\s*[!=]==?\\s*'));
    const compares = new RegExp(
      `${pairs.join('|')}|\\.keyword\\s*[!=]==?|[!=]==?\\s*[\\w.]+\\.keyword\\b|switch \\([^)]*\\b(?:kind|keyword)\\b`,
    );
    return compares.exec(text)?.[0];
  };

  it('in the sources', () => {
    const registry = /^activities\/(models|phone-views|screen-views)\.ts$/;
    const wrong = sources.flatMap((file) => {
      const [, folder] = /^activities\/(\w+)\//.exec(file) ?? [];
      const found = registry.test(file) ? undefined : comparisons(textOf(file), folder);
      return found === undefined ? [] : [`${file}: ${found}`];
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    "if (activity.kind === 'poll') {",
    "'scale' !== keyword",
    'if (kind !== scale.keyword) return',
    'directive.keyword === name',
    'switch (definition.kind) {',
  ])('sees %s', (line) => {
    expect(comparisons(line)).toBeDefined();
  });

  it('leaves a kind its own name, and what is compared without one', () => {
    expect(comparisons("kind === 'poll'", 'poll')).toBe(undefined);
    expect(comparisons("before.kind !== after.kind || warning.kind === 'storage'")).toBe(undefined);
  });
});

it('[G4] the core is pure', () => {
  const core = sources.filter(
    (file) => file.startsWith('server/session/') || /^activities\/\w+\/model\.ts$/.test(file),
  );
  expect(core.length).toBeGreaterThan(10);
  const impure = /Date\.now|new Date\(\)|Math\.random|node:crypto|setTimeout|setInterval|performance\.now/;
  expect(core.filter((file) => impure.test(textOf(file)))).toEqual([]);
});

it('[G5] no source file is longer than 400 lines', () => {
  const long = files.filter((file) => textOf(file).split('\n').length > 401);
  expect(long).toEqual([]);
});

it.each(Object.entries({ phone, screen, console: ofConsole }))('[G6] what %s says is said', (name, words) => {
  const imported = new RegExp(`import \\{([^}]*)\\} from '[./]*(?:activities/)?words/${name}\\.ts'`);
  const said = new Set<string>();
  for (const text of sources.map(textOf)) {
    const names = imported.exec(text)?.[1];
    if (names === undefined) continue;
    const own = /words as (\w+)/.exec(names)?.[1] ?? 'words';
    for (const [, word = ''] of text.matchAll(new RegExp(`\\b${own}\\.(\\w+)`, 'g'))) said.add(word);
  }
  expect(said.size).toBeGreaterThan(50);
  expect(Object.keys(words).filter((word) => !said.has(word))).toEqual([]);
});
