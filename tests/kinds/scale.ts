import type { PlayedKind } from '../played.ts';

export const played: PlayedKind = {
  async byHand(form) {
    for (const statement of await form.locator('fieldset').all())
      await statement.locator('label').nth(2).click();
    await form.locator('button[type=submit]').click();
    return true;
  },
  slides: [
    {
      id: 'scale',
      markdown: `
<!-- scale: {id: scale, ends: [Not at all, Completely]} -->
- Seeing the whole
- Listening`,
      response: (index) => ({ ratings: { 'seeing-the-whole': 1 + (index % 5), listening: 3 } }),
      async keyboard(page, tabTo) {
        await tabTo('input[type=radio]');
        await page.keyboard.press('Space');
        await page.keyboard.press('ArrowRight');
        await tabTo('button[type=submit]');
        await page.keyboard.press('Enter');
      },
    },
    {
      id: 'spectrum',
      markdown: '<!-- scale: {id: spectrum, ends: [Advice, Listening], from: 0, to: 10} -->',
      response: (index) => ({ ratings: { value: index % 11 } }),
      async keyboard(page, tabTo) {
        await tabTo('input[type=radio]');
        await page.keyboard.press('Space');
        await tabTo('button[type=submit]');
        await page.keyboard.press('Enter');
      },
    },
    {
      id: 'stars',
      markdown: '<!-- scale: {id: stars, stars: true} -->',
      response: (index) => ({ ratings: { value: 1 + (index % 5) } }),
      async keyboard(page, tabTo) {
        await tabTo('input[aria-label="1 of 5 stars"]');
        await page.keyboard.press('Space');
        await page.keyboard.press('ArrowRight');
        await tabTo('button[type=submit]');
        await page.keyboard.press('Enter');
      },
    },
    {
      id: 'recommend',
      markdown: '<!-- scale: {id: recommend, recommend: true} -->',
      response: (index) => ({ ratings: { value: 10 - (index % 11) } }),
      async keyboard(page, tabTo) {
        await tabTo('input[type=radio]');
        await page.keyboard.press('Space');
        await tabTo('button[type=submit]');
        await page.keyboard.press('Enter');
      },
    },
  ],
};
