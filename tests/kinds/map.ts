import type { PlayedKind } from '../played.ts';

const names = ['Hospital', 'Council', 'Food bank', 'Carers’ group', 'Fire and rescue'];

export const played: PlayedKind = {
  slides: [
    {
      id: 'map',
      markdown: `
<!-- map: {id: map} -->
${names.map((name) => `- ${name}`).join('\n')}
- The joint committee for the planning of everything`,
      response: (index) => ({
        parties: names
          .slice(0, 2 + (index % 4))
          .map((name, place) => ({ id: `p${place}`, name, size: 1 + ((index + place) % 5) })),
        links: [
          { from: 'me', to: 'p0', weight: 1 + (index % 5), direction: 'both', trust: 1 },
          { from: 'me', to: 'p1', weight: 2, direction: 'to', trust: -1 },
          { from: 'p0', to: 'p1', weight: 3, direction: 'from', trust: -1 },
        ],
        me: 'me',
      }),
      async keyboard(page, tabTo) {
        await tabTo('.map-chip');
        await page.keyboard.press('Space');
        await tabTo('input[type=text]');
        await page.keyboard.type('Somebody else');
        await page.keyboard.press('Enter');
        await tabTo('.main-button');
        await page.keyboard.press('Enter');
        // On the tab of the map now: what it draws is reached, opened and described.
        await tabTo('button.my-party:nth-of-type(2)');
        await page.keyboard.press('Space');
        await tabTo('input[type=radio]');
        await page.keyboard.press('ArrowRight');
        await tabTo('button[type=submit]');
        await page.keyboard.press('Enter');
      },
    },
    {
      id: 'neighbours',
      markdown: '<!-- map: {id: neighbours, parties: 4, me: Our street} -->',
      response: (index) => ({
        parties: [
          { id: 'p1', name: index % 2 ? 'The baker' : 'baker', size: 3 },
          { id: 'p2', name: 'School', size: 5 },
        ],
        links: [{ from: 'p1', to: 'p2', weight: 5, direction: 'none', trust: 1 }],
        me: 'p1',
      }),
      async keyboard(page, tabTo) {
        await tabTo('input[type=text]');
        for (const name of ['The baker', 'School']) {
          await page.keyboard.type(name);
          await page.keyboard.press('Enter');
        }
        await tabTo('.main-button');
        await page.keyboard.press('Enter');
        // The list does all that the map does.
        await page.keyboard.press('ArrowRight');
        await tabTo('.map-row');
        await tabTo('.map-links select');
        await page.keyboard.type('The');
        await tabTo('.map-links label:nth-of-type(2) select');
        await page.keyboard.type('Sch');
        await tabTo('.map-new-link button');
        await page.keyboard.press('Enter');
        await tabTo('button[type=submit]');
        await page.keyboard.press('Enter');
      },
    },
  ],
};
