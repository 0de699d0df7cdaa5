/** Answers to questions that are not on the phone any more, as long as they wait, or were refused and nobody has read it. */
import { words } from '../activities/words/phone.ts';
import type { PhoneActivity } from '../protocol/views.ts';
import type { PhoneSession } from './session.ts';
import { StandingLine } from './standing-line.tsx';

interface ElsewhereProps {
  readonly session: PhoneSession;
  /** What is on the phone now, and says itself how its answer stands. */
  readonly shown: readonly PhoneActivity[];
  /** Language of the questions. */
  readonly lang: string;
}

export function Elsewhere({ session, shown, lang }: ElsewhereProps) {
  const lines = session.unsettled.value.filter(
    // What is being sent is there in a moment, or waits.
    ({ activity, standing }) => standing !== 'sending' && shown.every(({ id }) => id !== activity),
  );
  return lines.map(({ activity, question, standing }) => (
    <div class="elsewhere" key={activity}>
      {question !== undefined && (
        <p class="elsewhere-question" lang={lang} dir="auto">
          {question}
        </p>
      )}
      <StandingLine standing={standing} />
      {typeof standing === 'object' && (
        <button type="button" class="quiet-button" onClick={() => session.dismiss(activity)}>
          {words.understood}
        </button>
      )}
    </div>
  ));
}
