/**
 * Rules of the look.
 *
 * [V20] Text of every theme keeps 4.5:1 on each ground it stands on.
 * [V21] What is drawn keeps 3:1.
 * [V22] The six series are told apart by colour-blind eyes.
 * [V23] An author's accent keeps 4.5:1 whatever it is, and so does the text on it.
 * [V24] A theme is one file of the same tokens.
 */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentOn, contrast } from './accent.ts';

const folder = new URL('.', import.meta.url);
const themes = readdirSync(folder)
  .map((name) => ({ name, tokens: tokensOf(name) }))
  .filter(({ tokens }) => tokens.has('--paper'));

function tokensOf(name: string): Map<string, string> {
  if (!name.endsWith('.css')) return new Map();
  const text = readFileSync(new URL(name, folder), 'utf8');
  return new Map(
    [...text.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, token = '', value = '']) => [token, value]),
  );
}

const grounds = ['--paper', '--raised', '--sunken'];
const series = [1, 2, 3, 4, 5, 6].map((number) => `--series-${number}`);

describe.each(themes)('$name', ({ tokens }) => {
  const ratio = (colour: string, ground: string) =>
    contrast(tokens.get(colour) ?? '', tokens.get(ground) ?? '');

  it.each(['--ink', '--ink-soft', '--accent', '--good', '--warn', '--bad'])(
    '[V20] %s is readable',
    (colour) => {
      for (const ground of grounds)
        expect(ratio(colour, ground), `${colour} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('[V20] text on the accent and on its soft tint is readable', () => {
    expect(ratio('--on-accent', '--accent')).toBeGreaterThanOrEqual(4.5);
    expect(ratio('--ink', '--accent-soft')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['--line', '--accent-muted', '--focus', ...series])('[V21] %s is visible', (colour) => {
    for (const ground of ['--paper', '--raised']) {
      expect(ratio(colour, ground), `${colour} on ${ground}`).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(Object.keys(eyes))('[V22] the series differ to %s eyes', (eye) => {
    const seen = series.map((name) => seenBy(eye, tokens.get(name) ?? ''));
    for (const [index, one] of seen.entries()) {
      for (const other of seen.slice(index + 1)) expect(distance(one, other)).toBeGreaterThan(15);
    }
  });

  it('[V24] has the tokens that every theme has', () => {
    expect([...tokens.keys()].sort()).toEqual([...(themes[0]?.tokens.keys() ?? [])].sort());
  });

  it('[V23] any accent becomes readable on it, and the text on the accent too', () => {
    const [paper = '', raised = ''] = ['--paper', '--raised'].map((name) => tokens.get(name) ?? '');
    const colour = fc
      .integer({ min: 0, max: 0xffffff })
      .map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(colour, (wanted) => {
        const { accent = '', onAccent = '', muted = '' } = accentOn(wanted, [paper, raised]) ?? {};
        expect(contrast(accent, paper)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(accent, raised)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(accent, onAccent)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(muted, paper)).toBeGreaterThanOrEqual(3);
        expect(contrast(muted, raised)).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});

describe('accentOn', () => {
  it('[V23] leaves a colour alone that is readable already', () => {
    expect(accentOn('#0F6472', ['#ffffff'])?.accent).toBe('#0f6472');
  });

  it('[V23] says of anything but #rrggbb that it is no colour', () => {
    for (const wrong of ['red', '#12345', '#1234567', 'url(x)', ''])
      expect(accentOn(wrong, ['#ffffff'])).toBeUndefined();
  });
});

it('[V24] there are the three themes, and they are found by their tokens', () => {
  expect(themes.map((theme) => theme.name)).toEqual(
    expect.arrayContaining(['harvest.css', 'night.css', 'paper.css']),
  );
});

type Triple = readonly [number, number, number];

/** How the world looks without one kind of cone: Machado, Oliveira and Fernandes (2009), severity 1. */
const eyes: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopic: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopic: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopic: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIELAB of a colour #rrggbb as such eyes see it. */
function seenBy(eye: string, colour: string): Triple {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  const [r = 0, g = 0, b = 0] = (eyes[eye] ?? []).map((row) =>
    Math.min(1, Math.max(0, row[0] * red + row[1] * green + row[2] * blue)),
  );
  const root = (part: number) => (part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16 / 116);
  const x = root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = root(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function distance(a: Triple, b: Triple): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
