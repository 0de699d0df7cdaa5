/** project(state, …) → what screens are shown: the room screen, the console, one result alone, and the deck. */
import type { AnyKind } from '../../activities/kind.ts';
import { liveModelOf } from '../../activities/models.ts';
import type { Deck } from '../../protocol/deck.ts';
import { type Pace, paceLasts } from '../../protocol/presence.ts';
import type {
  EmbedView,
  PresenterActivity,
  PresenterView,
  PrintView,
  RoomView,
  StageActivity,
  Warning,
} from '../../protocol/views.ts';
import type { TallyOf } from './around.ts';
import { moderationEntries } from './entries.ts';
import { newcomersOf } from './removal.ts';
import { card, type Fault, guarded, liveActivities, plainCard, resultsOf, revealed } from './see.ts';
import {
  type ActivityState,
  currentRound,
  isOpen,
  isOver,
  isShownInRoom,
  isShownOnPhones,
  type State,
} from './state.ts';

/** What a view says beside the state of the session. `now` is milliseconds since 1970. */
export interface Surroundings {
  readonly now: number;
  readonly people: number;
  readonly warnings: readonly Warning[];
  readonly fault?: Fault | undefined;
}

export function projectRoom(state: State, tallyOf: TallyOf, surroundings: Surroundings): RoomView {
  const isNear = nearStage(state);
  const activities = liveActivities(state)
    .filter(([activity]) => isNear(activity))
    .map(([activity, model]) => stageActivity(state, activity, model, tallyOf, surroundings))
    .filter(isThere);
  return { ...stage(state, surroundings), activities };
}

/** False for what only shows something, and cannot: its place on the slide stays empty. */
function isThere({ asks, revealed }: StageActivity): boolean {
  return asks || revealed !== undefined;
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
  const activities = liveActivities(state)
    .filter(([activity]) => isNear(activity) || isOpen(state, activity))
    .map(([activity, model]): PresenterActivity => {
      const { number } = currentRound(activity);
      const { fault } = surroundings;
      const written = () => moderationEntries(state, activity, model);
      const seen = { round: number, to: 'presenter', shown: true, fault } as const;
      return {
        ...stageActivity(state, activity, model, tallyOf, surroundings),
        options: activity.definition.options,
        over: isOver(activity),
        shownOnPhones: isShownOnPhones(activity),
        own: revealed(state, activity, model, tallyOf, seen),
        ...guarded(activity, fault, written, { entries: [], waiting: 0 }),
      };
    })
    .filter(isThere);
  return {
    ...stage(state, surroundings),
    activities,
    warnings: surroundings.warnings,
    pace: paceOf(state, surroundings.now),
    newcomers: newcomersOf(state, surroundings.now),
  };
}

function paceOf({ paces }: State, now: number): Record<Pace, number> {
  const counts = { faster: 0, slower: 0, lost: 0 };
  for (const { pace, at } of paces.values()) if (at > now - paceLasts) counts[pace]++;
  return counts;
}

/** When what somebody said of the pace wears off next, milliseconds since 1970; undefined where nothing will. */
export function paceWearsOff({ paces }: State, now: number): number | undefined {
  let next: number | undefined;
  for (const { at } of paces.values()) {
    const end = at + paceLasts;
    if (end > now && (next === undefined || end < next)) next = end;
  }
  return next;
}

/** One live result alone, for other slide tools. Undefined for an activity there is not. */
export function projectEmbed(
  state: State,
  tallyOf: TallyOf,
  id: string,
  { now, fault }: Pick<Surroundings, 'now' | 'fault'>,
): EmbedView | undefined {
  const found = liveActivities(state).find(([activity]) => activity.definition.id === id);
  const staged = found && stageActivity(state, found[0], found[1], tallyOf, { fault });
  return staged && isThere(staged) ? { ...staged, now } : undefined;
}

/** The whole deck with the results of every activity, hidden ones as well: for those who may see the results. */
export function projectPrint(
  state: State,
  tallyOf: TallyOf,
  { now, fault }: Pick<Surroundings, 'now' | 'fault'>,
): PrintView {
  const activities = liveActivities(state)
    .map(([activity, model]) => stageActivity(state, activity, model, tallyOf, { fault, shown: true }))
    .filter(isThere);
  return { deck: projectDeck(state, false), activities, now };
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
      .filter((activity) => !liveModelOf(activity.kind))
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
    reactions: state.reactions,
    now,
  };
}

function stageActivity(
  state: State,
  activity: ActivityState,
  model: AnyKind,
  tallyOf: TallyOf,
  { shown = isShownInRoom(activity), fault }: Pick<Surroundings, 'fault'> & { readonly shown?: boolean },
): StageActivity {
  const { number, round } = currentRound(activity);
  const see = (each: number) =>
    revealed(state, activity, model, tallyOf, { round: each, to: 'screen', shown, fault });
  const seen = see(number);
  return {
    ...card(activity, model),
    round: number,
    isOpen: isOpen(state, activity),
    until: activity.until,
    time: activity.definition.time,
    visible: resultsOf(state, activity, number, shown),
    answered: model.asks && model.turnout ? model.turnout(seen) : round.responses.size,
    revealed: seen,
    earlier: shown ? activity.rounds.slice(0, -1).map((_, index) => see(index + 1)) : [],
  };
}
