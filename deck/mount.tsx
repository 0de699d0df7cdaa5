/** Draws one activity's result with the screen view of its kind: room screen, console, results page and embeds. */
import type { Visibility } from '../activities/kind.ts';
import { screenViews } from '../activities/screen-views.ts';
import type { RuleActions } from '../activities/views.ts';
import type { ActivityCard } from '../protocol/deck.ts';

interface ResultProps {
  readonly activity: Pick<ActivityCard, 'id' | 'kind' | 'question' | 'options'>;
  /** Undefined for a kind that only shows something. */
  readonly revealed: unknown;
  readonly earlier?: readonly unknown[];
  readonly results?: Visibility['results'];
  /** The server's clock, milliseconds since 1970. */
  readonly now: number;
  readonly rule?: RuleActions;
  /** True where it may make a sound. */
  readonly aloud?: boolean;
}

/** Of the session: every page of its screens stands below it. */
export const base = `/${location.pathname.split('/')[1] ?? ''}/`;

/** Fills the box it stands in; the question is the page's, never drawn here. */
export function Result({
  activity,
  revealed,
  earlier = [],
  results = 'live',
  now,
  rule,
  aloud = false,
}: ResultProps) {
  const { Screen } = screenViews[activity.kind];
  return (
    <Screen
      key={activity.id}
      id={`result-${activity.id}`}
      question={activity.question}
      base={base}
      options={activity.options}
      revealed={revealed}
      earlier={earlier}
      results={results}
      now={now}
      aloud={aloud}
      {...(rule ? { rule } : {})}
    />
  );
}
