/** The lower edge of the console: the steps, the black screen, and, kept apart from them, what cannot be taken back. */
import { words } from '../../activities/words/console.ts';
import type { PresenterView } from '../../protocol/views.ts';
import { askedOnStage, type Control } from './control.ts';

interface BarProps {
  readonly control: Control;
  readonly view: PresenterView;
}

/** Away from the main path. */
export function Aside({ control, view }: BarProps) {
  const { locked, ended } = view;
  return (
    <section class="aside" aria-label={words.session}>
      <button
        type="button"
        class="quiet"
        disabled={ended}
        onClick={() => control.send(locked ? { type: 'unlock' } : { type: 'lock' })}
      >
        {locked ? words.unlock : words.lock}
      </button>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          control.dialog.value = { is: 'remove' };
        }}
      >
        {words.remove}
      </button>
      <button
        type="button"
        class="quiet danger"
        disabled={ended}
        onClick={() => {
          control.dialog.value = { is: 'end' };
        }}
      >
        {words.end}
      </button>
    </section>
  );
}

export function StepsBar({ control, view }: BarProps) {
  const { black } = view;
  const activity = askedOnStage(view, control.at.value);
  return (
    <footer>
      <div class="steps">
        <button type="button" class="big back" onClick={() => control.act('previous')}>
          <kbd>←</kbd> {words.previousStep}
        </button>
        <button type="button" class="big main forward" onClick={() => control.act('next')}>
          {words.nextStep} <kbd>→</kbd>
        </button>
      </div>
      <div class="quick">
        {/* On a phone these stand under the thumb in place of the panel's own. */}
        {activity && (
          <button
            type="button"
            class="remote-only"
            disabled={view.ended || activity.over}
            onClick={() => control.act('open')}
          >
            {activity.isOpen ? words.close : words.open}
          </button>
        )}
        {activity && activity.results !== 'presenter' && (
          <button type="button" class="remote-only" onClick={() => control.act('show')}>
            {activity.shownOnPhones ? words.hide : words.show}
          </button>
        )}
        <button
          type="button"
          class={black ? 'black-out is-on' : 'black-out'}
          onClick={() => control.act('blackOut')}
        >
          {black ? words.backToSlides : words.blackOut} <kbd>B</kbd>
        </button>
      </div>
    </footer>
  );
}
