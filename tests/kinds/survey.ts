import type { PlayedKind } from '../played.ts';

const statements = `
- I know whom to call
- I leave room for views that I do not share, even when the day is long`;

export const played: PlayedKind = {
  async byHand(form) {
    for (const field of await form.locator('input[type=text], textarea').all()) await field.fill('by hand');
    for (const group of await form.locator('fieldset').all()) {
      const labels = group.locator('label:has(input[type=radio], input[type=checkbox])');
      if ((await labels.count()) > 0) await labels.first().click();
    }
    await form.locator('button[type=submit]').focus();
    return true;
  },
  slides: [
    {
      id: 'survey',
      markdown: `
<!-- survey: {id: survey, ends: [Not at all, Completely], code: true} -->${statements}
- Where do you work?
  - Hospital
  - Council
- Which days suit you? <!-- poll: {choose: any, other: true} -->
  - Monday
  - Friday
- What do you hope for? <!-- text: {limit: 200} -->`,
      response: (index) => ({
        answers: {
          'i-know-whom-to-call': { ratings: { value: 1 + (index % 4) } },
          'where-do-you-work': { options: [['hospital', 'council'][index % 2]] },
          'which-days-suit-you': index % 4 ? { options: ['friday'] } : { options: [], other: `Day ${index}` },
          'what-do-you-hope-for': { text: `Hope number ${index}` },
          code: { text: `oak ${index}` },
        },
      }),
      async keyboard(page, tabTo) {
        await tabTo('input[type=text]');
        await page.keyboard.type('oak 14');
        await tabTo('input[type=radio]');
        await page.keyboard.press('Space');
        await page.keyboard.press('ArrowRight');
      },
    },
    {
      id: 'again',
      markdown: `
<!-- survey: {id: again, before: survey, ends: [Not at all, Completely]} -->${statements}
- How likely are you to recommend this? <!-- scale: {recommend: true} -->
- How many stars? <!-- scale: {stars: true} -->`,
      response: (index) => ({
        answers: {
          'i-know-whom-to-call': { ratings: { value: 2 + (index % 4) } },
          'how-likely-are-you-to-recommend-this': { ratings: { value: index % 11 } },
          'how-many-stars': { ratings: { value: 1 + (index % 5) } },
        },
      }),
      async keyboard(page, tabTo) {
        await tabTo('input[aria-label="1 of 5 stars"]');
        await page.keyboard.press('Space');
        await tabTo('button[type=submit]');
        await page.keyboard.press('Enter');
      },
    },
    {
      id: 'part',
      markdown: `
<!-- survey: {id: part} -->
- Which way?
  - ![A path through a wood](path.svg) The path
  - ![The road](path.svg)
- Why?
  - It is shorter
  - It is quiet`,
      files: {
        'path.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path fill="#5a8f5a" d="M0 0h40v30H0z"/></svg>',
      },
      response: (index) => ({ answers: { 'which-way': { options: [['the-path', 'the-road'][index % 2]] } } }),
      commands: [{ type: 'showPart', part: 'which-way' }],
      async keyboard(page, tabTo) {
        await tabTo('input[type=radio]');
        await page.keyboard.press('Space');
      },
    },
  ],
};
