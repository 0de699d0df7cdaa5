import type { PlayedKind } from '../played.ts';

/** The smallest picture there is: one pixel, as a PNG. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const played: PlayedKind = {
  async byHand(form) {
    await form
      .locator('input[type=file]')
      .setInputFiles({ name: 'drawing.png', mimeType: 'image/png', buffer: pixel });
    await form.locator('button[type=submit]').click();
    return true;
  },
  slides: [
    {
      id: 'photo',
      markdown: '<!-- photo: {id: photo} -->',
      async keyboard(page, tabTo) {
        // Asked for well before it comes: the browser takes a moment to leave the choice to us.
        const chooser = page.waitForEvent('filechooser');
        await tabTo('.photo-take');
        await page.keyboard.press('Enter');
        await (await chooser).setFiles({ name: 'drawing.png', mimeType: 'image/png', buffer: pixel });
        await tabTo('button[type=submit]');
        await page.keyboard.press('Enter');
      },
    },
  ],
};
