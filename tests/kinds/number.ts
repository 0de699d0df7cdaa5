import type { PlayedKind } from '../played.ts';

export const played: PlayedKind = {
  async byHand(form) {
    await form.locator('input[type=text]').fill('5');
    await form.locator('button[type=submit]').click();
    return true;
  },
  slides: [
    {
      id: 'number',
      markdown: '<!-- number: {id: number, unit: km, answer: 443.5} -->',
      // One of them is far out.
      response: (index) => ({ value: index === 0 ? 9_999_999 : 400 + index * 10 }),
      async keyboard(page, tabTo) {
        await tabTo('input[type=text]');
        await page.keyboard.type('443,5');
        await page.keyboard.press('Enter');
      },
    },
    {
      id: 'degrees',
      markdown:
        '<!-- number: {id: degrees, unit: °, min: -20, max: 10, step: 0.5, answer: -4.5, within: 1} -->',
      response: (index) => ({ value: index / 2 - 8 }),
      async keyboard(page, tabTo) {
        await tabTo('input[type=text]');
        await page.keyboard.type('-4.5');
        await tabTo('button[type=submit]');
        await page.keyboard.press('Enter');
      },
    },
  ],
};
