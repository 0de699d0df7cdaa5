/** Sample maps: an invented region's health and care system, as forty of its people might draw it. */
import { identified } from '../directive.ts';
import type { Sample } from '../kind.ts';
import { hashOf } from '../legible.ts';
import type { MapOptions } from './model.ts';
import type { Direction, MapLink, MapParty, MapResponse } from './response.ts';

/** Spellings of one party; the first is the one suggested. */
const region: readonly (readonly string[])[] = [
  ['Ardenvale Hospital', 'Hospital', 'The hospital'],
  ['Ardenvale Council', 'Council'],
  ['General practices', 'GPs'],
  ['Ambulance service', 'Ambulance', 'ambulance service'],
  ['Community nurses'],
  ['Mental health team'],
  ['Fire and rescue'],
  ['Vale Hospice', 'Hospice'],
  ['Care homes'],
  ['Food bank', 'The food bank'],
  ['Carers’ group', 'Carers group'],
  ['Police'],
  ['Housing association'],
  ['Pharmacies'],
  ['Schools'],
  ['Public health'],
  ['Volunteer centre'],
  ['Residents’ forum'],
  ['Faith groups'],
  ['Bus company'],
];

/** What one person thinks of and hardly anybody else. */
const seldom = ['The market hall', 'Night shelter', 'Youth club', 'Allotments', 'Local paper', 'Boxing gym'];

/** Named only where many draw. */
const rare = [
  'Repair café',
  'Ferry crew',
  'Barbers',
  'Sea cadets',
  'Choir',
  'Rotary',
  'Vets',
  'Libraries',
  'Quarry',
  'Job centre',
  'Prison',
  'Students’ union',
  'Landlords',
  'Post office',
];

const longName = 'The Committee for the Joint Planning of Everything in the Va';

export const sample: Sample<MapOptions, MapResponse> = {
  question: 'Who is in the system around you?',
  options: [
    sampleOptions(12, suggestions(12)),
    sampleOptions(8, []),
    {
      ...sampleOptions(6, ['مستشفى المدينة', 'בית ספר', 'Constructor', '🚒 Fire station', longName]),
      me: 'My team',
    },
    sampleOptions(20, suggestions(20)),
  ],
  honest(options, random) {
    const names = namesFor(options, random);
    const parties = names.map((name, index): MapParty => {
      return { id: `p${index + 1}`, name, size: around(2 + 3 * leaning(name, 'size'), random) };
    });
    const works = parties.length > 2 && random() < 0.4 ? parties[Math.floor(random() * 3)] : undefined;
    const me = works?.id ?? 'me';
    const links = parties
      .filter((party) => party !== works && random() < 0.9)
      .map((party) => linkOf(me, party, random));
    for (const [index, party] of parties.entries()) {
      const other = parties[(index + 1 + Math.floor(random() * 3)) % parties.length];
      const isNew = other && other !== party && other !== works && party !== works;
      const known = links.some(({ from, to }) =>
        [from, to].every((end) => end === other?.id || end === party.id),
      );
      if (isNew && !known && random() < 0.35) links.push(linkOf(party.id, other, random, party.name));
    }
    return { parties, links, me };
  },
  refused: (options) => [
    {},
    { parties: [], links: [], me: 'me' },
    responseOf(Array.from({ length: options.parties + 1 }, (_, index) => partyOf(`p${index}`))),
    responseOf([partyOf('p1', { name: '' })]),
    responseOf([partyOf('p1', { name: ' \u200b ' })]),
    responseOf([partyOf('p1', { name: 'x'.repeat(61) })]),
    responseOf([partyOf('p1', { size: 0 })]),
    responseOf([partyOf('p1', { size: 6 })]),
    responseOf([partyOf('p1', { size: 2.5 })]),
    responseOf([partyOf('P 1')]),
    responseOf([{ ...partyOf('p1'), colour: 'red' }]),
    responseOf([partyOf('p1'), partyOf('p1')]),
    responseOf([partyOf('p1')], [drawnLink('me', 'p9')]),
    responseOf([partyOf('p1')], [drawnLink('p1', 'p1')]),
    responseOf([partyOf('p1')], [drawnLink('me', 'p1'), drawnLink('p1', 'me')]),
    responseOf([partyOf('p1')], [{ ...drawnLink('me', 'p1'), weight: 6 }]),
    responseOf([partyOf('p1')], [{ ...drawnLink('me', 'p1'), direction: 'away' }]),
    responseOf([partyOf('p1')], [{ ...drawnLink('me', 'p1'), trust: 2 }]),
    { ...responseOf([partyOf('p1')]), me: '' },
    { ...responseOf([partyOf('p1')]), more: 1 },
    { parties: [partyOf('p1')], me: 'me' },
  ],
};

function sampleOptions(parties: number, texts: readonly string[]): MapOptions {
  return { parties, suggested: identified(texts) };
}

function suggestions(count: number): string[] {
  return region.slice(0, count).flatMap(([name]) => name ?? []);
}

/** Most begin with the same few, and no two maps are alike. */
function namesFor(options: MapOptions, random: () => number): string[] {
  const suggested = options.suggested.map(({ text }) => [text]);
  const known = suggested.length > 0 && suggested.length < 10 ? suggested : region;
  const wanted = Math.min(options.parties, 3 + Math.floor(random() * 8));
  const names: string[] = [];
  while (names.length < wanted && names.length < known.length) {
    const spellings = known[Math.floor(random() ** 1.4 * known.length)] ?? [];
    if (spellings.some((name) => names.includes(name))) continue;
    const other = random() < 0.25 ? spellings[Math.floor(random() * spellings.length)] : undefined;
    names.push(other ?? spellings[0] ?? 'Council');
  }
  const few = random();
  const odd = few < 0.02 ? rare : few < 0.16 && known === region ? seldom : [];
  const extra = odd[Math.floor(random() * odd.length)];
  if (extra !== undefined) names.splice(-1, 1, extra);
  return names;
}

function linkOf(from: string, to: MapParty, random: () => number, between = ''): MapLink {
  const about = between + to.name;
  const trusts = leaning(about, 'trust') + (random() - 0.5) * 0.9;
  const directions: readonly Direction[] = ['both', 'both', 'to', 'from', 'none'];
  const turn = leaning(about, 'way');
  return {
    from,
    to: to.id,
    weight: around(1 + 4 * leaning(about, 'weight'), random),
    direction:
      (random() < 0.7 ? directions[Math.floor(turn * 4.4)] : directions[Math.floor(random() * 5)]) ?? 'both',
    trust: trusts > 0.55 ? 1 : trusts < 0.28 ? -1 : 0,
  };
}

/** 0..1, the same for the same party: what most of the region think of it. */
function leaning(name: string, about: string): number {
  const party = region.find((spellings) => spellings.some((each) => name.endsWith(each)))?.[0] ?? name;
  return (hashOf(`${about} of ${party}`) % 1000) / 1000;
}

/** A whole number from 1 to 5, near to `value`. */
function around(value: number, random: () => number): number {
  return Math.min(5, Math.max(1, Math.round(value + (random() + random() - 1) * 1.6)));
}

function partyOf(id: string, changes: Partial<MapParty> = {}): MapParty {
  return { id, name: 'Council', size: 3, ...changes };
}

function drawnLink(from: string, to: string): MapLink {
  return { from, to, weight: 3, direction: 'both', trust: 0 };
}

function responseOf(parties: readonly unknown[], links: readonly unknown[] = []) {
  return { parties, links, me: 'me' };
}
