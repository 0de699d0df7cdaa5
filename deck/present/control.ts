/** What the console does: commands with their answers in words, and a position that moves before the server has said so. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { words } from '../../activities/words/console.ts';
import type { PresenterCommand, SlidePosition } from '../../protocol/commands.ts';
import type { Deck } from '../../protocol/deck.ts';
import { unreachable } from '../../protocol/refusals.ts';
import type { PresenterActivity, PresenterView } from '../../protocol/views.ts';
import type { Connection } from '../connection.ts';
import { Driver } from '../driver.ts';
import type { KeyAction } from './keys.ts';
import { nextStep, previousStep } from './steps.ts';

export interface Control {
  readonly view: ReadonlySignal<PresenterView | undefined>;
  readonly deck: ReadonlySignal<Deck | undefined>;
  /** Where the room stands, or is about to. */
  readonly at: ReadonlySignal<SlidePosition>;
  /** The last refusal in words, or empty. */
  readonly problem: ReadonlySignal<string>;
  send(command: PresenterCommand): Promise<boolean>;
  goTo(slide: SlidePosition | undefined): void;
  act(action: KeyAction): void;
}

export function createControl(
  connection: Connection<PresenterView>,
  deck: ReadonlySignal<Deck | undefined>,
): Control {
  const { view } = connection;
  const problem = signal('');
  const at = signal<SlidePosition>({ h: 0, v: 0, f: -1 });
  const driver = new Driver(connection, (slide) => {
    at.value = slide;
  });

  async function send(command: PresenterCommand): Promise<boolean> {
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

  /** The first activity of the slide is what the keys are about. */
  function onStage(): PresenterActivity | undefined {
    return view.value?.activities.find(({ slide }) => slide.h === at.value.h && slide.v === at.value.v);
  }

  function act(action: KeyAction): void {
    const slides = deck.value?.slides ?? [];
    const activity = onStage();
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
        if (activity) void send({ type: activity.isOpen ? 'close' : 'open', activity: activity.id });
        break;
      case 'show':
        if (activity) void send({ type: activity.shownOnPhones ? 'hide' : 'show', activity: activity.id });
        break;
      default:
        unreachable(action);
    }
  }

  return { view, deck, at, problem, send, goTo, act };
}
