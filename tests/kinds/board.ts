import type { PlayedKind } from '../played.ts';

/** Well-formed, and of nobody's card. */
const gone = 'a-key-of-no-card';

export const played: PlayedKind = {
  slides: [
    {
      id: 'board',
      markdown: '<!-- board: {id: board, join: true} -->',
      response: (index) => ({
        cards: [{ id: `card-no-${index}`, text: `Something has to be done about number ${index}` }],
        votes: [gone],
        joins: [gone],
      }),
      commands: [{ type: 'group', group: 'first', name: 'What belongs together', entries: [gone] }],
      async keyboard(page, tabTo) {
        await tabTo('textarea');
        await page.keyboard.type('keys alone');
        await tabTo('button[type=submit]');
        await page.keyboard.press('Enter');
      },
    },
    {
      id: 'canvas',
      markdown:
        '<!-- board: {id: canvas, columns: [Who is involved, What causes it, What keeps changing, Who does it work for], votes: 2} -->',
      response: (index) => ({
        cards: [
          {
            id: `card-no-${index}`,
            text: `A note of number ${index}`,
            column: ['what-causes-it', 'who-is-involved'][index % 2],
          },
        ],
        votes: [],
        joins: [],
      }),
      async keyboard(page, tabTo) {
        await tabTo('input[type=radio]');
        await page.keyboard.press('ArrowRight');
        await tabTo('textarea');
        await page.keyboard.type('keys alone');
        await tabTo('button[type=submit]');
        await page.keyboard.press('Enter');
      },
    },
  ],
};
