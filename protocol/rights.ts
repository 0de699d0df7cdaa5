/** Rights are a table, role by message; what is not listed is not allowed. */
import { kindCommandNames } from '../activities/models.ts';
import type { PresenterCommand } from './commands.ts';

/** Roles of a connection or of a key. A `phone` has a token, the others a key. */
export const roles = ['phone', 'room', 'presenter', 'results'] as const;
export type Role = (typeof roles)[number];
/** Roles that a key opens. */
export type KeyRole = Exclude<Role, 'phone'>;
export const keyRoles: readonly KeyRole[] = ['room', 'presenter', 'results'];

export type MessageType = 'respond' | 'introduce' | 'react' | 'pace' | PresenterCommand['type'];

const messages: Readonly<Record<Role, readonly MessageType[]>> = {
  phone: ['respond', 'introduce', 'react', 'pace'],
  // A clicker or the keyboard on the room screen moves the deck and blanks it.
  room: ['goTo', 'blackOut'],
  presenter: [
    'goTo',
    'open',
    'close',
    'show',
    'hide',
    'askAgain',
    'moderate',
    'merge',
    'extend',
    'remove',
    'lock',
    'unlock',
    'blackOut',
    'end',
  ],
  results: [],
};

/** Whether the role may send the message. What a kind adds is for presenters alone. */
export function maySend(role: Role, message: string): boolean {
  return (
    messages[role].some((allowed) => allowed === message) ||
    (role === 'presenter' && kindCommandNames.includes(message))
  );
}

/** What each protected address gives out, and to whom. */
const pages = {
  /** The deck as the room sees it. */
  deck: ['room', 'presenter'],
  /** Pictures and recordings beside the session file that its slides show; those of notes go with the notes. */
  files: ['room', 'presenter', 'results'],
  /** Speaker's notes. */
  notes: ['presenter'],
  room: ['room'],
  present: ['presenter'],
  results: ['results', 'presenter'],
  /** The deck with all results as they stand. */
  print: ['results', 'presenter'],
  embed: ['room'],
  /** One-time links for a second console or for the room screen. */
  pair: ['presenter'],
} as const satisfies Record<string, readonly KeyRole[]>;

export type Page = keyof typeof pages;

/** Whether a key of this role opens the page. */
export function mayOpen(role: KeyRole, page: Page): boolean {
  const allowed: readonly KeyRole[] = pages[page];
  return allowed.includes(role);
}
