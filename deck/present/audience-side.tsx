/** The right of the console: what the audience is doing, and what the presenter does about it. */
import { words } from '../../activities/words/console.ts';
import { count, fill } from '../../activities/words/say.ts';
import type { Deck } from '../../protocol/deck.ts';
import type { PresenterActivity, PresenterView } from '../../protocol/views.ts';
import { ActivityPanel } from './activity-panel.tsx';
import { askedOnStage, type Control, onStage } from './control.ts';
import { nameOf } from './slides-side.tsx';
import { nextQuestion } from './steps.ts';

interface AudienceSideProps {
  readonly control: Control;
  readonly deck: Deck;
  readonly view: PresenterView;
}

export function AudienceSide({ control, deck, view }: AudienceSideProps) {
  const live = onStage(view, control.at.value);
  // The view also holds what the next slide's preview shows.
  const keyed = askedOnStage(view, control.at.value);
  const others = view.activities.filter((activity) => activity.isOpen && !live.includes(activity));
  return (
    <div class="right">
      {live.length === 0 && <Nothing control={control} deck={deck} />}
      {live.map((activity) => (
        <ActivityPanel
          key={activity.id}
          control={control}
          activity={activity}
          view={view}
          hasKeys={activity === keyed}
        />
      ))}
      {others.length > 0 && (
        <section class="others" aria-labelledby="others-title">
          <h2 id="others-title">{words.alsoOpen}</h2>
          {others.map((activity) => (
            <Other key={activity.id} control={control} activity={activity} view={view} />
          ))}
        </section>
      )}
    </div>
  );
}

function Nothing({ control, deck }: Pick<AudienceSideProps, 'control' | 'deck'>) {
  const next = nextQuestion(deck, control.at.value);
  return (
    <section class="nothing" aria-label={words.nothingOnStage}>
      <p>{words.nothingOnStage}</p>
      {next && (
        <p class="soft" dir="auto">
          {fill(words.nextQuestion, { number: next.number, question: nameOf(next.slide) })}
        </p>
      )}
    </section>
  );
}

interface OtherProps {
  readonly control: Control;
  readonly activity: PresenterActivity;
  readonly view: PresenterView;
}

function Other({ control, activity, view }: OtherProps) {
  return (
    <details class="other">
      <summary>
        <span class="other-question" dir="auto">
          {activity.question}
        </span>
        {activity.waiting > 0 && (
          <span class="chip warn figures">{count(words.waiting, activity.waiting)}</span>
        )}
        {activity.asks && <span class="figures">{count(words.answered, activity.answered)}</span>}
      </summary>
      <ActivityPanel control={control} activity={activity} view={view} hasKeys={false} />
    </details>
  );
}
