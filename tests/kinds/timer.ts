import type { KindCommand } from '../../activities/steering.ts';
import type { PlayedKind } from '../played.ts';

/** Makes sense whatever was done before. */
const started: readonly KindCommand[] = [
  { type: 'addTime', by: 60_000 },
  { type: 'reset' },
  { type: 'start' },
];

export const played: PlayedKind = {
  slides: [
    {
      id: 'timer',
      markdown: '<!-- timer: {id: timer, each: 10m} -->',
      commands: started,
    },
    {
      id: 'roles',
      markdown: '<!-- timer: {id: roles, each: 15m, roles: [Coach, Coachee, Observer], groups: groups} -->',
      commands: started,
    },
    {
      id: 'steps',
      markdown: `
<!-- timer: {id: steps, rounds: 3, roles: [The owner of the problem, Listener], auto: true, sound: true} -->
- The owner tells how it is, and nobody interrupts 3m
- Questions 5m
- The others think aloud: 90s`,
      commands: started,
    },
  ],
};
