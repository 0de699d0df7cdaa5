/** The forms of all kinds of cards, loaded as one: a file of their own for what they share would be one request more. */
export { BoardPhone } from '../board/phone.tsx';
export { QaPhone } from '../qa/phone.tsx';
