import type { PlayedKind } from '../played.ts';

export const played: PlayedKind = {
  async byHand(form) {
    const bins = form.locator('.sort-bin');
    // In turns: two taps on one bin at the same moment are taken for one.
    for (let turn = 0; (await bins.count()) > 0; turn++) await bins.nth(turn % 2).click();
    await form.locator('button[type=submit]').click();
    return true;
  },
  slides: [
    {
      id: 'sort',
      markdown: `
<!-- sort: {id: sort, into: [Simple, Complicated, Complex]} -->
- Following a carrot cake recipe
- Sending a rocket to the moon
- Getting people home from hospital on time`,
      response: (index) => ({
        bins: {
          'following-a-carrot-cake-recipe': 'simple',
          'sending-a-rocket-to-the-moon': index % 3 ? 'complicated' : 'complex',
          ...(index % 4 ? { 'getting-people-home-from-hospital-on-time': 'complex' } : {}),
        },
      }),
      async keyboard(page, tabTo) {
        await tabTo('.sort-bin');
        await page.keyboard.press('Enter');
        await page.getByText('2 of 3', { exact: true }).waitFor();
        await page.keyboard.press('3');
        await page.getByText('3 of 3', { exact: true }).waitFor();
        await tabTo('.sort-ways button:nth-child(2)');
        await page.keyboard.press('Enter');
        await tabTo('button[type=submit]');
        await page.keyboard.press('Enter');
      },
    },
    {
      id: 'split',
      markdown: `
<!-- sort: {id: split, into: [Management, Leadership], order: agreement} -->
${[
  'Sets direction',
  'Keeps to the budget',
  'Asks what nobody asks',
  'Plans the week',
  'Listens first',
  'Measures results',
]
  .map((trait) => `- ${trait}`)
  .join('\n')}`,
      response: (index) => ({
        bins: {
          'sets-direction': index % 2 ? 'leadership' : 'management',
          'keeps-to-the-budget': 'management',
          'listens-first': 'leadership',
        },
      }),
      async keyboard(page, tabTo) {
        await tabTo('.sort-bin');
        await page.keyboard.press('Space');
        await tabTo('.sort-ways button:nth-child(3)');
        await page.keyboard.press('Enter');
        await tabTo('button[type=submit]');
        await page.keyboard.press('Enter');
      },
    },
  ],
};
