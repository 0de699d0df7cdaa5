/** From the list under a survey to its questions: what each item is, by its list, its directive, or neither. */
import {
  type Directive,
  type Fault,
  faultAt,
  identified,
  type ListItem,
  type Reading,
  slug,
} from '../directive.ts';
import { scale } from '../scale/model.ts';
import { type OwnScale, ownScaleOf } from './options.ts';
import { isPartName, type PartName, partNames, partOf } from './parts.ts';
import { codeId, type Question } from './questions.ts';

/** What an author can say of the whole survey and of no question alone. */
const ofTheWhole = ['question', 'results', 'open', 'time', 'moderate', 'change'];

export function readQuestions(survey: Directive): {
  readonly questions: readonly Question[];
  readonly faults: readonly Fault[];
} {
  const own = ownScaleOf(survey.options);
  const faults: Fault[] = [];
  const named = identified(survey.list.map((item) => item.text));
  const questions = survey.list.flatMap((item, index) => {
    const { id = '', text = '' } = named[index] ?? {};
    // The survey's options say that it is empty.
    if (text === '') return [{ id, text, kind: 'text' as const, options: {} }];
    const directive = directiveOf(item);
    if (directive.keyword === survey.keyword || !isPartName(directive.keyword)) {
      const kinds = partNames.join(', ');
      faults.push(faultAt(directive, survey, `a question can be one of ${kinds}, not ${directive.keyword}`));
      return [];
    }
    const { id: given, ...options } = directive.options;
    const before = faults.length;
    faults.push(...misplacedIn(directive), ...faultsOfId(directive, given));
    const kind = directive.keyword;
    const reading = readPart(kind, { ...directive, options }, own);
    if (!reading.ok) faults.push(...reading.faults);
    if (faults.length > before || !reading.ok) return [];
    return [{ id: given === undefined ? freeOf(id) : String(given), text, kind, options: reading.options }];
  });
  // With a fault the others are not looked at any further.
  return { questions: faults.length > 0 ? [placeholder] : questions, faults };
}

const placeholder: Question = { id: 'question', text: 'Question', kind: 'text', options: {} };

/** The item as a directive of its kind; without one a list makes a poll, and a line alone a statement. */
function directiveOf(item: ListItem): Directive {
  const { text: question, items: list, line, column } = item;
  const plain = {
    keyword: list.length > 0 ? 'poll' : 'scale',
    options: {},
    placeOf: () => item,
    line,
    column,
  };
  return { ...plain, ...item.directive, question, list };
}

function readPart(kind: PartName, directive: Directive, own: OwnScale): Reading<unknown> {
  if (kind !== scale.keyword) return partOf(kind).model.fromMarkdown(directive);
  const { options, list } = directive;
  const hasSteps = ['from', 'to', 'stars', 'recommend'].some((name) => Object.hasOwn(options, name));
  const inherited = hasSteps ? {} : { from: own.from, to: own.to, ...(own.ends ? { ends: own.ends } : {}) };
  const given = { ...directive, options: { ...inherited, ...options } };
  if (list.length > 0) return scale.fromMarkdown(given);
  // A question without a list is its one statement.
  const { question: text, line, column } = directive;
  const item: ListItem = { line, column, text, checked: undefined, image: undefined, items: [] };
  const reading = scale.fromMarkdown({ ...given, list: [item] });
  if (!reading.ok) return reading;
  return { ok: true, options: { ...reading.options, statements: [{ id: 'value', text }], spectrum: true } };
}

function misplacedIn(directive: Directive): Fault[] {
  return ofTheWhole
    .filter((name) => Object.hasOwn(directive.options, name))
    .map((name) => faultAt(directive.placeOf(name), directive, `${name} is said once, for the whole survey`));
}

function faultsOfId(directive: Directive, given: unknown): Fault[] {
  if (given === undefined) return [];
  const id = typeof given === 'number' ? String(given) : given;
  if (typeof id === 'string' && id !== '' && slug(id) === id && id !== codeId) return [];
  const message = id === codeId ? `id "${codeId}" is taken, by personal codes` : idMessage;
  return [faultAt(directive.placeOf('id'), directive, message)];
}

const idMessage = 'id of a question must be small letters, digits and hyphens';

/** The id of a question that would be taken for the personal code. */
function freeOf(id: string): string {
  return id === codeId ? `${id}-question` : id;
}
