/** project(state, …) → views: one projection per role, and the only way out of the server. */
import type { AnyAskedKind, Visibility } from '../../activities/kind.ts';
import { verdictKey, verdictOn } from '../../activities/kind.ts';
import { askedModelOf } from '../../activities/models.ts';
import type { ActivityCard, Deck } from '../../protocol/deck.ts';
import { type ParticipantId, participantId } from '../../protocol/ids.ts';
import type {
  Mine,
  ModerationEntry,
  PhoneActivity,
  PhoneView,
  PresenterActivity,
  PresenterView,
  ResultsActivity,
  ResultsView,
  RoomView,
  StageActivity,
  Warning,
} from '../../protocol/views.ts';
import type { ActivityDefinition } from './definition.ts';
import {
  type ActivityState,
  currentRound,
  isOnStage,
  isOpen,
  isShownInRoom,
  isShownOnPhones,
  type State,
} from './state.ts';

/** The tally of a round (1 is the first); folded at the latest when asked for. */
export type TallyOf = (activity: ActivityState, round: number) => unknown;

/** What a view says beside the state of the session. `now` is milliseconds since 1970. */
export interface Surroundings {
  readonly now: number;
  readonly people: number;
  readonly warnings: readonly Warning[];
}

const entriesLimit = 200;

export function projectPhone(state: State, tallyOf: TallyOf, { now }: Pick<Surroundings, 'now'>): PhoneView {
  const { definition } = state;
  const activities = asked(state)
    .map(([activity, model]) => phoneActivity(state, activity, model, tallyOf))
    .filter((each) => each.live || each.isOpen)
    .sort((a, b) => Number(b.live) - Number(a.live));
  return {
    revision: state.revision,
    title: definition?.title ?? '',
    lang: definition?.lang ?? 'en',
    look: { theme: definition?.look.theme ?? 'paper', accent: definition?.look.accent },
    retain: definition?.retain ?? null,
    ended: state.endedAt !== null,
    activities: state.endedAt === null ? activities : [],
    now,
  };
}

function phoneActivity(
  state: State,
  activity: ActivityState,
  model: AnyAskedKind,
  tallyOf: TallyOf,
): PhoneActivity {
  const { number } = currentRound(activity);
  const shared = {
    ...card(activity, model),
    round: number,
    isOpen: isOpen(state, activity),
    live: isOnStage(state, activity),
    until: activity.until,
  };
  if (!isShownOnPhones(activity)) return shared;
  return {
    ...shared,
    revealed: revealed(state, activity, model, tallyOf, number, { to: 'phone', shown: true }),
  };
}

/** What one participant has answered in the rounds asked now. */
export function projectMine(state: State, participant: ParticipantId): Mine {
  const responses: Record<string, { round: number; n: number; response: unknown }> = {};
  for (const [id, activity] of state.activities) {
    const { number, round } = currentRound(activity);
    const answer = round.responses.get(participant);
    if (answer && activity.current) responses[id] = { round: number, n: answer.n, response: answer.response };
  }
  return { responses };
}

export function projectRoom(state: State, tallyOf: TallyOf, surroundings: Surroundings): RoomView {
  const isNear = nearStage(state);
  const activities = asked(state)
    .filter(([activity]) => isNear(activity))
    .map(([activity, model]) => stageActivity(state, activity, model, tallyOf));
  return { ...stage(state, surroundings), activities };
}

/** Whether an activity is on the current slide or a neighbour, so that moving on never shows an empty chart first. */
function nearStage(state: State): (activity: ActivityState) => boolean {
  const slides = state.definition?.slides ?? [];
  const current = slides.findIndex((each) => each.h === state.slide.h && each.v === state.slide.v);
  const near = slides.slice(Math.max(0, current - 1), current + 2);
  return ({ definition: { slide } }) => near.some(({ h, v }) => h === slide.h && v === slide.v);
}

export function projectPresenter(state: State, tallyOf: TallyOf, surroundings: Surroundings): PresenterView {
  const isNear = nearStage(state);
  const activities = asked(state)
    .filter(([activity]) => isNear(activity) || isOpen(state, activity))
    .map(([activity, model]): PresenterActivity => {
      const { number } = currentRound(activity);
      const entries = moderationEntries(activity, model);
      return {
        ...stageActivity(state, activity, model, tallyOf),
        options: activity.definition.options,
        shownOnPhones: isShownOnPhones(activity),
        own: revealed(state, activity, model, tallyOf, number, { to: 'presenter', shown: true }),
        entries: entries.slice(0, entriesLimit),
        waiting: entries.filter((each) => each.verdict === 'pending').length,
      };
    });
  return { ...stage(state, surroundings), activities, warnings: surroundings.warnings };
}

/** One live result alone, for other slide tools. Undefined for an activity there is not. */
export function projectEmbed(state: State, tallyOf: TallyOf, id: string): StageActivity | undefined {
  const found = asked(state).find(([activity]) => activity.definition.id === id);
  return found && stageActivity(state, found[0], found[1], tallyOf);
}

/** Everything the facilitator's page shows: all activities and rounds, as a presenter may see them. */
export function projectResults(
  state: State,
  tallyOf: TallyOf,
  { now }: Pick<Surroundings, 'now'>,
): ResultsView {
  const { definition } = state;
  const participants = new Set<string>();
  const activities: ResultsActivity[] = [];
  for (const activity of state.activities.values()) {
    const model = askedModelOf(activity.definition.kind);
    if (!model) continue;
    const { options } = activity.definition;
    const rounds = activity.rounds.map(({ responses }, index) => {
      for (const participant of responses.keys()) participants.add(participant);
      const seen = revealed(state, activity, model, tallyOf, index + 1, { to: 'presenter', shown: true });
      return {
        round: index + 1,
        answered: responses.size,
        revealed: seen,
        description: model.describe(options, seen),
      };
    });
    const { current } = activity;
    activities.push({ ...plainCard(activity.definition, options), current, rounds });
  }
  return {
    title: definition?.title ?? '',
    code: state.code ?? '',
    look: definition?.look ?? { theme: 'paper' },
    lang: definition?.lang ?? 'en',
    startedAt: state.startedAt,
    endedAt: state.endedAt,
    retain: definition?.retain ?? null,
    participants: participants.size,
    activities,
    now,
  };
}

/** The deck as screens have it; with speaker's notes for presenters only. */
export function projectDeck(state: State, withNotes: boolean): Deck {
  const { definition } = state;
  return {
    version: state.deck,
    title: definition?.title ?? '',
    lang: definition?.lang ?? 'en',
    look: definition?.look ?? { theme: 'paper' },
    slides: (definition?.slides ?? []).map(({ notes, ...slide }) =>
      withNotes ? { ...slide, notes } : slide,
    ),
    displays: (definition?.activities ?? [])
      .filter((activity) => !askedModelOf(activity.kind))
      .map((activity) => plainCard(activity, activity.options)),
  };
}

function stage(state: State, { now, people }: Surroundings): Omit<RoomView, 'activities'> {
  return {
    revision: state.revision,
    deck: state.deck,
    code: state.code ?? '',
    slide: state.slide,
    black: state.black,
    locked: state.locked,
    ended: state.endedAt !== null,
    people,
    now,
  };
}

function stageActivity(
  state: State,
  activity: ActivityState,
  model: AnyAskedKind,
  tallyOf: TallyOf,
): StageActivity {
  const { number, round } = currentRound(activity);
  const shown = isShownInRoom(activity);
  const see = (each: number) => revealed(state, activity, model, tallyOf, each, { to: 'screen', shown });
  return {
    ...card(activity, model),
    round: number,
    isOpen: isOpen(state, activity),
    until: activity.until,
    visible: resultsOf(state, activity, number, shown),
    answered: round.responses.size,
    revealed: see(number),
    earlier: shown ? activity.rounds.slice(0, -1).map((_, index) => see(index + 1)) : [],
  };
}

function card(activity: ActivityState, model: AnyAskedKind): ActivityCard {
  const { options } = activity.definition;
  const concealed = model.conceal && activity.shown !== true ? model.conceal(options) : options;
  return plainCard(activity.definition, concealed);
}

/** Field by field, so that nothing else of the definition can slip out. */
function plainCard(definition: ActivityDefinition, options: unknown): ActivityCard {
  const { id, kind, question, open, results, change, slide } = definition;
  return { id, kind, question, options, open, results, change, slide };
}

function resultsOf(
  state: State,
  activity: ActivityState,
  round: number,
  shown: boolean,
): Visibility['results'] {
  if (!shown) return 'hidden';
  return isOpen(state, activity) && round === activity.rounds.length ? 'live' : 'final';
}

function revealed(
  state: State,
  activity: ActivityState,
  model: AnyAskedKind,
  tallyOf: TallyOf,
  round: number,
  seen: { to: Visibility['to']; shown: boolean },
): unknown {
  const { rulings } = activity.rounds[round - 1] ?? currentRound(activity).round;
  return model.reveal(activity.definition.options, tallyOf(activity, round), {
    to: seen.to,
    results: resultsOf(state, activity, round, seen.shown),
    answer: seen.to === 'presenter' || activity.shown === true,
    rulings,
  });
}

function moderationEntries(activity: ActivityState, model: AnyAskedKind): readonly ModerationEntry[] {
  if (!model.entries) return [];
  const { round } = currentRound(activity);
  // What several wrote in the same words is one entry, as old as its first.
  const entries = new Map<string, ModerationEntry & { at: number }>();
  for (const { participant, response, at } of round.responses.values()) {
    for (const entry of model.entries(response)) {
      const key = verdictKey(participant, entry);
      const known = entries.get(key);
      if (known && known.at <= at) continue;
      entries.set(key, {
        participant: participantId(participant),
        entry: entry.id,
        text: entry.text,
        verdict: verdictOn(round.rulings, participant, entry),
        at,
      });
    }
  }
  // A queue: who has waited longest is next, and nothing moves under the presenter's finger as more come in.
  return [...entries.values()]
    .sort((a, b) => isWaiting(b) - isWaiting(a) || (a.verdict === 'pending' ? a.at - b.at : b.at - a.at))
    .map(({ at: _, ...entry }) => entry);
}

function isWaiting({ verdict }: ModerationEntry): number {
  return verdict === 'pending' ? 1 : 0;
}

function asked(state: State): readonly (readonly [ActivityState, AnyAskedKind])[] {
  const found: (readonly [ActivityState, AnyAskedKind])[] = [];
  for (const activity of state.activities.values()) {
    const model = askedModelOf(activity.definition.kind);
    if (activity.current && model) found.push([activity, model]);
  }
  return found;
}
