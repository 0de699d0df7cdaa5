/** The command `plenum`. Exit codes: 0 fine, 2 a mistake that one sentence explains, 1 a fault of ours. */
import './heap.ts';
import { writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { pino } from 'pino';
import { readCode } from '../protocol/ids.ts';
import { announce } from './announce.ts';
import { exportFormats } from './export/formats.ts';
import { exportSession } from './export/results.ts';
import { type Running, readText, run } from './main.ts';
import { Mistake } from './mistake.ts';
import { openInBrowser } from './open.ts';
import { version } from './place.ts';
import { checkReport, readSessionFile } from './session-file/session-file.ts';
import { starter } from './session-file/starter.ts';
import { findStored, folderName, openLog, readLog } from './store.ts';

interface RunFlags {
  port: number;
  host?: string;
  url?: string;
  data?: string;
  new?: boolean;
  open?: boolean;
  json?: boolean;
  dev?: boolean;
}

function program(): Command {
  const plenum = new Command('plenum')
    .description('Turns one Markdown file into a live event.')
    .version(version(), '-V, --version')
    .helpOption('-h, --help')
    .showSuggestionAfterError()
    .enablePositionalOptions()
    .exitOverride();

  plenum
    .command('run', { isDefault: true })
    .description('run a session file; a stopped session resumes')
    .argument('<talk.md>', 'the session file')
    .option('-p, --port <port>', 'port to listen on', readPort, 4800)
    .option('--host <address>', 'interface to listen on (default: all, since phones must reach it)')
    .option('--url <https://…>', 'public address behind a proxy', readUrl)
    .option('--data <folder>', `where answers are kept (default: ${folderName} beside the file)`)
    .option('--new', 'start afresh instead of resuming')
    .option('--open', 'open the room screen in a browser')
    .option('--json', 'print one line of JSON once it listens')
    .action(runFile);

  plenum
    .command('check')
    .description('look a session file over without running it')
    .argument('<talk.md>')
    .action((file: string) => {
      const read = readSessionFile(readText(resolve(file)), { file: basename(file) });
      const report = checkReport(file, read);
      if (!read.ok) throw new Mistake(report.trimEnd());
      process.stdout.write(report);
    });

  plenum
    .command('new')
    .description('write a starter file with one of each kind')
    .argument('<talk.md>')
    .action((file: string) => {
      try {
        writeFileSync(file, starter(), { flag: 'wx' });
      } catch (error) {
        const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
        throw new Mistake(
          exists ? `${file} exists already; choose another name.` : `${file} cannot be written.`,
        );
      }
      process.stdout.write(`Wrote ${file}. Run it: plenum ${file}\n`);
    });

  plenum
    .command('results')
    .description('write the results of a session, running or not')
    .argument('[code]', 'the session (default: the newest)')
    .option(
      '-o, --output <file>',
      'a file ending in .xlsx, .csv, .json or .html (default: CSV to the terminal)',
    )
    .option('--activity <id>', 'one activity alone')
    .option('--data <folder>', 'where answers are kept', folderName)
    .action(writeResults);

  plenum
    .command('erase')
    .description('delete a session for good')
    .argument('<code>')
    .option('--data <folder>', 'where answers are kept', folderName)
    .action(eraseSession);

  plenum
    .command('dev', { hidden: true })
    .argument('<talk.md>')
    .option('-p, --port <port>', 'port to listen on', readPort, 4800)
    .option('--host <address>', '', '127.0.0.1')
    .action((file: string, flags: RunFlags) => runFile(file, { ...flags, dev: true }));
  return plenum;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new InvalidArgumentError('It must be a number from 0 to 65535.');
  return port;
}

function readUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new InvalidArgumentError('It must begin with https:// or http://.');
  return url.origin + url.pathname.replace(/\/+$/, '');
}

async function runFile(file: string, flags: RunFlags): Promise<void> {
  const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' }, pino.destination(2));
  // A fault of ours must never end a running session: it is told, and the room goes on.
  let running: Running | undefined;
  process.on('uncaughtException', (error) => {
    if (!running) return fail(error);
    log.error({ error: String(error), stack: error.stack }, 'fault');
  });
  process.on('unhandledRejection', (error) => log.error({ error: String(error) }, 'fault'));
  running = await run(file, {
    port: flags.port,
    host: flags.host,
    url: flags.url,
    data: flags.data,
    afresh: flags.new,
    dev: flags.dev,
    log,
    tell: (message) => process.stderr.write(`${message}\n`),
  });
  if (flags.json) process.stdout.write(`${JSON.stringify(running.links)}\n`);
  else process.stdout.write(await announce(running));
  if (flags.open) openInBrowser(running.links.room);
  stopWhenAsked(running);
}

function stopWhenAsked(running: Running): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(130);
    stopping = true;
    running.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

async function writeResults(
  code: string | undefined,
  flags: { output?: string; activity?: string; data: string },
) {
  const stored = await findStored(resolve(flags.data), codeFrom(code));
  const extension = /\.(\w+)$/.exec(flags.output ?? '.csv')?.[1] ?? '';
  const format = Object.hasOwn(exportFormats, extension) ? exportFormats[extension] : undefined;
  if (!format) throw new Mistake(`${flags.output} must end in .xlsx, .csv, .json or .html.`);
  const log = await readLog(stored.database);
  try {
    const only = flags.activity === undefined ? {} : { activity: flags.activity };
    const body = await exportSession(log, stored.session, format, only);
    if (flags.output === undefined) process.stdout.write(body);
    else writeFileSync(flags.output, body);
  } finally {
    await log.close();
  }
}

async function eraseSession(code: string, flags: { data: string }): Promise<void> {
  const wanted = codeFrom(code);
  const { database, session } = await findStored(resolve(flags.data), wanted);
  const log = await openLog(database, () => {});
  try {
    await log.erase(session);
  } finally {
    await log.close();
  }
  process.stdout.write(`Session ${wanted} is erased.\n`);
}

function codeFrom(text: string | undefined) {
  const code = text === undefined ? undefined : readCode(text);
  if (text !== undefined && !code)
    throw new Mistake(`"${text}" is no session's code: it has six letters or digits.`);
  return code;
}

/** Ends the process: a mistake in its own words, anything else as the fault of ours that it is. */
function fail(error: unknown): never {
  if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : 2);
  if (error instanceof Mistake) {
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
  process.stderr.write(
    `This is a fault in Plenum, please report it.\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
}

/** Runs the command as typed; for `bin.js`, and when this file is started itself. */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    await program().parseAsync([...argv]);
  } catch (error) {
    fail(error);
  }
}

if (import.meta.url === pathToFileURL(join(process.argv[1] ?? '')).href) await main(process.argv);
