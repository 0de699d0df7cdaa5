/**
 * The command, run as people run it.
 * [C1] An author's mistake: file, line, column and what was expected; exit code 2, nothing started, nothing created.
 * [C2] An operator's mistake: one sentence that says what to do, exit code 2, no stack trace, nothing overwritten.
 * [C3] `--json` prints one line with working links, and nothing else.
 * [C4] A stopped session resumes: same code, earlier links still work; `--new` starts afresh.
 * [C5] Saving the file updates the room; a faulty save keeps the last good version and says what is wrong.
 * [C6] `results` reads what the server wrote, running or not; `erase` leaves no byte.
 * [C7] `check` and `new` do what they say.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LightPhone } from './light-phone.ts';
import { plenum, type Served, serve } from './serve.ts';

const source = '---\ntitle: A talk\n---\n## Which?\n<!-- poll: {id: which, open: always} -->\n- One\n- Two\n';
let folder: string;
let served: Served | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plenum-command-'));
});
afterEach(async () => {
  await served?.remove();
  served = undefined;
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

async function answer({ url, code }: Served, option: string): Promise<void> {
  const phone = new LightPhone({ url, code });
  await phone.connect();
  expect(await phone.respond('which', { options: [option] })).toMatchObject({ ok: true });
  phone.close();
}

describe('mistakes', () => {
  it('[C1] every fault of a file, with its place', async () => {
    write(
      'talk.md',
      '<!-- text -->\n\n---\n# A\n<!-- pol -->\n- one\n\n---\n## B\n<!-- poll: {othr: true} -->\n- one\n\n---\n## C\n<!-- text -->\n\n---\n<!-- text -->\n',
    );
    const { code, out, err } = await plenum(['talk.md', '--port', '0'], folder);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('talk.md:5:6 no such activity "pol", did you mean "poll"?');
    expect(err).toContain('talk.md:10:6 poll: needs at least two answers');
    expect(err).toContain('talk.md:10:13 poll: unknown option "othr", did you mean "other"?');
    expect(err).toContain('talk.md:1:6 text: needs a heading above it, or the option question');
    expect(err).toContain('talk.md:18:6 text: the same id "c" as in line 15, give one of them an id');
    expect(err).not.toMatch(/ at .*\(|node:/);
    expect(readdirSync(folder)).toEqual(['talk.md']);
  });

  it.each<[string, () => string[] | Promise<string[]>, RegExp]>([
    ['no such file', () => ['none.md'], /There is no file .*none\.md/],
    ['a folder as the file', () => ['.'], /cannot be read/],
    ['an impossible port', () => ['talk.md', '--port', '70000'], /number from 0 to 65535/],
    ['an address that is none', () => ['talk.md', '--url', 'ftp://x'], /https:\/\//],
    [
      'an address of another machine',
      () => ['talk.md', '--host', '203.0.113.7', '--port', '0'],
      /has no address 203\.0\.113\.7/,
    ],
    ['an unknown option', () => ['talk.md', '--prot', '1'], /--port/],
    [
      'a data folder below a file',
      () => ['talk.md', '--data', 'talk.md/data', '--port', '0'],
      /cannot be made/,
    ],
    ['results in another folder', () => ['results'], /There is no folder .*--data dir\/\.plenum\.$/m],
    [
      'erasing in another folder',
      () => ['erase', 'ABCDEF', '--data', '.'],
      /no session ABCDEF .*--data dir\/\.plenum\.$/m,
    ],
    ['results of no session', () => ['results', 'ABCDEF', '--data', '.'], /There is no session/],
    ['a code that is none', () => ['results', 'hello!', '--data', '.'], /no session's code/],
    ['an unknown format', () => ['results', '-o', 'x.doc', '--data', '.'], /no session|must end in/],
    ['a file that exists', () => ['new', 'talk.md'], /exists already/],
  ])('[C2] %s', async (_name, args, sentence) => {
    write('talk.md', source);
    const { code, err } = await plenum(await args(), folder);
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/ at .*\(|node:|fault in Plenum/);
    expect(code).toBe(2);
    expect(readFileSync(join(folder, 'talk.md'), 'utf8')).toBe(source);
  });

  it('[C2] a key of the operator that could be guessed', async () => {
    write('talk.md', source);
    const { code, err } = await plenum(['talk.md', '--port', '0'], folder, { PLENUM_ADMIN_KEY: 'secret' });
    expect(err).toMatch(/^PLENUM_ADMIN_KEY must have at least 16 characters/);
    expect(code).toBe(2);
  });

  it('[C2] a port that is taken', async () => {
    write('talk.md', source);
    const taken = createServer();
    const port = await new Promise<number>((resolve) =>
      taken.listen(0, '127.0.0.1', () => {
        const address = taken.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      }),
    );
    const { code, err } = await plenum(['talk.md', '--host', '127.0.0.1', '--port', String(port)], folder);
    taken.close();
    expect(err).toMatch(new RegExp(`Port ${port} is in use; .* --port`));
    expect(code).toBe(2);
  });

  it('[C2] a damaged database is not overwritten', async () => {
    write('talk.md', source);
    mkdirSync(join(folder, '.plenum'));
    writeFileSync(join(folder, '.plenum/talk.db'), 'not a database at all '.repeat(100));
    const { code, err } = await plenum(['talk.md', '--host', '127.0.0.1', '--port', '0'], folder);
    expect(err).toMatch(/damaged or not a database .* move it away/);
    expect(code).toBe(2);
    expect(readFileSync(join(folder, '.plenum/talk.db'), 'utf8')).toMatch(/^not a database/);
  });

  it('[C2] the same session file twice at once', async () => {
    served = await serve({ source });
    const { code, err } = await plenum([served.file, '--host', '127.0.0.1', '--port', '0'], folder);
    expect(err).toMatch(/in use by another Plenum/);
    expect(code).toBe(2);
  });
});

describe('running', () => {
  it('[C3] prints one line with every link', async () => {
    served = await serve({ source });
    const { url, code, join: address, room, presenter, results, presenterKey, roomKey, resultsKey } = served;
    expect(address).toBe(`${url}/${code}`);
    expect(room).toBe(`${url}/${code}/room#key=${roomKey}`);
    expect(presenter).toBe(`${url}/${code}/present#key=${presenterKey}`);
    expect(results).toBe(`${url}/${code}/results#key=${resultsKey}`);
    for (const key of [presenterKey, roomKey, resultsKey])
      expect(Buffer.from(key, 'base64url').length).toBeGreaterThanOrEqual(16);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it('[C4] resumes with the same code and links, and starts afresh when told to', async () => {
    served = await serve({ source });
    await answer(served, 'one');
    const first = served;
    await served.stop();
    expect(first.process.exitCode).toBe(0);
    served = await served.again();
    expect(served.code).toBe(first.code);
    const reply = await fetch(`${served.url}/${served.code}/results.json`, {
      headers: { authorization: `Bearer ${first.resultsKey}` },
    });
    expect((await reply.json()).activities[0].rounds[0].responses).toHaveLength(1);
    await served.stop();
    const { out } = await plenum(['results', '--data', join(served.folder, '.plenum')], folder);
    expect(out.split('\r\n')).toHaveLength(3);
  });

  it('[C5] follows edits of the file', async () => {
    served = await serve({ source });
    await answer(served, 'one');
    const { url, code, roomKey, file } = served;
    const deck = async () => {
      const reply = await fetch(`${url}/${code}/deck`, { headers: { authorization: `Bearer ${roomKey}` } });
      return reply.text();
    };
    writeFileSync(file, `${source}\n---\n# A second slide\n`);
    await expect.poll(deck, { timeout: 10_000 }).toContain('A second slide');
    writeFileSync(file, source.replace('- Two\n', ''));
    await expect
      .poll(() => served?.said(), { timeout: 10_000 })
      .toContain('talk.md:5:6 poll: needs at least two answers');
    expect(await deck()).toContain('A second slide');
    writeFileSync(file, source.replace('- One\n', '- Another\n'));
    await expect.poll(() => served?.said(), { timeout: 10_000 }).toContain('1 answer to "Which?"');
    await expect.poll(deck, { timeout: 10_000 }).not.toContain('A second slide');
  });

  it('[C6] writes results while it runs, and erases without leaving a byte', async () => {
    served = await serve({ source: `${source}\n---\n## Say\n<!-- text: {open: always} -->\n` });
    const { url, code } = served;
    const phone = new LightPhone({ url, code });
    await phone.connect();
    await phone.respond('say', { text: 'planted-sentence' });
    phone.close();
    const data = join(served.folder, '.plenum');
    for (const format of ['csv', 'xlsx', 'json', 'html']) {
      const { code: exit } = await plenum(
        ['results', code, '-o', `results.${format}`, '--data', data],
        folder,
      );
      expect([format, exit]).toEqual([format, 0]);
      expect(readFileSync(join(folder, `results.${format}`)).length).toBeGreaterThan(100);
    }
    expect(readFileSync(join(folder, 'results.json'), 'utf8')).toContain('planted-sentence');
    for (const name of ['codebook.csv', 'pictures.zip'])
      expect((await plenum(['results', code, '-o', name, '--data', data], folder)).code).toBe(0);
    expect(readFileSync(join(folder, 'codebook.csv'), 'utf8')).toContain('about,activity,kind,name');
    expect(readFileSync(join(folder, 'pictures.zip')).subarray(0, 2).toString()).toBe('PK');
    await served.stop();
    expect((await plenum(['erase', code, '--data', data], folder)).code).toBe(0);
    for (const name of readdirSync(data))
      expect(readFileSync(join(data, name)).includes('planted-sentence')).toBe(false);
    expect((await plenum(['results', code, '--data', data], folder)).err).toMatch(/no session/);
  });

  it('[C7] checks that pictures are there: on slides, as answers, below pins', async () => {
    mkdirSync(join(folder, 'img'));
    for (const name of ['img/Harbour view.png', 'hill.jpg', 'map.png']) writeFileSync(join(folder, name), '');
    write(
      'talk.md',
      [
        '---',
        'logo: loga.svg',
        '---',
        '# A ![ours](img/Harbour%20view.png) ![theirs](img/harbour%20vew.png)',
        '',
        '---',
        '## Which?',
        '<!-- poll -->',
        '- ![hil.jpg](hil.jpg)',
        '- ![Hill](hill.jpg)',
        '',
        '---',
        '## Where?',
        '<!-- pin -->',
        '- ![The map](img/map.png)',
        '',
        '---',
        '<!-- .slide: data-background-image="far.webp" -->',
        '![a plan](plan.pdf)',
      ].join('\n'),
    );
    const { code, out, err } = await plenum(['check', 'talk.md'], folder);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n').filter((line) => line.endsWith('(warning)'))).toEqual([
      'talk.md:2:1 there is no picture "loga.svg" beside this file (warning)',
      'talk.md:4:47 there is no picture "img/harbour vew.png" beside this file, did you mean "img/Harbour view.png"? (warning)',
      'talk.md:9:14 there is no picture "hil.jpg" beside this file, did you mean "hill.jpg"? (warning)',
      'talk.md:15:14 there is no picture "img/map.png" beside this file, did you mean "map.png"? (warning)',
      'talk.md:18:37 there is no picture "far.webp" beside this file (warning)',
      'talk.md:19:11 picture "plan.pdf" is left out, no browser shows such a file (warning)',
    ]);
  });

  it('[C7] writes a starter that passes the check, which lists every activity', async () => {
    expect((await plenum(['new', 'mine.md'], folder)).code).toBe(0);
    expect(existsSync(join(folder, 'mine.md'))).toBe(true);
    const { code, out } = await plenum(['check', 'mine.md'], folder);
    expect(code).toBe(0);
    for (const kind of ['poll', 'cloud', 'text', 'scale', 'agenda'])
      expect(out).toMatch(new RegExp(`mine\\.md:\\d+ ${kind} "`));
    expect((await plenum(['--version'], folder)).out).toMatch(/^\d+\.\d+\.\d+/);
    expect((await plenum(['--help'], folder)).out).toContain('results');
  });
});
