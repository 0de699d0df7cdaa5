import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

const screens = {
  room: 'deck/room.html',
  present: 'deck/present.html',
  results: 'deck/results.html',
  print: 'deck/print.html',
  embed: 'deck/embed.html',
};

/** What forms share stands in one file with what the page itself needs: each further file would be a request before the vote. */
const phone = {
  input: { phone: 'audience/index.html' },
  output: {
    codeSplitting: {
      groups: [
        {
          name: 'shared',
          test: /node_modules\/(?!d3)|activities\/(look\/(accent|box|picture|styled|wear)|words\/(phone|say)\.ts|\w+\/fields\.tsx)|vite\/preload/,
        },
      ],
    },
  },
};

/** Two builds, `--mode screens` and `--mode phone`: phones share no file with screens, so theirs stay few and small. */
export default defineConfig(({ mode }) => ({
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
  appType: 'mpa',
  logLevel: 'warn',
  build: {
    outDir: 'dist/pages',
    emptyOutDir: mode !== 'phone',
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: mode === 'phone' ? phone : { input: screens },
  },
}));
