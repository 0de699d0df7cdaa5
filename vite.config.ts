import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';

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

/**
 * Our server sends text over WebSocket, or polling. The client's library brings along what every phone would load for nothing:
 * a third transport, and what it takes to send bytes. Where the library names them otherwise they are just there.
 */
const unused: readonly (readonly [RegExp, string])[] = [
  [/engine\.io-client\/.*\/webtransport\.js$/, 'export class WT {}'],
  [/engine\.io-parser\/.*\/base64-arraybuffer\.js$/, 'export const decode = () => new ArrayBuffer(0);'],
  [/socket\.io-parser\/.*\/is-binary\.js$/, 'export const hasBinary = () => false, isBinary = hasBinary;'],
  [/socket\.io-parser\/.*\/binary\.js$/, 'export const deconstructPacket = null, reconstructPacket = null;'],
];
const withoutUnused: Plugin = {
  name: 'without-unused',
  load: (id) => unused.find(([file]) => file.test(id))?.[1],
};

/** Two builds, `--mode screens` and `--mode phone`: phones share no file with screens, so theirs stay few and small. */
export default defineConfig(({ mode }) => ({
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false }), withoutUnused],
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
