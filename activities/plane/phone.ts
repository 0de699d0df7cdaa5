/** The forms of all kinds that place things, loaded as one: a file of their own for what they share would be one request more. */
export { GridPhone } from '../grid/phone.tsx';
export { PinPhone } from '../pin/phone.tsx';
