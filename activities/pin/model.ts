/** Pin: put pins on a picture that stands beside the session file. */
import * as v from 'valibot';
import {
  type Directive,
  distinct,
  type Fault,
  faultAt,
  identified,
  listItem,
  readOptions,
  wholeNumber,
  withFaults,
} from '../directive.ts';
import { percent } from '../figure.ts';
import type { AskedKind, Column } from '../kind.ts';
import type { Thing } from '../plane/place.ts';
import {
  noPlaces,
  type PlacedResponse,
  type PlacedTally,
  type PlacedThing,
  placedSchema,
  revealedThings,
  withPlaces,
} from '../plane/placed.ts';
import { samples } from './sample.ts';

const mostPins = 5;

const pinOptions = v.pipe(
  v.strictObject({
    image: v.object({
      src: v.pipe(v.string(), v.minLength(1)),
      /** What it shows, for those who do not see it. */
      alt: v.pipe(
        v.string(),
        v.minLength(1),
        v.maxLength(300, 'takes a description of at most 300 characters'),
      ),
    }),
    /** What is placed: what the author named, or as many pins as one person has. */
    things: v.pipe(
      v.array(listItem('item', 100)),
      v.minLength(1),
      v.maxLength(8, 'takes at most 8 things to place'),
      distinct('thing'),
    ),
    /** Whether the author named them. */
    named: v.optional(v.boolean(), false),
    /** Pins of one person, where nothing is named. */
    pins: v.optional(wholeNumber('pins', 1, mostPins), 1),
  }),
  v.forward(
    v.check(
      ({ named, pins }) => !named || pins === 1,
      'pins goes without names below the picture, each of these has one pin',
    ),
    ['pins'],
  ),
);
export type PinOptions = v.InferOutput<typeof pinOptions>;

/** x from the left and y from above, each 0..1 of the picture. */
export type PinResponse = PlacedResponse;
export type PinTally = PlacedTally;

export interface PinRevealed {
  readonly people: number;
  /**
   * What was placed; pins without names count together. Absent while results are hidden. Areas are thirds of the
   * picture, read row by row from above.
   */
  readonly things?: readonly PlacedThing[];
  /** Each thing, or each pin without a name, by itself. */
  readonly each?: readonly Pick<PlacedThing, 'id' | 'text' | 'people' | 'mean'>[];
}

/** Thirds of the picture, row by row from above. */
export const regions = [
  ...['top left', 'top', 'top right'],
  ...['left', 'middle', 'right'],
  ...['bottom left', 'bottom', 'bottom right'],
] as const;

export const pin: AskedKind<PinOptions, PinResponse, PinTally, PinRevealed> = {
  keyword: 'pin',
  asks: true,
  options: pinOptions,

  fromMarkdown(directive) {
    const faults = faultsOfPicture(directive);
    const [first, ...rest] = directive.list;
    const { image: _, ...options } = directive.options;
    const named = rest.length > 0;
    const things = named ? identified(rest.map(({ text }) => text)) : pinsOf(options.pins);
    // Without the picture's line the list is what is named.
    const reading = readOptions(
      { ...directive, options, list: rest },
      pinOptions,
      { image: faults.length === 0 && first?.image ? first.image : none, things, named },
      'things',
    );
    return withFaults(reading, faults);
  },

  response: (options) => placedSchema(options.things.map(({ id }) => id)),

  tally: {
    start: (options) =>
      noPlaces(
        options.things.map(({ id }) => id),
        3,
      ),
    step: withPlaces,
  },

  reveal(options, tally, visibility) {
    const { people } = tally;
    if (visibility.results === 'hidden') return { people };
    const { things, named } = options;
    const each = revealedThings(things, tally, { to: 'phone' }).map(({ id, text, people, mean }) => {
      return { id, text, people, mean };
    });
    const together = named ? undefined : { id: 'pins', text: 'Pins' };
    return { people, things: revealedThings(things, tally, visibility, together), each };
  },

  columns: (options) =>
    options.things.flatMap(({ id, text }) =>
      axes.map(
        (axis, index): Column<PinResponse> => ({
          item: `${id} ${axis.name}`,
          label: `${text}: ${axis.label}`,
          values: 'number',
          read: ({ places }) => places[id]?.[index],
        }),
      ),
    ),

  describe(options, { things = [], each = [] }) {
    const fullest = things.flatMap((thing) => {
      const most = Math.max(...thing.areas);
      const region = regions[thing.areas.indexOf(most)];
      if (most === 0 || region === undefined) return [];
      return [`${options.named ? `“${thing.text}”: ` : ''}${region} (${percent(most / thing.people)})`];
    });
    return {
      sentence: fullest.length === 0 ? 'No answers yet.' : `Most pins: ${fullest.join('; ')}.`,
      table: {
        head: ['Part of the picture', 'Share or mean', 'Pins'],
        rows: [
          ...things.flatMap(({ text, people, areas }) =>
            regions.map((region, index) => [
              options.named ? `${text}: ${region}` : region,
              people === 0 ? '–' : percent((areas[index] ?? 0) / people),
              areas[index] ?? 0,
            ]),
          ),
          ...each.flatMap(({ text, people, mean }) =>
            axes.map(({ label }, index) => [
              `${text}: ${label}`,
              mean ? percent(mean[index] ?? 0) : '–',
              people,
            ]),
          ),
        ],
      },
      bars: {
        column: 1,
        shares: [
          ...things.flatMap(({ people, areas }) =>
            regions.map((_, index) => (people === 0 ? null : (areas[index] ?? 0) / people)),
          ),
          ...each.flatMap(({ mean }) => axes.map((_, index) => mean?.[index] ?? null)),
        ],
      },
    };
  },

  pictures: ({ image }) => (image.src.startsWith('data:') ? [] : [image.src]),

  sample: {
    question: 'Where on this map is the energy?',
    options: samples,
    honest(options, random) {
      const places = options.things.flatMap(({ id }, index): [string, [number, number]][] => {
        if (index > 0 && random() < 0.15) return [];
        // People agree on two places, one of them more than the other.
        const [x, y] = (random() < 0.65 ? [0.3, 0.62] : [0.72, 0.3]).map((centre) => {
          const spread = (random() + random() + random()) / 3 - 0.5;
          const moved = centre + ((index * 0.13) % 0.25) + spread * 0.5;
          return Math.round(Math.min(1, Math.max(0, moved)) * 1000) / 1000;
        });
        return [[id, [x ?? 0, y ?? 0]]];
      });
      return { places: Object.fromEntries(places) };
    },
    refused(options) {
      const [id = ''] = options.things.map((each) => each.id);
      return [
        {},
        { places: {} },
        { places: [] },
        { places: { 'no-such-thing': [0.5, 0.5] } },
        { places: { [`pin-${options.things.length + 1}`]: [0.5, 0.5] } },
        { places: { [id]: [0.5] } },
        { places: { [id]: [0.5, -0.1] } },
        { places: { [id]: [1.1, 0.5] } },
        { places: { [id]: [null, 0.5] } },
        { places: { [id]: [0.5, 0.5] }, extra: true },
      ];
    },
  },
};

const axes = [
  { name: 'x', label: 'from the left edge (0) to the right edge (1)' },
  { name: 'y', label: 'from the upper edge (0) to the lower edge (1)' },
] as const;

/** Takes the place of a picture whose absence is a fault already. */
const none = { src: 'none', alt: 'none' };

function faultsOfPicture(directive: Directive): Fault[] {
  const [first, ...rest] = directive.list;
  const faults: Fault[] = [];
  const tell = (...[place, message]: [Parameters<typeof faultAt>[0], string]) => {
    faults.push(faultAt(place, directive, message));
  };
  const example = 'as in - ![What it shows](map.png)';
  if (Object.hasOwn(directive.options, 'image'))
    tell(directive.placeOf('image'), `the picture stands first in the list below, ${example}`);
  if (!first?.image) tell(first ?? directive, `needs a picture first in the list below, ${example}`);
  else if (first.image.alt.trim() === '')
    tell(first, `needs words for those who do not see the picture, ${example}`);
  for (const item of rest) if (item.image) tell(item, 'takes one picture, and names of things below it');
  return faults;
}

function pinsOf(wanted: unknown): Thing[] {
  const count = typeof wanted === 'number' && wanted >= 1 && wanted <= mostPins ? Math.floor(wanted) : 1;
  return Array.from({ length: count }, (_, index) => ({ id: `pin-${index + 1}`, text: `Pin ${index + 1}` }));
}
