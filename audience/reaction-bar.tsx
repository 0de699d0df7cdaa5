/** Signs to send up the room screen, and a word on the pace that the presenter alone sees. */
import { words } from '../activities/words/phone.ts';
import { paces, type Reaction } from '../protocol/presence.ts';
import type { PhoneSession } from './session.ts';

interface ReactionBarProps {
  readonly session: PhoneSession;
  readonly signs: readonly Reaction[];
}

export function ReactionBar({ session, signs }: ReactionBarProps) {
  const told = session.pace.value;
  return (
    <section class="reactions" aria-label={words.toTheRoom}>
      <div class="reaction-signs">
        {signs.map((sign) => (
          <button
            type="button"
            key={sign}
            aria-label={words.reactions[sign]}
            onClick={(event) => {
              rise(event.currentTarget);
              session.react(sign);
            }}
          >
            <span aria-hidden="true">{sign}</span>
          </button>
        ))}
      </div>
      <fieldset class="pace">
        <legend>{words.paceHint}</legend>
        {paces.map((pace) => (
          <button
            type="button"
            key={pace}
            aria-pressed={told === pace}
            onClick={() => session.setPace(told === pace ? null : pace)}
          >
            {words.paces[pace]}
          </button>
        ))}
      </fieldset>
    </section>
  );
}

/** The tap is seen at once, under the thumb. */
function rise(button: HTMLElement): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  button.firstElementChild?.animate(
    [{ transform: 'none' }, { transform: 'translateY(-0.5rem) scale(1.3)' }, { transform: 'none' }],
    { duration: 300, easing: 'ease-out' },
  );
}
