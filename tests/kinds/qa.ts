import type { PlayedKind } from '../played.ts';

/** Well-formed, and of nobody's question. */
const gone = 'a-key-of-no-card';

export const played: PlayedKind = {
  slides: [
    {
      id: 'qa',
      markdown: '<!-- qa: {id: qa, questions: 2} -->',
      response: (index) => ({
        cards: [{ id: `question-${index}`, text: `What would happen after ${index} years of this?` }],
        votes: [gone],
        joins: [],
      }),
      commands: [
        { type: 'pin', entry: gone },
        { type: 'unpin', entry: gone },
      ],
      async keyboard(page, tabTo) {
        await tabTo('textarea');
        await page.keyboard.type('Can this be done with keys alone?');
        await tabTo('button[type=submit]');
        await page.keyboard.press('Enter');
      },
    },
    {
      id: 'short',
      markdown: '<!-- qa: {id: short, questions: 1, limit: 60} -->',
      response: (index) => ({
        cards: [{ id: `question-${index}`, text: `Who may see number ${index}?` }],
        votes: [],
        joins: [],
      }),
      async keyboard(page, tabTo) {
        await tabTo('textarea');
        await page.keyboard.type('Can this be done with keys alone?');
        await tabTo('button[type=submit]');
        await page.keyboard.press('Enter');
      },
    },
  ],
};
