import type { PlayedKind } from '../played.ts';

export const played: PlayedKind = {
  slides: [
    {
      id: 'agenda',
      markdown: `
<!-- agenda: {id: agenda} -->
- 09:30 Welcome
- 10:00 Talk`,
    },
  ],
};
