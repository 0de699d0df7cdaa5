import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

/** One page for each role. Phones load nothing of the deck: their page is a bundle of its own. */
export default defineConfig({
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
  appType: 'mpa',
  build: {
    outDir: 'dist/pages',
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        phone: 'audience/index.html',
        room: 'deck/room.html',
        present: 'deck/present.html',
        results: 'deck/results.html',
        embed: 'deck/embed.html',
      },
    },
  },
});
