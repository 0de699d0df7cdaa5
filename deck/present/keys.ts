/** Keys of the console. Letters can be switched off; they never act while somebody types. */

export type KeyAction = 'next' | 'previous' | 'open' | 'show' | 'blackOut';

const moves: Readonly<Record<string, KeyAction>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
};

const letters: Readonly<Record<string, KeyAction>> = { o: 'open', s: 'show', b: 'blackOut' };

/** The keys that the help names, in its order. */
export const shownKeys: readonly (readonly [keys: string, action: KeyAction])[] = [
  ['→  ↓  PgDn  Space', 'next'],
  ['←  ↑  PgUp', 'previous'],
  ['O', 'open'],
  ['S', 'show'],
  ['B', 'blackOut'],
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
  /** On a button or link, which takes Space and Enter for itself. */
  readonly onControl: boolean;
  readonly lettersOn: boolean;
}

export function actionOf(pressed: Pressed, { typing, onControl, lettersOn }: Where): KeyAction | undefined {
  if (typing || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined;
  if (onControl && pressed.key === ' ') return undefined;
  const move = moves[pressed.key];
  if (move) return move;
  // A key held down must not open and close in turn.
  return lettersOn && !pressed.repeat ? letters[pressed.key.toLowerCase()] : undefined;
}
