/** Groups: people are dealt into groups, at random or by an earlier answer; each phone says which is its own. */
import * as v from 'valibot';
import { identified, readOptions } from '../directive.ts';
import { counted } from '../figure.ts';
import type { AskedKind, Description } from '../kind.ts';
import { legible } from '../legible.ts';
import { clashesAhead, clashesIn, deal, groupsFor, placeFor, type Sets } from './deal.ts';
import { type GroupsOptions, groupsOptions, nameOf, wantedOf } from './options.ts';
import { isIn, isInAlready, linkedOf, matesShown, namesIn, placesOf, poolOf } from './pool.ts';

/** Groups that phones and the room screen get, and the report after the end; the rest is counted. */
const shownLimit = { live: 96, final: 1000 };
/** Names of one group in a result; with more groups than so many there is no room for names. */
const namesShown = 8;
const namedGroups = 24;
/** People from whom on a part of the crowd is named: what is to be done is the same without a name. */
const namedFrom = 8;
/** Clashes that the presenter is told of. */
const clashesShown = 3;
/** Dealings that are remembered, so that people meet others when dealt again. */
const remembered = 7;

export interface GroupsResponse {
  /** False to give up one's place. */
  in: boolean;
}

export interface GroupsTally {
  /** Participants who counted themselves in. */
  readonly people: number;
}

export interface GroupsSteered {
  /** Participants by group; none before the first deal. */
  readonly sets: Sets;
  /** Groups before, the latest last. */
  readonly earlier: readonly Sets[];
  /** Participants who gave up their place; absent while nobody has. */
  readonly left?: readonly string[];
}

export interface GroupShown {
  readonly name: string;
  readonly size: number;
  /** Names that people of it chose to show, at most so many. */
  readonly names: readonly string[];
}

export interface ClashShown {
  /** What people call the part of the crowd; absent for a part of few people. */
  readonly name?: string;
  readonly people: number;
  /** Of these, who shares a group with another of them, in so many groups. */
  readonly sharing: number;
  readonly groups: number;
  /** Whether dealing again would part them. */
  readonly avoidable: boolean;
}

export interface GroupsRevealed {
  /** How many are in: to be dealt, or dealt. */
  readonly people: number;
  /** None before the deal; absent while results are hidden. */
  readonly sets?: readonly GroupShown[];
  /** How many more groups there are. */
  readonly more?: number;
  /** People in all groups. */
  readonly dealt?: number;
  /** For the presenter alone, where people shall be kept apart. */
  readonly clashes?: readonly ClashShown[];
  /** For the presenter alone: people who are in, and of whom it is not known what part they belong to. */
  readonly unknown?: number;
}

/** What one phone is told. `late`: groups were dealt, and it is in none. */
export type GroupsPersonal =
  | { readonly is: 'out' | 'in' | 'late' }
  | {
      readonly is: 'dealt';
      readonly name: string;
      /** The others of its group: the names they chose to show, and how many there are besides. */
      readonly mates: readonly string[];
      readonly others: number;
    };

const dealt = v.object({ sets: v.array(v.array(v.string())) });
const leaving = v.object({ in: v.literal(false) });
const gone = v.object({ left: v.string() });
const back = v.object({ back: v.string() });
const placed = v.object({ participant: v.string(), set: v.pipe(v.number(), v.integer(), v.minValue(0)) });

export const groups: AskedKind<GroupsOptions, GroupsResponse, GroupsTally, GroupsRevealed, GroupsSteered> = {
  keyword: 'groups',
  asks: true,
  options: groupsOptions,

  fromMarkdown(directive) {
    const names = identified(directive.list.map((item) => item.text));
    return readOptions(directive, groupsOptions, { names }, 'names');
  },

  response: () => v.strictObject({ in: v.boolean() }),

  tally: {
    start: () => ({ people: 0 }),
    step: ({ people }, { response }) => ({ people: people + (response.in ? 1 : 0) }),
  },

  reveal(options, tally, { to, results }, around) {
    const linked = linkedOf(options, around);
    const pool = poolOf(options, linked, around);
    const people = Math.max(tally.people, pool.length);
    if (results === 'hidden') return { people };
    const { sets } = around.steered;
    // A group that everybody has left is none.
    const filled = sets
      .map((set, index) => ({ set, name: nameOf(options, index) }))
      .filter(({ set }) => set.length > 0);
    const shown = filled
      .slice(0, to === 'presenter' ? shownLimit[results] : shownLimit.live)
      .map(({ set, name }): GroupShown => {
        const names = namesIn(set, around).map((each) => each.name);
        const most = to === 'presenter' || filled.length <= namedGroups ? namesShown : 0;
        return { name, size: set.length, names: names.slice(0, most) };
      });
    const revealed = {
      people,
      sets: shown,
      more: filled.length - shown.length,
      dealt: sets.reduce((sum, set) => sum + set.length, 0),
    };
    if (to !== 'presenter' || !linked) return revealed;
    const { segmentOf } = linked;
    const unknown = pool.filter((participant) => segmentOf(participant) === undefined).length;
    if (options.apart === undefined) return { ...revealed, unknown };
    const count = groupsFor(people, wantedOf(options));
    const clashes = sets.length > 0 ? clashesIn(sets, segmentOf) : clashesAhead(pool, count, segmentOf);
    return {
      ...revealed,
      unknown,
      clashes: clashes.slice(0, clashesShown).map(({ segment, ...clash }) => ({
        ...clash,
        ...(clash.people < namedFrom ? {} : { name: legible(linked.nameOf?.(segment) ?? segment, 60) }),
        avoidable: clash.people <= count,
      })),
    };
  },

  turnout: ({ people }) => people,

  columns: () => [
    {
      item: 'in',
      label: 'Counted in',
      values: 'text',
      allowed: ['yes', 'no'],
      read: (response) => (response.in ? 'yes' : 'no'),
    },
  ],

  describe(_options, { people, sets = [], more = 0, dealt: inGroups = 0 }) {
    const count = sets.length + more;
    const named = sets.some(({ names }) => names.length > 0);
    const without = people - inGroups;
    return {
      sentence: sentenceOf(people, count, inGroups, more === 0 ? sets : []),
      table: {
        head: ['Group', 'People', ...(named ? ['Names'] : [])],
        rows: [
          ...sets.map(({ name, size, names }) => [name, size, ...(named ? [names.join(', ')] : [])]),
          ...(without > 0 ? [['In no group yet', without, ...(named ? [''] : [])]] : []),
        ],
      },
    };
  },

  links: ({ mix, apart }) => [
    ...(mix === undefined ? [] : [{ option: 'mix', activity: mix, needs: 'segment' as const }]),
    ...(apart === undefined ? [] : [{ option: 'apart', activity: apart, needs: 'segment' as const }]),
  ],

  names: () => true,

  steering: {
    commands: {
      /** Deals everybody who is in, or deals anew. */
      deal: v.strictObject({}),
      /** Takes the groups apart, as if they had never been dealt. */
      undeal: v.strictObject({}),
    },
    start: () => ({ sets: [], earlier: [] }),
    decide(options, { sets, earlier }, { type }, around) {
      if (type === 'undeal') return sets.length === 0 ? undefined : { sets: [] };
      const linked = linkedOf(options, around);
      const people = poolOf(options, linked, around);
      if (people.length < 2) return undefined;
      return {
        sets: deal({
          people,
          groups: groupsFor(people.length, wantedOf(options)),
          segmentOf: (participant) => linked?.segmentOf(participant),
          earlier: sets.length === 0 ? earlier : [...earlier, sets],
          random: around.random,
        }),
      };
    },
    answered(options, { sets, left = [] }, participant, around, response) {
      const hasLeft = left.includes(participant);
      if (v.is(leaving, response)) return hasLeft ? undefined : { left: participant };
      if (sets.length === 0) return hasLeft ? { back: participant } : undefined;
      if (isIn(sets, participant)) return undefined;
      const linked = linkedOf(options, around);
      const segmentOf = (each: string) => linked?.segmentOf(each);
      return {
        participant,
        set: placeFor(sets, { participant, segmentOf, apart: options.apart !== undefined }),
      };
    },
    evolve(_options, steered, step) {
      const all = v.safeParse(dealt, step);
      if (all.success) return afterDeal(steered, all.output.sets);
      if (v.is(gone, step)) return afterLeaving(steered, step.left);
      if (v.is(back, step)) return withLeft(steered, step.back, false);
      const one = v.safeParse(placed, step);
      return one.success ? afterPlacing(steered, one.output) : steered;
    },
    without: (_options, steered, isGone) => withoutGone(steered, isGone),
    stands: (_options, { sets }) => sets.length > 0,
  },

  personal(options, { participant, own, ...around }): GroupsPersonal {
    const { sets, left = [] } = around.steered;
    const index = placesOf(sets).get(participant);
    const set = index === undefined ? undefined : sets[index];
    if (index === undefined || !set) {
      if (sets.length > 0) return { is: 'late' };
      const isOut = left.includes(participant);
      return {
        is: !isOut && (own !== undefined || isInAlready(options, around, participant)) ? 'in' : 'out',
      };
    }
    const mates = namesIn(set, around)
      .filter((mate) => mate.participant !== participant)
      .slice(0, matesShown)
      .map((mate) => mate.name);
    return { is: 'dealt', name: nameOf(options, index), mates, others: set.length - 1 - mates.length };
  },

  sets: (_options, { sets }) => sets,
  setName: nameOf,

  derived: {
    columns: [
      { item: 'group', label: 'Group the participant was dealt into', values: 'text' },
      { item: 'alias', label: 'Name the participant chose to show to others', values: 'text' },
    ],
    *rows(options, _answers, { steered, aliasOf }) {
      for (const [index, set] of steered.sets.entries()) {
        for (const participant of set) {
          yield { participant, item: 'group', value: nameOf(options, index) };
          const alias = aliasOf(participant);
          if (alias !== undefined) yield { participant, item: 'alias', value: alias };
        }
      }
    },
  },

  sample: {
    question: 'Find your learning set',
    options: [
      { size: 3, here: false, name: 'Trio', names: [] },
      // The poll as the simulation calls it, so that what is linked is played there too.
      { size: 6, mix: 'about-poll', here: false, name: 'Learning set', names: [] },
      {
        groups: 4,
        here: true,
        name: 'Set',
        names: identified(['River', 'الجسر', '🌳 Garden', 'constructor']),
      },
      { size: 2, apart: 'about-poll', here: true, name: 'Pair', names: [] },
      {
        groups: 20,
        here: false,
        name: 'Table',
        names: identified(['The table by the window, where the morning sun comes in']),
      },
    ],
    honest: () => ({ in: true }),
    refused: () => [{}, { in: 'true' }, { in: 1 }, { in: true, set: 1 }, [true], null, 'in'],
    commands: () => [{ type: 'deal' }, { type: 'deal' }, { type: 'undeal' }, { type: 'deal' }],
  },
};

function afterDeal(steered: GroupsSteered, sets: Sets): GroupsSteered {
  const { sets: before, earlier } = steered;
  // Who was sent apart again had not met.
  if (sets.length === 0 || before.length === 0) return { ...steered, sets };
  return { ...steered, sets, earlier: [...earlier, before].slice(-remembered) };
}

/** Groups that lose everybody stay: their names go by their place. */
function withoutGone(
  { sets, earlier, left = [] }: GroupsSteered,
  isGone: (participant: string) => boolean,
): GroupsSteered {
  const kept = (participants: readonly string[]) => participants.filter((each) => !isGone(each));
  const stillLeft = kept(left);
  return {
    sets: sets.map(kept),
    earlier: earlier.map((before) => before.map(kept)),
    ...(stillLeft.length === 0 ? {} : { left: stillLeft }),
  };
}

/** Places keep their order: those after it move up by one. */
function afterLeaving(steered: GroupsSteered, participant: string): GroupsSteered {
  const sets = steered.sets.map((set) =>
    set.includes(participant) ? set.filter((other) => other !== participant) : set,
  );
  return withLeft({ ...steered, sets }, participant, true);
}

function withLeft(steered: GroupsSteered, participant: string, hasLeft: boolean): GroupsSteered {
  const { left: before = [], ...others } = steered;
  const left = before.filter((each) => each !== participant);
  if (hasLeft) left.push(participant);
  return left.length === 0 ? others : { ...others, left };
}

/** Two servers may place the same person: the first place holds. */
function afterPlacing(
  steered: GroupsSteered,
  { participant, set: index }: v.InferOutput<typeof placed>,
): GroupsSteered {
  const set = steered.sets[index];
  if (!set || isIn(steered.sets, participant)) return steered;
  return withLeft({ ...steered, sets: steered.sets.with(index, [...set, participant]) }, participant, false);
}

/** "40 people in 13 groups: 12 of 3 and 1 of 4." Sizes only where all groups are known. */
function sentenceOf(
  people: number,
  count: number,
  inGroups: number,
  sets: readonly GroupShown[],
): Description['sentence'] {
  if (people === 0) return 'Nobody is in yet.';
  if (count === 0)
    return `${people === 1 ? '1 person is' : `${people} people are`} in, and no groups are dealt yet.`;
  const sizes = new Map<number, number>();
  for (const { size } of sets) sizes.set(size, (sizes.get(size) ?? 0) + 1);
  const parts = [...sizes].sort(([a], [b]) => a - b).map(([size, number]) => `${number} of ${size}`);
  const last = parts.pop();
  const listed = parts.length > 0 ? `${parts.join(', ')} and ${last}` : last;
  const groupsOf = `${inGroups} people in ${counted(count, 'group')}`;
  return listed === undefined ? `${groupsOf}.` : `${groupsOf}: ${listed}.`;
}
