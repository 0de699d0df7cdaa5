/** What the console does: commands with their answers in words, and a position that moves before the server has said so. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { words } from '../../activities/words/console.ts';
import type { PresenterCommand, SlidePosition, SteeringCommand } from '../../protocol/commands.ts';
import type { Deck } from '../../protocol/deck.ts';
import type { ActivityId } from '../../protocol/ids.ts';
import { unreachable } from '../../protocol/refusals.ts';
import type { PresenterActivity, PresenterView } from '../../protocol/views.ts';
import type { Connection } from '../connection.ts';
import { Driver } from '../driver.ts';
import type { KeyAction } from './keys.ts';
import { nextStep, previousStep } from './steps.ts';

/** What lies over the console. */
export type OpenDialog =
  | { readonly is: 'help' }
  | { readonly is: 'links' }
  | { readonly is: 'slides' }
  | { readonly is: 'end' }
  | { readonly is: 'remove' }
  | { readonly is: 'askAgain'; readonly activity: ActivityId }
  | null;

export interface Control {
  readonly view: ReadonlySignal<PresenterView | undefined>;
  readonly deck: ReadonlySignal<Deck | undefined>;
  /** Where the room stands, or is about to. */
  readonly at: ReadonlySignal<SlidePosition>;
  /** Why the last command was not carried out, in words, or empty. */
  readonly problem: Signal<string>;
  readonly dialog: Signal<OpenDialog>;
  /** Resolves with whether it was carried out. */
  send(command: PresenterCommand | SteeringCommand): Promise<boolean>;
  goTo(slide: SlidePosition | undefined): void;
  act(action: KeyAction): void;
  close(): void;
}

export function createControl(
  connection: Connection<PresenterView>,
  deck: ReadonlySignal<Deck | undefined>,
): Control {
  const { view } = connection;
  const problem = signal('');
  const dialog = signal<OpenDialog>(null);
  const at = signal<SlidePosition>({ h: 0, v: 0, f: -1 });
  const driver = new Driver(connection, (slide) => {
    at.value = slide;
  });

  async function send(command: PresenterCommand | SteeringCommand): Promise<boolean> {
    const answer = await connection.command(command);
    if (answer === undefined) problem.value = words.noAnswer;
    else problem.value = 'refused' in answer ? words.refused[answer.refused] : '';
    return answer !== undefined && 'ok' in answer;
  }

  /** Moves at once; without a connection the server hears of it at the next. */
  function goTo(slide: SlidePosition | undefined): void {
    if (!slide) return;
    at.value = slide;
    driver.moved(slide);
  }

  function act(action: KeyAction): void {
    const slides = deck.value?.slides ?? [];
    const activity = askedOnStage(view.value, at.value);
    switch (action) {
      case 'next':
        goTo(nextStep(slides, at.value));
        break;
      case 'previous':
        goTo(previousStep(slides, at.value));
        break;
      case 'blackOut':
        void send({ type: 'blackOut', on: !view.value?.black });
        break;
      case 'open':
        if (activity) void send(opening(activity));
        break;
      case 'show':
        if (activity && activity.results !== 'presenter') void send(showing(activity));
        break;
      case 'askAgain':
        if (activity) dialog.value = { is: 'askAgain', activity: activity.id };
        break;
      default:
        unreachable(action);
    }
  }

  return { view, deck, at, problem, dialog, send, goTo, act, close: () => driver.close() };
}

/** The activities of a slide. */
export function onStage(
  view: PresenterView | undefined,
  at: Pick<SlidePosition, 'h' | 'v'>,
): readonly PresenterActivity[] {
  return view?.activities.filter(({ slide }) => slide.h === at.h && slide.v === at.v) ?? [];
}

/** What the keys are about: the first activity of a slide that takes answers. */
export function askedOnStage(
  view: PresenterView | undefined,
  at: Pick<SlidePosition, 'h' | 'v'>,
): PresenterActivity | undefined {
  return onStage(view, at).find(({ asks }) => asks);
}

/** What the key O does to an activity. */
export function opening({ id, isOpen }: PresenterActivity): PresenterCommand {
  return { type: isOpen ? 'close' : 'open', activity: id };
}

/** What the key S does to an activity: results go to phones with the screen, and are hidden on both. */
export function showing({ id, shownOnPhones }: PresenterActivity): PresenterCommand {
  return { type: shownOnPhones ? 'hide' : 'show', activity: id };
}
