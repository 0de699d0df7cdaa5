import type { PlayedKind } from '../played.ts';

export const played: PlayedKind = {
  async byHand(form) {
    await form.locator('.choice').last().click();
    const send = form.locator('button[type=submit]');
    if ((await send.count()) > 0) await send.click();
    return true;
  },
  slides: [
    {
      id: 'quiz',
      markdown: `
<!-- quiz: {id: quiz} -->
- [ ] Give advice
- [x] Ask one more question
  - A question leaves the problem with the person who can solve it.
- [ ] Tell what you did in their place, at some length
  - Often well meant.`,
      response: (index) => ({ options: [index % 3 === 0 ? 'give-advice' : 'ask-one-more-question'] }),
      async keyboard(page, tabTo) {
        await tabTo('input[type=radio]');
        await page.keyboard.press('Space');
      },
    },
    {
      id: 'quiz-several',
      markdown: `
<!-- quiz: {id: quiz-several, time: 5m, points: speed, leaders: 3} -->
- [x] What changed
- [ ] Who was on shift
- [x] What could go wrong
  - A warning that is spoken is remembered.
- [ ] How busy it was`,
      response: (index) =>
        index % 2 ? { options: ['what-changed', 'what-could-go-wrong'] } : { options: ['how-busy-it-was'] },
      async keyboard(page, tabTo) {
        await tabTo('input[type=checkbox]');
        await page.keyboard.press('Space');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Space');
        await tabTo('button[type=submit]');
        await page.keyboard.press('Enter');
      },
    },
  ],
};
