import type { PlayedKind } from '../played.ts';

export const played: PlayedKind = {
  slides: [
    {
      id: 'text',
      markdown: '<!-- text: {id: text} -->',
      response: (index) => ({ text: `What stays is thought number ${index}` }),
      async keyboard(page, tabTo) {
        await tabTo('textarea');
        await page.keyboard.type('typed with keys alone');
        await tabTo('button[type=submit]');
        await page.keyboard.press('Enter');
      },
    },
  ],
};
