import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

const screens = {
  room: 'deck/room.html',
  present: 'deck/present.html',
  results: 'deck/results.html',
  embed: 'deck/embed.html',
};

/** One file that comes with the page: what forms share with it, or with one another, is no request more for them. */
const sharedByForms = {
  name: 'shared',
  test: /node_modules\/@?preact|activities\/(look\/(styled|picture)|words\/(say|phone))\.ts$/,
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
    rolldownOptions:
      mode === 'phone'
        ? { input: { phone: 'audience/index.html' }, output: { codeSplitting: { groups: [sharedByForms] } } }
        : { input: screens },
  },
}));
