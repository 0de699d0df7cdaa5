/** Removes a flood: the second of two taps. It says whom it takes before it takes them, and locks the door behind them. */
import { useSignal } from '@preact/signals';
import { words } from '../../activities/words/console.ts';
import { count, grouped } from '../../activities/words/say.ts';
import type { Newcomers } from '../../protocol/views.ts';
import type { Control } from './control.ts';
import { Dialog } from './dialogs.tsx';

/** The shortest span is meant unless somebody chooses: it takes the fewest who came in earnest. */
export function RemoveDialog({ control }: { readonly control: Control }) {
  const minutes = useSignal<number | undefined>(undefined);
  const locks = useSignal(true);
  const view = control.view.value;
  const newcomers = view?.newcomers ?? [];
  const chosen = newcomers.find((each) => each.minutes === minutes.value) ?? newcomers[0];
  if (!view || !chosen) return null;
  const canLock = !view.locked && !view.ended;
  const remove = async () => {
    // Whoever slips in until the door is closed came within the span as well.
    if (canLock && locks.value && !(await control.send({ type: 'lock' }))) return;
    if (await control.send({ type: 'remove', since: chosen.since })) control.dialog.value = null;
  };
  return (
    <Dialog title={words.removeTitle} control={control} dismiss={words.cancel}>
      <p>{words.removeHelp}</p>
      <fieldset class="spans">
        <legend>{words.removeSpan}</legend>
        {newcomers.map((each) => (
          <Span
            key={each.minutes}
            newcomers={each}
            isChosen={each === chosen}
            choose={() => {
              minutes.value = each.minutes;
            }}
          />
        ))}
      </fieldset>
      {canLock && (
        <label class="check">
          <input
            type="checkbox"
            checked={locks.value}
            onChange={(event) => {
              locks.value = event.currentTarget.checked;
            }}
          />
          <span>
            {words.removeLock}
            <small>{words.removeLockHelp}</small>
          </span>
        </label>
      )}
      <p class="soft">{words.removeForGood}</p>
      <p class="dialog-do">
        <button type="button" class="danger" disabled={chosen.people === 0} onClick={remove}>
          {chosen.people === 0
            ? words.removeNobody
            : count(words.removeYes, chosen.people, { number: grouped(chosen.people) })}
        </button>
      </p>
    </Dialog>
  );
}

interface SpanProps {
  readonly newcomers: Newcomers;
  readonly isChosen: boolean;
  choose(): void;
}

function Span({ newcomers: { minutes, people, answers }, isChosen, choose }: SpanProps) {
  const number = (text: string, each: number) => count(text, each, { number: grouped(each) });
  return (
    <label class="span">
      <input type="radio" name="span" checked={isChosen} onChange={choose} />
      <span>{count(words.lastMinutes, minutes)}</span>
      <span class="figures">
        {number(words.newcomers, people)}, {number(words.answered, answers)}
      </span>
    </label>
  );
}
