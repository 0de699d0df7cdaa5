/** Questions for the gallery and the tests, and what a presenter might do with them. */
import { isCardsResponse } from '../cards/response.ts';
import { cardsOf } from '../cards/tally.ts';
import type { Answer } from '../kind.ts';
import type { KindCommand } from '../steering.ts';

/** One in five is one of a kind; the others are made of an opening and a matter. */
export function sampleQuestion(random: () => number): string {
  const pick = (texts: readonly string[]) => texts[Math.floor(random() * texts.length)] ?? '';
  return random() < 0.2 ? pick(single) : `${pick(openings)} ${pick(matters)}?`;
}

export function sampleSteering(answers: readonly Answer<unknown>[]): readonly KindCommand[] {
  const cards = cardsOf(
    answers.flatMap(({ participant, response }) =>
      isCardsResponse(response) ? [{ participant, response }] : [],
    ),
  );
  const [first, second, third, fourth] = [...cards].sort((a, b) => b.votes - a.votes);
  if (!first || !second || !third || !fourth) return [];
  return [
    { type: 'pin', entry: second.key },
    { type: 'unpin', entry: second.key },
    { type: 'markAnswered', entry: third.key },
    { type: 'markAnswered', entry: fourth.key },
    { type: 'markOpen', entry: fourth.key },
    { type: 'pin', entry: fourth.key },
    { type: 'markAnswered', entry: first.key },
  ];
}

const openings = [
  'How do you keep going when nobody agrees about',
  'What would you stop doing first to make room for',
  'Who should decide about',
  'What surprised you most about',
  'When did you last change your mind about',
  'How would a patient notice that we are serious about',
  'What did it cost you personally to stand up for',
  'Is there any evidence for',
];

const matters = [
  'shared budgets',
  'getting people home from hospital on time',
  'the way our organisations measure success',
  'letting go of power',
  'listening to those who complain loudest',
  'night shifts',
  'working across so many borders at once',
  'trust between rivals',
];

const single = [
  'Why?',
  'If you could only do one thing in your first hundred days, knowing what you know now about how long it takes until anything changes in a place like ours, what would it be, and whom would you ask for help with it?',
  'ما هو أصعب قرار اتخذته هذا العام؟',
  'מה היית עושה אחרת אם היית מתחילה מחדש?',
  'How do you rest? 🌙😴',
  'Was heißt für Sie Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle?',
  'constructor',
];
