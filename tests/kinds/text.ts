import type { PlayedKind } from '../played.ts';

export const played: PlayedKind = {
  async byHand(form) {
    await form.locator('textarea').fill('Written by hand');
    await form.locator('button[type=submit]').click();
    return true;
  },
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
