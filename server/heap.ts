/**
 * Imported first of all: how much young generation the process has. Ten thousand live connections are old in no time, so a
 * large one only costs memory while phones come and stay (a third of it, as measured by `npm run bench L5`). While a hall
 * answers it is the other way round: what an answer leaves behind would die young, and in too small a generation all of
 * it is copied and kept until a large collection (a sixth of the answers a second, as measured by `npm run bench L9`).
 */
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--semi-space-growth-factor=1');

/** Answers a second from which the young generation may grow. */
const many = 2000;
let answers = 0;
let growing = false;

/** Tell it of each answer. */
export function noteAnswer(): void {
  answers++;
}

setInterval(() => {
  if (growing !== answers >= many) {
    growing = !growing;
    // V8 shrinks it again by itself when little is allocated.
    setFlagsFromString(`--semi-space-growth-factor=${growing ? 2 : 1}`);
  }
  answers = 0;
}, 1000).unref();
