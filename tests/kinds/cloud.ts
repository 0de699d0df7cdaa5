import type { PlayedKind } from '../played.ts';

export const played: PlayedKind = {
  async byHand(form) {
    await form.locator('input[type=text]').first().fill('by hand');
    await form.locator('button[type=submit]').click();
    return true;
  },
  slides: [
    {
      id: 'cloud',
      markdown: '<!-- cloud: {id: cloud} -->',
      response: (index) => ({ words: ['hope', ['calm', 'wary', 'tired'][index % 3]] }),
      async keyboard(page, tabTo) {
        await tabTo('input[type=text]');
        await page.keyboard.type('keyboard');
        await page.keyboard.press('Enter');
      },
    },
  ],
};
