import { slug } from '../../activities/directive.ts';
import type { PlayedKind } from '../played.ts';

export const played: PlayedKind = {
  async byHand(form) {
    const unplaced = form.locator('.unplaced button');
    while ((await unplaced.count()) > 0) await unplaced.last().click();
    await form.locator('button[type=submit]').click();
    return true;
  },
  slides: [
    {
      id: 'rank',
      markdown: `
<!-- rank: {id: rank} -->
- The first thing
- Another thing with a name that is rather longer than the others are
- A third`,
      response: (index) => ({
        order: [
          ['the-first-thing', longer, 'a-third'],
          ['a-third', 'the-first-thing', longer],
        ][index % 2],
      }),
      async keyboard(page, tabTo) {
        await tabTo('.unplaced button');
        // The focus goes on to what is left, and in the end to the main button.
        await page.keyboard.press('Enter');
        await page.keyboard.press('Enter');
        await page.keyboard.press('Enter');
      },
    },
    {
      id: 'right-order',
      markdown: `
<!-- rank: {id: right-order, answer: listed, results: hidden} -->
- Steam
- Flight
- Penicillin
- The moon`,
      response: (index) => ({ order: orders[index % orders.length] }),
      async keyboard(page, tabTo) {
        await tabTo('.unplaced button');
        for (let press = 0; press < 4; press++) await page.keyboard.press('Enter');
      },
    },
    {
      id: 'top',
      markdown: `
<!-- rank: {id: top, top: 2, shuffle: true} -->
${Array.from({ length: 16 }, (_, index) => `- Proposal ${index + 1} of the spring assembly`).join('\n')}`,
      response: (index) => ({
        order: ['proposal-1-of-the-spring-assembly', `proposal-${2 + (index % 3)}-of-the-spring-assembly`],
      }),
      async keyboard(page, tabTo) {
        await tabTo('.unplaced button');
        for (let press = 0; press < 3; press++) await page.keyboard.press('Enter');
      },
    },
  ],
};

const longer = slug('Another thing with a name that is rather longer than the others are');
const orders = [
  ['steam', 'flight', 'penicillin', 'the-moon'],
  ['flight', 'steam', 'penicillin', 'the-moon'],
  ['the-moon', 'penicillin', 'flight', 'steam'],
];
