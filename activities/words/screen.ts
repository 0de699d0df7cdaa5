/** What the room screen, the console and the results page say. */
export const words = {
  scanToAnswer: 'Scan to answer',
  answers: '{number} answer|{number} answers',
  noAnswers: 'No answers yet',
  firstRound: '{value} in the first round',
  other: 'Other',
  more: 'and {number} more',
  moreWords: 'and {number} more word|and {number} more words',
  chooseWordToMerge: 'Choose a word to merge it with another, or to hide it.',
  chooseTheSame: 'Now choose the word that says the same as “{word}”.',
  hideWord: 'Hide “{word}”',
  cancel: 'Cancel',
  sinceFirstRound: '{value} since the first round',
  backToAll: 'Back to all answers',
  onNow: 'now',
} as const;
