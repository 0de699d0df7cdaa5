/** Activities that others build on by name: they must be in the file, and be of use. */
import { nearest } from '../../activities/directive.ts';
import type { Link } from '../../activities/kind.ts';
import { legible } from '../../activities/legible.ts';
import { modelOf } from '../../activities/models.ts';
import { unreachable } from '../../protocol/refusals.ts';
import type { ActivityDefinition } from '../session/definition.ts';
import type { Source } from './source.ts';

export function checkLinks(activities: readonly ActivityDefinition[], source: Source): void {
  const ids = activities.map(({ id }) => id);
  for (const activity of activities) {
    for (const link of modelOf(activity.kind).links?.(activity.options) ?? []) {
      const found = activities.find(({ id }) => id === link.activity);
      if (found && serves(found, activity, link)) continue;
      const start = source.startOf(activity.line);
      const place = source.search(link.activity, start, activity.line + 20) ?? start;
      source.fault(place, `${activity.kind}: ${found ? useless(link, found) : missing(link, ids)}`);
    }
  }
}

function serves(found: ActivityDefinition, activity: ActivityDefinition, { needs }: Link): boolean {
  if (found === activity) return false;
  const model = modelOf(found.kind);
  switch (needs) {
    case 'segment':
      return model.asks && model.segment !== undefined;
    case 'sets':
      return model.asks && model.sets !== undefined;
    case 'same-kind':
      return found.kind === activity.kind;
    default:
      return unreachable(needs);
  }
}

function missing({ option, activity }: Link, ids: readonly string[]): string {
  const near = nearest(activity, ids);
  const hint = near ? `, did you mean "${near}"?` : '';
  return `${option} names an activity that is not here: "${legible(activity, 60)}"${hint}`;
}

function useless({ option, activity }: Link, { kind }: ActivityDefinition): string {
  return `${option} cannot build on "${legible(activity, 60)}", which is a ${kind}`;
}
