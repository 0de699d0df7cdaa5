import type { PlayedKind } from '../played.ts';

const map = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300" viewBox="0 0 400 300">
<rect width="400" height="300" fill="#e9e4d4"/><path d="M0 180Q200 80 400 200V250Q200 140 0 230Z" fill="#a9c9d8"/></svg>`;
const files = { 'map.svg': map };

export const played: PlayedKind = {
  async byHand(form) {
    await form.locator('.plane-dot').first().waitFor();
    await form.locator('.plane-taps').click({ position: { x: 40, y: 60 } });
    await form.locator('button[type=submit]').click();
    return true;
  },
  slides: [
    {
      id: 'pin',
      files,
      markdown: `
<!-- pin: {id: pin, pins: 2} -->
- ![Map of a region with a river](map.svg)`,
      response: (index) => ({
        places: { 'pin-1': [0.2 + (index % 5) / 20, 0.4], ...(index % 3 ? { 'pin-2': [0.8, 0.7] } : {}) },
      }),
      async keyboard(page, tabTo) {
        await page.locator('.plane-dot').waitFor();
        await tabTo('.plane-dot');
        await page.keyboard.press('ArrowLeft');
        await tabTo('.plane-ways button:nth-child(3)');
        await page.keyboard.press('Enter');
        await tabTo('.plane-instead > summary');
        await page.keyboard.press('Enter');
        await tabTo('.pin-regions button:nth-child(3)');
        await page.keyboard.press('Enter');
        await tabTo('button[type=submit]');
        await page.keyboard.press('Enter');
      },
    },
    {
      id: 'things',
      files,
      markdown: `
<!-- pin: {id: things} -->
- ![Map of a region with a river](map.svg)
- Where people meet
- Where nobody goes`,
      response: (index) => ({
        places: { 'where-people-meet': [0.5, 0.5 + (index % 3) / 20], 'where-nobody-goes': [0.9, 0.1] },
      }),
      async keyboard(page, tabTo) {
        await tabTo('.plane-instead > summary');
        await page.keyboard.press('Enter');
        await tabTo('.pin-regions button:nth-child(5)');
        await page.keyboard.press('Enter');
        await tabTo('input[type=range]');
        await page.keyboard.press('ArrowRight');
        await tabTo('button[type=submit]');
        await page.keyboard.press('Enter');
      },
    },
  ],
};
