/** What an author may say of a board. */
import * as v from 'valibot';
import {
  type Directive,
  distinct,
  type Fault,
  faultAt,
  identified,
  type Reading,
  readOptions,
  textOption,
  wholeNumber,
  withFaults,
} from '../directive.ts';

const mostColumns = 6;
/** Longest name of a column, in characters. */
const columnLimit = 60;
const columnsMessage = 'columns must be a list of names: [One, Another]';

export const boardOptions = v.strictObject({
  /** Named boxes that cards stand in; none for one board. */
  columns: v.optional(
    v.pipe(
      v.array(
        v.object({
          id: v.string(),
          text: v.pipe(
            v.string(columnsMessage),
            v.minLength(1, 'has a column without a name'),
            v.maxLength(columnLimit, `takes names of columns of at most ${columnLimit} characters`),
          ),
        }),
        columnsMessage,
      ),
      v.check(({ length }) => length !== 1, 'needs at least two columns, or none'),
      v.maxLength(mostColumns, `takes at most ${mostColumns} columns`),
      distinct('column'),
    ),
    [],
  ),
  /** Cards of others that one person may vote for at a time. */
  votes: v.optional(wholeNumber('votes', 0, 20), 5),
  /** Whether people can say which card they would join. */
  join: v.optional(v.boolean('join must be true or false'), false),
  /** Cards that one person may have. */
  cards: v.optional(wholeNumber('cards', 1, 20), 8),
  /** Longest card, in characters. */
  limit: v.optional(wholeNumber('limit', 20, 500), 200),
});
export type BoardOptions = v.InferOutput<typeof boardOptions>;

const columnNames = v.array(textOption(columnsMessage), columnsMessage);

/** An author names columns; their ids are made here. */
export function readBoard(directive: Directive): Reading<BoardOptions> {
  const [item] = directive.list;
  const faults: Fault[] = item
    ? [faultAt(item, directive, 'takes no list below it, people write the cards; boxes are named by columns')]
    : [];
  const { columns, ...others } = directive.options;
  const names = columns === undefined ? undefined : v.safeParse(columnNames, columns);
  if (names?.success === false) faults.push(faultAt(directive.placeOf('columns'), directive, columnsMessage));
  const reading = readOptions(
    {
      ...directive,
      options: { ...others, ...(names?.success ? { columns: identified(names.output) } : {}) },
    },
    boardOptions,
  );
  return withFaults(reading, faults);
}
