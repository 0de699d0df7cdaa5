import type { PlayedKind } from '../played.ts';

export const played: PlayedKind = {
  async byHand(form) {
    await form.locator('.choice').first().click();
    const send = form.locator('button[type=submit]');
    if ((await send.count()) > 0) await send.click();
    return true;
  },
  slides: [
    {
      id: 'poll',
      markdown: `
<!-- poll: {id: poll} -->
- The first answer
- Another answer with a name that is rather longer than the others are
- A third`,
      response: (index) => ({ options: [['the-first-answer', 'a-third'][index % 2]] }),
      async keyboard(page, tabTo) {
        await tabTo('input[type=radio]');
        await page.keyboard.press('Space');
      },
    },
    {
      id: 'several',
      markdown: `
<!-- poll: {id: several, choose: 2, other: true} -->
- One
- Two
- Three`,
      response: (index) =>
        index % 4 ? { options: ['one', 'two'] } : { options: ['three'], other: `Else ${index}` },
      async keyboard(page, tabTo) {
        await tabTo('input[type=checkbox]');
        await page.keyboard.press('Space');
        await tabTo('button[type=submit]');
        await page.keyboard.press('Enter');
      },
    },
    {
      id: 'pictured',
      markdown: `
<!-- poll: {id: pictured} -->
- ![A bridge over a wide river](bridge.svg) The bridge
- ![The hill](hill.svg)
- ![](hill.svg) The valley behind it`,
      files: { 'bridge.svg': picture('#3a7ca5'), 'hill.svg': picture('#5a8f5a') },
      response: (index) => ({ options: [['the-bridge', 'the-hill'][index % 2]] }),
      async keyboard(page, tabTo) {
        await tabTo('input[type=radio]');
        await page.keyboard.press('Space');
      },
    },
  ],
};

function picture(colour: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path fill="${colour}" d="M0 0h40v30H0z"/></svg>`;
}
