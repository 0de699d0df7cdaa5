/** Keys of the console. Single characters can be switched off; none acts while somebody types. */

export type KeyAction = 'next' | 'previous' | 'open' | 'show' | 'askAgain' | 'blackOut';

const moves: Readonly<Record<string, KeyAction>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
};

/** The full stop is what the black-out button of a clicker sends. */
const characters: Readonly<Record<string, KeyAction>> = {
  o: 'open',
  s: 'show',
  a: 'askAgain',
  b: 'blackOut',
  '.': 'blackOut',
};

/** The keys that the help names, in its order. */
export const shownKeys: readonly (readonly [keys: readonly string[], action: KeyAction])[] = [
  [['→', '↓', 'PgDn', 'Space'], 'next'],
  [['←', '↑', 'PgUp'], 'previous'],
  [['O'], 'open'],
  [['S'], 'show'],
  [['A'], 'askAgain'],
  [['B', '.'], 'blackOut'],
];

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
}

/** Where the key was pressed. */
export interface Where {
  /** In a field that takes text, or in a dialog. */
  readonly typing: boolean;
  /** On a button or link, which takes Space for itself. */
  readonly onControl: boolean;
  /** In a box that scrolls, which takes the arrows up and down. */
  readonly scrolling: boolean;
  /** Whether single characters act. */
  readonly letters: boolean;
}

export function actionOf(pressed: Pressed, where: Where): KeyAction | undefined {
  const { key } = pressed;
  if (where.typing || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined;
  if (where.onControl && key === ' ') return undefined;
  if (where.scrolling && (key === 'ArrowUp' || key === 'ArrowDown')) return undefined;
  if (Object.hasOwn(moves, key)) return moves[key];
  // A key held down must not open and close in turn.
  const character = key.toLowerCase();
  if (!where.letters || pressed.repeat || !Object.hasOwn(characters, character)) return undefined;
  return characters[character];
}

/** Where in the console an event of the keyboard happened. */
export function whereOf(target: EventTarget | null, letters: boolean): Where {
  const element = target instanceof Element ? target : null;
  const inside = (selector: string) => element !== null && element.closest(selector) !== null;
  return {
    typing: inside('input:not([type=checkbox]), textarea, select, dialog, [contenteditable]'),
    onControl: inside('button, a, summary, input'),
    scrolling: inside('[data-scrolls]'),
    letters,
  };
}
