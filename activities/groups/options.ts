/** What an author says of groups: how large, by what answers, and what they are called. */
import * as v from 'valibot';
import { distinct, listItem, textOption, wholeNumber } from '../directive.ts';

const defaultSize = 3;

const nameMessage = 'name must be a word of at most 30 characters, such as Set';
const linkMessage = (option: string) => `${option} must be the id of an earlier activity`;
const link = (option: string) =>
  v.optional(v.pipe(textOption(linkMessage(option)), v.minLength(1, linkMessage(option))));

export const groupsOptions = v.pipe(
  v.strictObject({
    /** People in a group; some groups have one more. */
    size: v.optional(wholeNumber('size', 2, 50)),
    /** How many groups, instead. */
    groups: v.optional(wholeNumber('groups', 2, 500)),
    /** The activity by whose answers each group is as mixed as can be. */
    mix: link('mix'),
    /** The activity of which no two people with the same answer shall share a group. */
    apart: link('apart'),
    /** Whether only those are dealt who tap here, and the activity that is built on says no more than what part they belong to. */
    here: v.optional(v.boolean('here must be true or false'), false),
    /** Before the number of a group without a name of its own. */
    name: v.optional(
      v.pipe(textOption(nameMessage), v.minLength(1, nameMessage), v.maxLength(30, nameMessage)),
      'Set',
    ),
    /** Names of the first groups. */
    names: v.pipe(
      v.array(listItem('name', 60)),
      v.maxLength(200, 'takes at most 200 names'),
      distinct('name'),
    ),
  }),
  v.forward(
    v.check(
      ({ size, groups }) => size === undefined || groups === undefined,
      'takes the size of groups or their number, not both',
    ),
    ['groups'],
  ),
  v.forward(
    v.check(
      ({ mix, apart }) => mix === undefined || apart === undefined,
      'takes mix or apart, not both: who is kept apart is mixed as well',
    ),
    ['apart'],
  ),
);
export type GroupsOptions = v.InferOutput<typeof groupsOptions>;

/** How large groups shall be, or how many there shall be. */
export function wantedOf({ size, groups: count, names }: GroupsOptions) {
  if (size !== undefined || count !== undefined) return { size, groups: count };
  // Names alone say how many groups there are.
  return names.length > 1 ? { groups: names.length } : { size: defaultSize };
}

export function nameOf({ name, names }: GroupsOptions, index: number): string {
  return names[index]?.text ?? `${name} ${index + 1}`;
}
