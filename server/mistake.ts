/** Something the person at the terminal can put right: told in one sentence, without a stack trace. */
export class Mistake extends Error {}
