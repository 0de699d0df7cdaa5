/** What an author says of a survey: its questions, and what holds for all of them. */
import * as v from 'valibot';
import { type Directive, distinct, textOption } from '../directive.ts';
import type { OwnScale } from '../part.ts';
import { question } from './questions.ts';

const step = (name: string) =>
  v.pipe(v.number(`${name} must be a number`), v.integer(`${name} must be a whole number`));
const endsMessage = 'ends must name two ends, as in [Not at all, Completely]';
const endName = v.pipe(textOption(endsMessage), v.minLength(1, endsMessage), v.maxLength(60, endsMessage));
const beforeMessage = 'before must be the id of an earlier survey';
const hintMessage = 'codeHint must be a text of at most 200 characters';

/** The scale of statements that have none of their own. */
const scaleEntries = {
  from: v.optional(step('from'), 1),
  to: v.optional(step('to'), 5),
  ends: v.optional(v.tuple([endName, endName], endsMessage)),
};

export const surveyOptions = v.pipe(
  v.strictObject({
    questions: v.pipe(
      v.array(question),
      v.minLength(1, 'needs a list of questions'),
      v.maxLength(24, 'takes at most 24 questions'),
      distinct('question'),
    ),
    ...scaleEntries,
    /** Whether people are asked for a code that they make up, and will know the next time. */
    code: v.optional(v.boolean('code must be true or false'), false),
    /** How to make it up. */
    codeHint: v.optional(
      v.pipe(v.string(hintMessage), v.minLength(1, hintMessage), v.maxLength(200, hintMessage)),
    ),
    /** The survey that this one is compared with. */
    before: v.optional(
      v.pipe(textOption(beforeMessage), v.minLength(1, beforeMessage), v.maxLength(60, beforeMessage)),
    ),
  }),
  v.forward(
    v.check(({ from, to }) => hasSteps(from, to), 'from and to must make 2 to 11 steps'),
    ['to'],
  ),
  v.forward(
    v.check(({ code, codeHint }) => code || codeHint === undefined, 'codeHint needs code: true'),
    ['codeHint'],
  ),
);
export type SurveyOptions = v.InferOutput<typeof surveyOptions>;

const ownScale = v.object(scaleEntries);

/** The survey's scale, so that its statements can be read; where it is wrong, the usual one. */
export function ownScaleOf(options: Directive['options']): OwnScale {
  const read = v.safeParse(ownScale, options);
  return read.success && hasSteps(read.output.from, read.output.to) ? read.output : { from: 1, to: 5 };
}

function hasSteps(from: number, to: number): boolean {
  return to - from >= 1 && to - from <= 10;
}
