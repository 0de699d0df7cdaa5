/** From the list under a survey to its questions: what each item is, by its list, its directive, or neither. */
import { type Directive, type Fault, faultAt, identified, type ListItem, slug } from '../directive.ts';
import { ownScaleOf } from './options.ts';
import { impliedPart, isPartName, partNames, partOf } from './parts.ts';
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
    if (!isPartName(directive.keyword)) {
      const kinds = partNames.join(', ');
      faults.push(faultAt(directive, survey, `a question can be one of ${kinds}, not ${directive.keyword}`));
      return [];
    }
    const { id: given, ...options } = directive.options;
    const before = faults.length;
    faults.push(...misplacedIn(directive), ...faultsOfId(directive, given));
    const kind = directive.keyword;
    const reading = partOf(kind).read({ ...directive, options }, own);
    if (!reading.ok) faults.push(...reading.faults);
    if (faults.length > before || !reading.ok) return [];
    return [{ id: given === undefined ? freeOf(id) : String(given), text, kind, options: reading.options }];
  });
  // With a fault the others are not looked at any further.
  return { questions: faults.length > 0 ? [placeholder] : questions, faults };
}

const placeholder: Question = { id: 'question', text: 'Question', kind: 'text', options: {} };

/** The item as a directive of its kind; without one, by whether a list stands below it. */
function directiveOf(item: ListItem): Directive {
  const { text: question, items: list, line, column } = item;
  const plain = {
    keyword: impliedPart(list.length > 0 ? 'list' : 'line') ?? '',
    options: {},
    placeOf: () => item,
    line,
    column,
  };
  return { ...plain, ...item.directive, question, list };
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
