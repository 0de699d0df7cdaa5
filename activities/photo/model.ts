/** Photo: a picture from the phone's camera, seen by others once the presenter has approved it. */
import * as v from 'valibot';
import { sealOf } from '../digest.ts';
import { readWithoutList } from '../directive.ts';
import { counted } from '../figure.ts';
import { foremost } from '../foremost.ts';
import type { AskedKind, Visibility } from '../kind.ts';
import { isBlank, legible, lengthOf } from '../legible.ts';
import { once } from '../once.ts';
import { type Verdict, verdictsUnder } from '../rulings.ts';
import { cellsOf, changed, emptyTable, type Table } from '../table.ts';

/** Longest caption, in characters. */
export const captionLimit = 140;
/** Pictures that phones and the room screen get; the rest is counted. */
const shownLimit = 40;
const presenterLimit = { live: 100, final: 500 };

const photoOptions = v.strictObject({
  /** Whether people may write a line below their picture. */
  caption: v.optional(v.boolean('caption must be true or false'), true),
});
export type PhotoOptions = v.InferOutput<typeof photoOptions>;

export interface PhotoResponse {
  /** Id of a file that the participant has handed in. */
  photo: string;
  caption?: string | undefined;
}

export interface PhotoTally {
  readonly people: number;
  /** By participant. */
  readonly photos: Table<Taken>;
}

interface Taken {
  /** Of picture and caption together: a verdict ends when either is another. */
  readonly entry: string;
  readonly photo: string;
  readonly caption: string;
  readonly at: number;
}

export interface Photo {
  /** Id of its file; no other picture ever has it, and it says nothing of who took it. */
  readonly photo: string;
  /** Empty for none. */
  readonly caption: string;
  /** For the presenter alone; others see what is approved. */
  readonly verdict?: Verdict;
}

export interface PhotoRevealed {
  readonly people: number;
  /** Newest first; absent while results are hidden. */
  readonly photos?: readonly Photo[];
  readonly more?: number;
  /** How many wait for approval. */
  readonly waiting?: number;
  /** The one that fills the room's screen. */
  readonly enlarged?: string;
  /** The same for the presenter, whose reports have all of them. */
  readonly chosen?: string;
}

/** What the presenter has put in the light, or null. */
interface PhotoSteered {
  readonly enlarged: string | null;
}

const fileId = v.pipe(v.string(), v.regex(/^[\w-]{21}$/));

export const photo: AskedKind<PhotoOptions, PhotoResponse, PhotoTally, PhotoRevealed, PhotoSteered> = {
  keyword: 'photo',
  asks: true,
  moderated: true,
  options: photoOptions,

  fromMarkdown(directive) {
    return readWithoutList(directive, photoOptions, 'people send pictures');
  },

  response: (options) =>
    v.pipe(
      v.strictObject({
        photo: fileId,
        caption: v.optional(
          v.pipe(
            v.string(),
            v.check((text) => !isBlank(text) && lengthOf(text) <= captionLimit),
          ),
        ),
      }),
      v.check(({ caption }) => caption === undefined || options.caption),
    ),

  tally: {
    start: () => ({ people: 0, photos: emptyTable }),
    step: ({ people, photos }, { participant, response, at }) => ({
      people: people + 1,
      photos: changed(photos, participant, () => ({
        entry: entryIdOf(response),
        photo: response.photo,
        caption: response.caption ?? '',
        at,
      })),
    }),
  },

  reveal(_options, { people, photos }, visibility, { steered }) {
    if (visibility.results === 'hidden') return { people };
    const { to, results } = visibility;
    const all = visibleOf(photos, visibility);
    const visible = to === 'presenter' ? all : all.filter(({ verdict }) => verdict === 'approved');
    const newest = foremost(visible, to === 'presenter' ? presenterLimit[results] : shownLimit, newestFirst);
    const large = all.find((each) => each.photo === steered.enlarged && each.verdict === 'approved')?.photo;
    return {
      people,
      photos: newest.map(({ photo: file, caption, verdict }) => {
        const seen = { photo: file, caption: legible(caption, captionLimit) };
        return to === 'presenter' ? { ...seen, verdict } : seen;
      }),
      more: visible.length - newest.length,
      waiting: all.filter(({ verdict }) => verdict === 'pending').length,
      ...(large === undefined || to === 'phone'
        ? {}
        : to === 'screen'
          ? { enlarged: large }
          : { chosen: large }),
    };
  },

  steering: {
    commands: { enlarge: v.strictObject({ photo: fileId }), shrink: v.strictObject({}) },
    start: () => ({ enlarged: null }),
    decide(_options, { enlarged }, { type, photo: file }) {
      if (type === 'enlarge') return { enlarged: file };
      return enlarged === null ? undefined : { enlarged: null };
    },
    evolve(_options, steered, step) {
      return v.is(stepSchema, step) ? step : steered;
    },
  },

  files: ({ photo: file }) => [file],

  columns(options) {
    const picture = {
      item: 'photo',
      label: 'Picture: its file in the archive pictures.zip ends with this',
      values: 'text' as const,
      read: (response: PhotoResponse) => response.photo,
    };
    if (!options.caption) return [picture];
    return [
      picture,
      { item: 'caption', label: 'Caption', values: 'text', read: (response) => response.caption },
    ];
  },

  describe(_options, { people, photos = [] }) {
    const approved = photos.filter(({ verdict = 'approved' }) => verdict === 'approved');
    return {
      sentence: people === 0 ? 'No pictures yet.' : `${counted(people, 'picture')}.`,
      table: {
        head: ['Picture', 'Caption'],
        rows: approved.map(({ caption }, index) => [`Picture ${approved.length - index}`, caption]),
      },
    };
  },

  entries: once((response) => {
    const { photo: picture, caption = 'Picture' } = response;
    return [{ id: entryIdOf(response), text: legible(caption, captionLimit), picture, common: false }];
  }),

  sample: {
    question: 'Drawn it on paper? Show us',
    options: [{ caption: true }, { caption: false }],
    honest(options, random) {
      const letters = Array.from({ length: 21 }, () => alphabet[Math.floor(random() * alphabet.length)]);
      const file = letters.join('');
      const caption = sampleCaptions[Math.floor(random() * (sampleCaptions.length + 2))];
      if (!options.caption || caption === undefined) return { photo: file };
      return { photo: file, caption: `${caption} ${Math.floor(random() * 1e9)}` };
    },
    refused: (options) => [
      {},
      { photo: '' },
      { photo: '../../../etc/passwd/x' },
      { photo: 'https://elsewhere.exa' },
      { photo: 7 },
      { photo: 'x'.repeat(22) },
      { photo: 'x'.repeat(21), caption: ' \u200b' },
      { photo: 'x'.repeat(21), caption: 'x'.repeat(captionLimit + 1) },
      { photo: 'x'.repeat(21), extra: true },
      ...(options.caption ? [] : [{ photo: 'x'.repeat(21), caption: 'not asked for' }]),
    ],
    commands: () => [{ type: 'enlarge', photo: 'x'.repeat(21) }, { type: 'shrink' }],
  },
};

const stepSchema = v.strictObject({ enlarged: v.nullable(fileId) });

/** Both are seen, so both are approved together. */
const entryIdOf = once(({ photo: file, caption = '' }: PhotoResponse) => sealOf(`${file}\n${caption}`));

interface Seen extends Taken {
  readonly verdict: Verdict;
}

function visibleOf(photos: PhotoTally['photos'], { rulings }: Visibility): Seen[] {
  const verdictOf = verdictsUnder(rulings);
  return cellsOf(photos).map(([participant, each]) => ({
    ...each,
    verdict: verdictOf(participant, { id: each.entry, common: false }),
  }));
}

/** Pictures of the same millisecond stand in the order of their ids. */
function newestFirst(a: Seen, b: Seen): number {
  return b.at - a.at || (a.photo < b.photo ? 1 : -1);
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
const sampleCaptions = [
  'Our corner of the system',
  'The dotted lines are the ones we never call',
  'Everybody knows the porter',
  'מי חסר כאן?',
  'A long caption that somebody wrote because the drawing alone would not have told what it is all about, he said',
];
