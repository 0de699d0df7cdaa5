/** One activity of a session file: the options every kind shares here, the others by its kind. */
import * as v from 'valibot';
import {
  type Directive,
  type DirectiveTable,
  type ListItem,
  nearest,
  slug,
} from '../../activities/directive.ts';
import { readTime, timeExample } from '../../activities/duration.ts';
import type { AnyKind } from '../../activities/kind.ts';
import { modelOf } from '../../activities/models.ts';
import { activityId } from '../../protocol/ids.ts';
import type { ActivityDefinition } from '../session/definition.ts';
import type { DirectiveComment } from './comment.ts';
import type { Source } from './source.ts';

const idPattern = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,59}$/u;

const shared = v.object({
  id: v.optional(
    v.pipe(
      v.union([v.string(), v.number()]),
      v.transform(String),
      v.regex(idPattern, 'id must be letters, digits and hyphens, at most 60'),
      // An id is also a key of plain objects, which have these already.
      v.check((id) => !(id in {}), 'id must be another word'),
    ),
  ),
  question: v.optional(
    v.pipe(
      v.union([v.string(), v.number()], 'question must be a text'),
      v.transform(String),
      v.trim(),
      v.minLength(1, 'question must be a text'),
    ),
  ),
  results: v.optional(
    v.picklist(['live', 'hidden', 'presenter'], 'results must be live, hidden or presenter'),
  ),
  open: v.optional(
    v.picklist(['on-slide', 'manual', 'always'], 'open must be on-slide, manual or always'),
    'on-slide',
  ),
  time: v.optional(v.pipe(v.unknown(), v.transform(readTime), v.number(`time must be ${timeExample}`))),
  moderate: v.optional(v.boolean('moderate must be true or false')),
  change: v.optional(v.boolean('change must be true or false'), true),
});
/** What is wrong with a directive where none can be. */
export const misplaced = 'must stand on a line of its own, outside of lists, quotes and notes';
export const sharedNames: readonly string[] = Object.keys(shared.entries);

/** Options that a kind has beside those of all. */
export function ownNames({ options }: AnyKind): readonly string[] {
  return 'entries' in options && typeof options.entries === 'object' && options.entries !== null
    ? Object.keys(options.entries)
    : [];
}

interface Around {
  /** Text of the nearest heading above, or undefined. */
  readonly heading: string | undefined;
  readonly list: readonly ListItem[];
  readonly table: DirectiveTable | undefined;
  readonly slide: { readonly h: number; readonly v: number };
}

/** The activity of a comment, or undefined after telling `source` what is wrong with it. */
export function readActivity(
  comment: DirectiveComment,
  around: Around,
  source: Source,
): ActivityDefinition | undefined {
  const { keyword, line } = comment;
  const own = Object.entries(comment.options).filter(([name]) => !sharedNames.includes(name));
  const given = Object.fromEntries(
    Object.entries(comment.options).filter(([name]) => sharedNames.includes(name)),
  );
  const read = v.safeParse(shared, given);
  for (const issue of read.issues ?? []) {
    const name = String(issue.path?.[0]?.key ?? '');
    source.fault(comment.placeOf(name), `${keyword}: ${issue.message}`);
  }
  const question =
    read.output && typeof read.output === 'object' && 'question' in read.output
      ? read.output.question
      : undefined;
  const asked = typeof question === 'string' ? question : around.heading;
  if (asked === undefined || asked === '') {
    source.fault(comment, `${keyword}: needs a heading above it, or the option question`);
    return undefined;
  }
  const items = countOf(around.list);
  if (items > mostItems) {
    source.fault(comment, `${keyword}: takes a list of at most ${mostItems} items, this one has ${items}`);
    return undefined;
  }
  const directive: Directive = {
    line,
    column: comment.column,
    keyword,
    question: asked,
    options: Object.fromEntries(own),
    list: around.list,
    table: around.table,
    placeOf: comment.placeOf,
  };
  const model = modelOf(keyword);
  const before = source.faults.length;
  tellIdleOptions(comment, model, source);
  if (read.success) tellIdleTime(comment, read.output, around.slide, source);
  if (!model.composes) tellItemDirectives(around.list, source);
  if (model.asks && model.gradual && given.change === false) {
    source.fault(comment.placeOf('change'), `${keyword}: change must be true, answers are saved bit by bit`);
    return undefined;
  }
  const options = model.fromMarkdown(directive);
  if (!options.ok) {
    for (const fault of options.faults) source.fault(fault, withSharedNames(fault.message));
    return undefined;
  }
  if (!read.success || source.faults.length > before) return undefined;
  const { id, results, open, time, moderate, change } = read.output;
  return {
    id: activityId(id ?? slug(asked)),
    kind: keyword,
    question: asked,
    options: options.options,
    results: results ?? ((model.asks && model.results) || 'live'),
    open,
    change,
    moderate: moderate ?? (model.asks && model.moderated === true),
    time: time ?? null,
    slide: { ...around.slide, f: -1 },
    line,
  };
}

/** Options of all kinds that would do nothing for this one: nobody answers it, or nobody writes anything. */
function tellIdleOptions({ keyword, options, placeOf }: DirectiveComment, model: AnyKind, source: Source) {
  const isIdle = (name: string) =>
    !model.asks ? !ofEveryKind.includes(name) : name === 'moderate' && !model.entries;
  for (const name of Object.keys(options).filter((each) => sharedNames.includes(each) && isIdle(each))) {
    const near = model.instead?.[name] ?? nearest(name, ownNames(model));
    const hint = near === undefined ? '' : `, did you mean "${near}"?`;
    source.fault(placeOf(name), `${keyword}: takes no option "${name}"${hint}`);
  }
}

const ofEveryKind = ['id', 'question'];

function tellIdleTime(
  { keyword, placeOf }: DirectiveComment,
  { time, open }: v.InferOutput<typeof shared>,
  { h, v: row }: Around['slide'],
  source: Source,
): void {
  if (time === undefined || open === 'manual') return;
  const place = placeOf('time');
  if (open === 'always') {
    const message = 'time goes without open: always, whose clock would never start';
    source.fault(place, `${keyword}: ${message}`);
  } else if (h === 0 && row === 0) {
    source.warn(place, `${keyword}: this is the first slide, so its time begins with the session`);
  }
}

/** A directive in an item of a list whose kind has no use for it. */
function tellItemDirectives(items: readonly ListItem[], source: Source): void {
  for (const { directive, items: nested } of items) {
    if (directive) source.fault(directive, `${directive.keyword}: ${misplaced}`);
    tellItemDirectives(nested, source);
  }
}

/** Far more than any kind takes: longer lists are a mistake, and would take long to read. */
const mostItems = 400;

function countOf(items: readonly ListItem[]): number {
  return items.reduce((sum, { items: nested }) => sum + 1 + countOf(nested), 0);
}

/** An unknown option may be a slip of one that every kind shares, which the kind does not know. */
function withSharedNames(message: string): string {
  const [, name = ''] = /unknown option "([^"]*)"$/.exec(message) ?? [];
  const near = name && nearest(name, sharedNames);
  return near ? `${message}, did you mean "${near}"?` : message;
}
