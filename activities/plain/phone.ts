/** The forms of all kinds that are fields and a button, loaded as one: a file of their own for what they share would be one request more. */
export { PollPhone } from '../poll/phone.tsx';
export { ScalePhone } from '../scale/phone.tsx';
export { TextPhone } from '../text/phone.tsx';
