/** What the room screen, the console and the results page say. */
export const words = {
  scanToAnswer: 'Scan to answer',
  answers: '{number} answer|{number} answers',
} as const;
