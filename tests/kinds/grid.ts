import type { PlayedKind } from '../played.ts';

export const played: PlayedKind = {
  slides: [
    {
      id: 'grid',
      markdown: `
<!-- grid: {id: grid, x: [Predictable, Unpredictable], y: [Little known, Much known]} -->
- A carrot cake
- A rocket to the moon
- Getting people home from hospital on time`,
      response: (index) => ({
        places: {
          'a-carrot-cake': [0.1 + (index % 3) / 10, 0.9],
          'a-rocket-to-the-moon': [0.5, 0.4 + (index % 5) / 10],
          ...(index % 4 ? { 'getting-people-home-from-hospital-on-time': [0.95, 0.2] } : {}),
        },
      }),
      async keyboard(page, tabTo) {
        await tabTo('.plane-dot');
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('Shift+ArrowUp');
        await tabTo('.plane-ways button:nth-child(3)');
        await page.keyboard.press('Enter');
        await tabTo('.plane-instead > summary');
        await page.keyboard.press('Enter');
        await tabTo('input[type=range]');
        await page.keyboard.press('ArrowLeft');
        await tabTo('button[type=submit]');
        await page.keyboard.press('Enter');
      },
    },
    {
      id: 'quadrants',
      markdown: `
<!--
grid:
  id: quadrants
  x: [We know little, We know much]
  y: [We cannot foresee what we cause, We can foresee what we cause]
  quadrants: [Complex, Volatile, Ambiguous, Uncertain]
-->`,
      response: (index) => ({ places: { place: [0.2 + (index % 4) / 8, (index % 7) / 6] } }),
      async keyboard(page, tabTo) {
        await tabTo('.plane-dot');
        await page.keyboard.press('ArrowDown');
        await tabTo('button[type=submit]');
        await page.keyboard.press('Enter');
      },
    },
  ],
};
