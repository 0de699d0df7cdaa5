/** What phones say, in English; `phone.<language>.ts` has the same keys. `{name}` places are filled by `fill`. */

export const english = {
  send: 'Send',
  change: 'Change your answer',
  sending: 'Sending…',
  saved: 'Saved',
  notSentYet: 'Not sent yet, we will keep trying',
  yourAnswer: 'Your answer',
  other: 'Other',
  otherLabel: 'Your own answer',
  chooseUpTo: 'Choose up to {number}',
  chooseAny: 'Choose as many as you like',
  word: 'Word {number}',
  wordHint: 'One word or a short phrase each',
  charactersLeft: '{number} characters left',
  tooLong: '{number} characters too many',
  stepOf: '{value}, from {from} to {to}',
  results: 'Results',
  noAnswers: 'No answers yet',
  people: '{number} answer|{number} answers',
  mean: 'average {value}',
  code: 'Code',
  codeHint: 'Six letters or digits, as on the screen',
  join: 'Join',
  joinTitle: 'Join a session',
  notACode: 'A code has six letters or digits.',
  connecting: 'Connecting…',
  offline: 'Offline. Your answers are kept here and sent when the connection is back.',
  backOnline: 'Connected again',
  loading: 'Loading…',
  newQuestion: 'New question:',
  closed: 'This question is closed.',
  closedUnanswered: 'This question is closed. No answer from you was counted.',
  waitingTitle: 'You are in',
  waiting: 'The next question will appear here.',
  alsoOpen: 'Also open',
  backToLive: 'Back to the live question',
  timeLeft: '{number} second left|{number} seconds left',
  timeUp: 'Time is up',
  anonymous: 'Anonymous: no name, no account, nothing that leads to you.',
  deletedAfter: 'Answers are deleted after {number} day.|Answers are deleted after {number} days.',
  endedTitle: 'Thank you',
  ended: 'This session has ended. Your answers are with the people who ran it.',
  unknownTitle: 'We cannot find this session',
  unknown: 'No session has the code {code}. Look at the screen once more.',
  lockedTitle: 'The doors are closed',
  locked: 'The presenter lets nobody new in just now.',
  tooManyTitle: 'A moment, please',
  tooMany: 'There were too many wrong codes from this network. Try again in a minute.',
  failedTitle: 'That did not work',
  failed: 'The page could not be loaded. Try again.',
  tryAgain: 'Try again',
  replacedTitle: 'Open in another tab',
  replaced: 'This session goes on in another tab or window of this phone.',
  takeBack: 'Use it here',
  refused: {
    'unknown-session': 'This session is gone. Your answer was not counted.',
    'unknown-activity': 'This question is gone. Your answer was not counted.',
    closed: 'This question closed before your answer arrived. It was not counted.',
    ended: 'The session ended before your answer arrived. It was not counted.',
    locked: 'The presenter lets nobody new in just now.',
    'other-round': 'This question was asked again. Please answer once more.',
    superseded: 'A newer answer of yours is already saved.',
    invalid: 'This answer does not fit the question. Please look at it once more.',
    'no-change': 'Your first answer counts. It cannot be changed.',
    'not-allowed': 'This cannot be answered from here.',
    malformed: 'This answer could not be read. Please answer once more.',
    'unknown-slide': 'This answer could not be read. Please answer once more.',
    'unknown-entry': 'This answer could not be read. Please answer once more.',
    'presenter-only': 'These results are for the presenter.',
    'not-saved': 'Not saved yet, we will keep trying',
    'too-fast': 'Not sent yet, we will keep trying',
    internal: 'Not sent yet, we will keep trying',
  },
};

export type PhoneWords = typeof english;

/** The words in use; replaced once, before the first render, by the language of the phone. */
export let words: PhoneWords = english;

export function speak(language: PhoneWords): void {
  words = language;
}

/** Languages there are beside English; each is loaded only by phones that speak it. */
export const languages: Readonly<Record<string, () => Promise<{ readonly translated: PhoneWords }>>> = {
  de: () => import('./phone.de.ts'),
  es: () => import('./phone.es.ts'),
  fr: () => import('./phone.fr.ts'),
};
