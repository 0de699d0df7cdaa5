import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

const screens = {
  room: 'deck/room.html',
  present: 'deck/present.html',
  results: 'deck/results.html',
  embed: 'deck/embed.html',
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
        ? {
            input: { phone: 'audience/index.html' },
            // What forms share is one file with what the page loads anyway: another would be a request more.
            output: {
              codeSplitting: {
                groups: [
                  {
                    name: 'shared',
                    test: /styled\.ts|server-clock\.ts|words.(say|phone)\.ts|node_modules.@?preact/,
                  },
                ],
              },
            },
          }
        : { input: screens },
  },
}));
