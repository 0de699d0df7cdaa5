/**
 * A map in the making, as a phone changes it.
 *
 * [KD1] Whatever is done, what is kept could be sent as it is.
 * [KD2] A new party is linked with the participant; a party that goes takes its links along.
 * [KD3] A link is one, seen from either end.
 * [KD4] Whoever says where they work takes their links there, and back again.
 * [KD6] Where somebody was put by hand, oneself too, is kept for those who are on the map, and for nobody else.
 */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { placesOf, readPlaces, writtenPlaces } from './around.ts';
import {
  asParty,
  emptyMap,
  isMap,
  linkOf,
  linksBetween,
  own,
  partyNamed,
  seenFrom,
  withChange,
  withLink,
  withoutLink,
  withoutParty,
  withParty,
} from './draft.ts';
import { type MapResponse, mapResponse } from './response.ts';

const three = ['Hospital', 'Council', 'Choir'].reduce(withParty, emptyMap);

describe('parties', () => {
  it('[KD2] come with a link, and with an id of their own', () => {
    expect(three.parties.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3']);
    expect(three.links).toHaveLength(3);
    expect(withParty(withoutParty(three, 'p3'), 'Police').parties.at(-1)?.id).toBe('p3');
    expect(withParty(withoutParty(three, 'p1'), 'Police').parties.at(-1)?.id).toBe('p4');
  });

  it('[KD2] go with their links', () => {
    const linked = withLink(three, 'p1', 'p2', {});
    expect(withoutParty(linked, 'p1').links.map(({ to }) => to)).toEqual(['p2', 'p3']);
  });

  it('are known by their names in any case', () => {
    expect(partyNamed(three, ' COUNCIL ')?.id).toBe('p2');
    expect(partyNamed(three, 'Counci')).toBeUndefined();
  });
});

describe('links', () => {
  it('[KD3] are seen from either end', () => {
    const linked = withLink(three, 'p1', 'p2', { weight: 5, reaches: 'here', trust: -1 });
    expect(seenFrom(linked, 'p1', 'p2')).toEqual({ weight: 5, reaches: 'here', trust: -1 });
    expect(seenFrom(linked, 'p2', 'p1')).toEqual({ weight: 5, reaches: 'there', trust: -1 });
    const turned = withLink(linked, 'p2', 'p1', { reaches: 'here' });
    expect(seenFrom(turned, 'p1', 'p2')?.reaches).toBe('there');
    expect(turned.links).toHaveLength(4);
    expect(seenFrom(withoutLink(turned, 'p2', 'p1'), 'p1', 'p2')).toBeUndefined();
  });

  it('[KD3] of others are those without the participant', () => {
    expect(linksBetween(withLink(three, 'p1', 'p2', {}))).toHaveLength(1);
  });
});

describe('where one works', () => {
  const linked = withLink(withLink(three, own, 'p3', { weight: 1 }), 'p1', 'p3', { weight: 5 });

  it('[KD4] takes the links there', () => {
    const inside = asParty(linked, 'p1');
    expect(inside.me).toBe('p1');
    expect(seenFrom(inside, 'p1', 'p2')?.weight).toBe(3);
    // What was drawn between the two counts less than what they know themselves.
    expect(seenFrom(inside, 'p1', 'p3')?.weight).toBe(1);
    expect(inside.links).toHaveLength(2);
  });

  it('[KD4] and back, or to another', () => {
    const inside = asParty(linked, 'p1');
    for (const map of [asParty(inside, own), asParty(inside, 'p2')]) {
      expect(linkOf(map, map.me, 'p1')).toBeDefined();
      expect(linkOf(map, map.me, 'p3')).toMatchObject({ weight: 1 });
    }
    expect(withoutParty(inside, 'p1').me).toBe(own);
  });
});

it('[KD1] whatever is done, the map could be sent', () => {
  const id = fc.constantFrom(own, 'p1', 'p2', 'p3', 'p4', 'p5');
  const step = fc.oneof(
    fc.record({ do: fc.constant('add' as const), name: fc.constantFrom('A', 'B', 'C', 'D', 'E') }),
    fc.record({ do: fc.constant('remove' as const), a: id }),
    fc.record({ do: fc.constant('size' as const), a: id, size: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ do: fc.constant('link' as const), a: id, b: id, weight: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ do: fc.constant('unlink' as const), a: id, b: id }),
    fc.record({ do: fc.constant('be' as const), a: id }),
  );
  const schema = mapResponse(12);
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let map: MapResponse = emptyMap;
      for (const each of steps) {
        const ends = [map.me, ...map.parties.map((party) => party.id)];
        const knows = (...ids: string[]) => ids.every((one) => ends.includes(one));
        if (each.do === 'add') map = map.parties.length < 12 ? withParty(map, each.name) : map;
        else if (each.do === 'remove') map = withoutParty(map, each.a);
        else if (each.do === 'size') map = withChange(map, each.a, { size: each.size });
        else if (each.do === 'be') map = each.a === own || knows(each.a) ? asParty(map, each.a) : map;
        else if (!knows(each.a, each.b)) continue;
        else if (each.do === 'unlink') map = withoutLink(map, each.a, each.b);
        else map = withLink(map, each.a, each.b, { weight: each.weight });
        expect(isMap(JSON.parse(JSON.stringify(map)))).toBe(true);
        if (map.parties.length > 0) expect(v.safeParse(schema, map).issues).toBeUndefined();
      }
    }),
  );
});

it('what a phone kept is looked at before use', () => {
  for (const wrong of [null, 7, 'x', {}, { parties: 1, links: [], me: 'me' }, { ...three, me: 1 }]) {
    expect(isMap(wrong)).toBe(false);
  }
  expect(isMap({ ...three, parties: [{ id: 'p1', name: 7, size: 3 }] })).toBe(false);
  expect(isMap({ ...three, links: [{ from: 'p1' }] })).toBe(false);
  expect(isMap(three)).toBe(true);
});

it('[KD6] places that were chosen by hand are kept, and looked at before use', () => {
  const [first] = three.parties;
  const put = new Map([
    [own, { x: 0.2, y: 0.8 }],
    [first?.id ?? '', { x: 0.9, y: 0.1 }],
  ]);
  const kept: unknown = JSON.parse(JSON.stringify(writtenPlaces(put)));
  expect(readPlaces(kept, three)).toEqual(put);
  const spread = { x: 0.4, y: 0.4 };
  expect(placesOf(three, readPlaces(kept, three), spread).get(own)).toEqual({ x: 0.2, y: 0.8 });
  expect(placesOf(three, new Map(), spread).get(own)).toEqual({ x: 0.5, y: 0.5 });
  expect(readPlaces(kept, emptyMap)).toEqual(new Map([[own, { x: 0.2, y: 0.8 }]]));
  expect(writtenPlaces(new Map())).toBe(undefined);
  for (const wrong of [
    null,
    'here',
    [1],
    { me: { x: 2, y: 0 } },
    { me: { x: '0', y: 0 } },
    { p9: { x: 0, y: 0 } },
  ])
    expect(readPlaces(wrong, three).size).toBe(0);
});
