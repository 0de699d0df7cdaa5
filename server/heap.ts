/**
 * Imported first of all: how V8 trades memory for work, which is not the same while a hall waits and while it answers.
 *
 * Ten thousand live connections are old in no time, so a large young generation only costs memory while phones come and
 * stay: a third of it (`npm run bench L5`). Nor may garbage pile up until V8 minds, since memory once taken is seldom given
 * back (`L3`). While a hall answers it is the other way round: what an answer leaves behind would die young, and in too
 * small a generation it is copied and kept until a large collection (`L9`: a sixth of the answers a second).
 */
import { setFlagsFromString } from 'node:v8';

/** Answers a second from which memory is spent on them. */
const many = 2000;
let answers = 0;
let generous = false;

/** Tell it of each answer. */
export function noteAnswer(): void {
  answers++;
}

/** How fast the young generation grows, and by how many percent the old one between collections (0: V8's own choice). */
function setGrowth(young: number, old: number): void {
  setFlagsFromString(`--semi-space-growth-factor=${young}`);
  setFlagsFromString(`--heap-growing-percent=${old}`);
}

setGrowth(1, 20);
setInterval(() => {
  if (generous !== answers >= many) {
    generous = !generous;
    if (generous) setGrowth(2, 0);
    else setGrowth(1, 20);
  }
  answers = 0;
}, 1000).unref();
