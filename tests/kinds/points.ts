import type { PlayedKind } from '../played.ts';

export const played: PlayedKind = {
  slides: [
    {
      id: 'points',
      markdown: `
<!-- points: {id: points} -->
- Care closer to home
- Something with a name that is rather longer than the others are
- Buildings`,
      response: (index) => ({
        points: { 'care-closer-to-home': 50 + (index % 5) * 10, buildings: 50 - (index % 5) * 10 },
      }),
      async keyboard(page, tabTo) {
        await tabTo('.portion input');
        await page.keyboard.type('60');
        await tabTo('.portion button[aria-disabled=false]');
        await page.keyboard.press('Space');
        await tabTo('fieldset > .quiet-button');
        await page.keyboard.press('Space');
        await tabTo('button[type=submit]');
        await page.keyboard.press('Enter');
      },
    },
    {
      id: 'few-points',
      markdown: `
<!-- points: {id: few-points, sum: 3, sort: true} -->
${Array.from({ length: 16 }, (_, index) => `- Proposal ${index + 1} of the spring assembly`).join('\n')}`,
      response: (index) => ({
        points: {
          'proposal-1-of-the-spring-assembly': 2,
          [`proposal-${2 + (index % 9)}-of-the-spring-assembly`]: 1,
        },
      }),
      async keyboard(page, tabTo) {
        await tabTo('.portion input');
        await page.keyboard.type('3');
        await page.keyboard.press('Enter');
      },
    },
  ],
};
