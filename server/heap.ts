/**
 * Imported first of all: a small young generation. Ten thousand live connections are old in no time, so a large one only
 * costs memory (a third of it, as measured by `npm run bench L5`).
 */
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--max-semi-space-size=2');
setFlagsFromString('--semi-space-growth-factor=1');
