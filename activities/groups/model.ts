/** Groups: people are dealt into groups, at random or by an earlier answer; each phone says which is its own. */
import * as v from 'valibot';
import { distinct, identified, readOptions } from '../directive.ts';
import type { AskedKind, Description } from '../kind.ts';
import { legible } from '../legible.ts';
import { clashesAhead, clashesIn, deal, groupsFor, placeFor, type Sets } from './deal.ts';
import { answeredLinked, isIn, linkedOf, matesShown, namesIn, placesOf, poolOf } from './pool.ts';

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
const defaultSize = 3;

const sizeMessage = 'size must be a whole number from 2 to 50';
const groupsMessage = 'groups must be a whole number from 2 to 500';
const nameMessage = 'name must be a word of at most 30 characters, such as Set';
const linkMessage = (option: string) => `${option} must be the id of an earlier activity`;
const link = (option: string) =>
  v.optional(v.pipe(v.string(linkMessage(option)), v.minLength(1, linkMessage(option))));

export const groupsOptions = v.pipe(
  v.strictObject({
    /** People in a group; some groups have one more. */
    size: v.optional(
      v.pipe(
        v.number(sizeMessage),
        v.integer(sizeMessage),
        v.minValue(2, sizeMessage),
        v.maxValue(50, sizeMessage),
      ),
    ),
    /** How many groups, instead. */
    groups: v.optional(
      v.pipe(
        v.number(groupsMessage),
        v.integer(groupsMessage),
        v.minValue(2, groupsMessage),
        v.maxValue(500, groupsMessage),
      ),
    ),
    /** The activity by whose answers each group is as mixed as can be. */
    mix: link('mix'),
    /** The activity of which no two people with the same answer shall share a group. */
    apart: link('apart'),
    /** Before the number of a group without a name of its own. */
    name: v.optional(
      v.pipe(v.string(nameMessage), v.trim(), v.minLength(1, nameMessage), v.maxLength(30, nameMessage)),
      'Set',
    ),
    /** Names of the first groups. */
    names: v.pipe(
      v.array(
        v.object({
          id: v.string(),
          text: v.pipe(
            v.string(),
            v.minLength(1, 'has an empty name'),
            v.maxLength(60, 'takes names of at most 60 characters'),
          ),
        }),
      ),
      v.maxLength(200, 'takes at most 200 names'),
      distinct('name'),
    ),
  }),
  v.forward(
    v.check(
      ({ size, groups }) => size === undefined || groups === undefined,
      'takes the size of groups or their number, not both',
    ),
    ['groups'],
  ),
  v.forward(
    v.check(
      ({ mix, apart }) => mix === undefined || apart === undefined,
      'takes mix or apart, not both: who is kept apart is mixed as well',
    ),
    ['apart'],
  ),
);
export type GroupsOptions = v.InferOutput<typeof groupsOptions>;

export interface GroupsResponse {
  in: true;
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
const placed = v.object({ participant: v.string(), set: v.pipe(v.number(), v.integer(), v.minValue(0)) });

export const groups: AskedKind<GroupsOptions, GroupsResponse, GroupsTally, GroupsRevealed, GroupsSteered> = {
  keyword: 'groups',
  asks: true,
  options: groupsOptions,

  fromMarkdown(directive) {
    const names = identified(directive.list.map((item) => item.text));
    return readOptions(directive, groupsOptions, { names }, 'names');
  },

  response: () => v.strictObject({ in: v.literal(true) }),

  tally: {
    start: () => ({ people: 0 }),
    step: ({ people }) => ({ people: people + 1 }),
  },

  reveal(options, tally, { to, results }, around) {
    const linked = linkedOf(options, around);
    const pool = poolOf(linked, around);
    const people = Math.max(tally.people, pool.length);
    if (results === 'hidden') return { people };
    const { sets } = around.steered;
    const shown = sets
      .slice(0, to === 'presenter' ? shownLimit[results] : shownLimit.live)
      .map((set, index): GroupShown => {
        const names = namesIn(set, around).map(({ name }) => name);
        const most = to === 'presenter' || sets.length <= namedGroups ? namesShown : 0;
        return { name: nameOf(options, index), size: set.length, names: names.slice(0, most) };
      });
    const revealed = {
      people,
      sets: shown,
      more: sets.length - shown.length,
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

  columns: () => [{ item: 'in', label: 'Counted in', values: 'text', allowed: ['yes'], read: () => 'yes' }],

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
      const people = poolOf(linked, around);
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
    answered(options, { sets }, participant, around) {
      if (sets.length === 0 || isIn(sets, participant)) return undefined;
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
      const one = v.safeParse(placed, step);
      return one.success ? afterPlacing(steered, one.output) : steered;
    },
  },

  personal(options, { participant, own, ...around }): GroupsPersonal {
    const { sets } = around.steered;
    const index = placesOf(sets).get(participant);
    const set = index === undefined ? undefined : sets[index];
    if (index === undefined || !set) {
      if (sets.length > 0) return { is: 'late' };
      return { is: own !== undefined || answeredLinked(options, around).has(participant) ? 'in' : 'out' };
    }
    const mates = namesIn(set, around)
      .filter((mate) => mate.participant !== participant)
      .slice(0, matesShown)
      .map((mate) => mate.name);
    return { is: 'dealt', name: nameOf(options, index), mates, others: set.length - 1 - mates.length };
  },

  sets: (_options, { sets }) => sets,

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
      { size: 3, name: 'Trio', names: [] },
      // The poll as the simulation calls it, so that what is linked is played there too.
      { size: 6, mix: 'about-poll', name: 'Learning set', names: [] },
      { groups: 4, name: 'Set', names: identified(['River', 'الجسر', '🌳 Garden', 'constructor']) },
      { size: 2, apart: 'about-poll', name: 'Pair', names: [] },
      {
        groups: 20,
        name: 'Table',
        names: identified(['The table by the window, where the morning sun comes in']),
      },
    ],
    honest: () => ({ in: true }),
    refused: () => [{}, { in: false }, { in: 'true' }, { in: 1 }, { in: true, set: 1 }, [true], null, 'in'],
    commands: () => [{ type: 'deal' }, { type: 'deal' }, { type: 'undeal' }, { type: 'deal' }],
  },
};

/** How large groups shall be, or how many there shall be. */
export function wantedOf({ size, groups: count, names }: GroupsOptions) {
  if (size !== undefined || count !== undefined) return { size, groups: count };
  // Names alone say how many groups there are.
  return names.length > 1 ? { groups: names.length } : { size: defaultSize };
}

function nameOf({ name, names }: GroupsOptions, index: number): string {
  return names[index]?.text ?? `${name} ${index + 1}`;
}

function afterDeal({ sets: before, earlier }: GroupsSteered, sets: Sets): GroupsSteered {
  // Who was sent apart again had not met.
  if (sets.length === 0 || before.length === 0) return { sets, earlier };
  return { sets, earlier: [...earlier, before].slice(-remembered) };
}

/** Two servers may place the same person: the first place holds. */
function afterPlacing(
  steered: GroupsSteered,
  { participant, set: index }: v.InferOutput<typeof placed>,
): GroupsSteered {
  const set = steered.sets[index];
  if (!set || isIn(steered.sets, participant)) return steered;
  return { ...steered, sets: steered.sets.with(index, [...set, participant]) };
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
  const groupsOf = `${inGroups} people in ${count === 1 ? '1 group' : `${count} groups`}`;
  return listed === undefined ? `${groupsOf}.` : `${groupsOf}: ${listed}.`;
}
