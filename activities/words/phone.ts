/** What phones say, in English; `phone.<language>.ts` has the same keys. */
export const english = {
  send: 'Send',
  sending: 'Sending…',
  saved: 'Saved',
} as const;

export type PhoneWords = { readonly [Key in keyof typeof english]: string };

/** The words in use; replaced once, before the first render, by the language of the phone. */
export let words: PhoneWords = english;

export function speak(language: PhoneWords): void {
  words = language;
}
