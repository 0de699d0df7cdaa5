import type { PlayedKind } from '../played.ts';

export const played: PlayedKind = {
  async byHand(form) {
    const join = form.locator('button[type=submit]');
    // Who answered the question that parts people is in already.
    if ((await join.count()) === 0) return false;
    await join.click();
    return true;
  },
  slides: [
    {
      id: 'organisation',
      markdown: `
<!-- poll: {id: organisation} -->
- Hospital
- Council
- Charity`,
      response: (index) => ({ options: [['hospital', 'council', 'charity'][index % 3]] }),
      async keyboard(page, tabTo) {
        await tabTo('input[type=radio]');
        await page.keyboard.press('Space');
      },
    },
    {
      id: 'groups',
      markdown: '<!-- groups: {id: groups, apart: organisation, name: Trio} -->',
      response: () => ({ in: true }),
      commands: [{ type: 'deal' }],
      async keyboard(page, tabTo) {
        await tabTo('button[type=submit]');
        await page.keyboard.press('Enter');
      },
    },
    {
      id: 'sets',
      markdown: `
<!-- groups: {id: sets} -->
- The river and the bridge, with all that flows under it
- Hill`,
      response: () => ({ in: true }),
      commands: [{ type: 'deal' }],
      async keyboard(page, tabTo) {
        await tabTo('button[type=submit]');
        await page.keyboard.press('Enter');
      },
    },
  ],
};
