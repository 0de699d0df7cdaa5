/**
 * `npm run bench [--json] [--long] [line …]`: prints each figure of the load catalogue with its target. The real server
 * runs as a process of its own, the crowd as another, on loopback; both share this machine, so read ratios, not
 * absolutes. `--long` streams for the ten minutes of the catalogue instead of one.
 */
import { parseArgs } from 'node:util';
import { serve } from '../serve.ts';
import { bareTransport } from './bare.ts';
import { type Figure, isMet, printed } from './figures.ts';
import { growth } from './growth.ts';
import {
  everyoneReturns,
  everyoneVotes,
  idlePhones,
  joining,
  oneMessage,
  saturated,
  steadyStream,
} from './load.ts';
import { phonePage } from './phone-page.ts';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false }, long: { type: 'boolean', default: false } },
  allowPositionals: true,
});

/** Each line of the catalogue and what measures it. */
const lines: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  L1: joining,
  L2: everyoneVotes,
  L3: () => steadyStream(values.long ? 600 : 60),
  L4: oneMessage,
  L5: idlePhones,
  L6: everyoneReturns,
  L8: growth,
  L9: async () => bareTransport(await saturated()),
  L10: phonePage,
};

// As on every start but the first: what the first one prepares is kept (see `server/bin.js`).
await (await serve({ source: '# Nothing' })).remove();

const wanted = positionals.length > 0 ? positionals : Object.keys(lines);
const figures: Figure[] = [];
for (const line of wanted) {
  const measure = lines[line];
  if (!measure) throw new Error(`there is no line ${line}; there are ${Object.keys(lines).join(', ')}`);
  for (const figure of await measure()) {
    figures.push(figure);
    if (!values.json) console.log(printed(figure));
  }
}
if (values.json)
  console.log(
    JSON.stringify(
      figures.map((figure) => ({ ...figure, met: isMet(figure) })),
      null,
      2,
    ),
  );
process.exit(0);
