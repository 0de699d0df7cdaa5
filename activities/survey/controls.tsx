/** Which question of a survey fills the screen. */
import type { ControlsProps } from '../views.ts';
import { words } from '../words/console.ts';
import type { SurveyRevealed } from './model.ts';
import type { SurveyOptions } from './options.ts';

export function SurveyControls(props: ControlsProps<SurveyOptions, SurveyRevealed>) {
  const { id, options, revealed, enabled, command } = props;
  // The overview stands before the first question.
  const places = ['', ...options.questions.map((each) => each.id)];
  const place = Math.max(0, places.indexOf(revealed.chosen ?? ''));
  const show = (part: string | undefined) => {
    if (part !== undefined) void command({ type: 'showPart', part: part === '' ? null : part });
  };
  return (
    <div class="survey-controls">
      <label for={`${id}-part`}>{words.partOnScreen}</label>
      <select
        id={`${id}-part`}
        disabled={!enabled}
        value={places[place]}
        onChange={(event) => show(event.currentTarget.value)}
      >
        <option value="">{words.overview}</option>
        {options.questions.map(({ id: part, text }, index) => (
          <option key={part} value={part}>
            {index + 1}. {text}
          </option>
        ))}
      </select>
      <button
        type="button"
        aria-label={words.partBefore}
        disabled={!enabled || place === 0}
        onClick={() => show(places[place - 1])}
      >
        ‹
      </button>
      <button
        type="button"
        aria-label={words.partAfter}
        disabled={!enabled || place === places.length - 1}
        onClick={() => show(places[place + 1])}
      >
        ›
      </button>
    </div>
  );
}
