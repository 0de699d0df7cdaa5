/** The command `plenum`. Exit codes: 0 fine, 2 a mistake that one sentence explains, 1 a fault of ours. */
import './heap.ts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command, CommanderError, Help, InvalidArgumentError } from 'commander';
import { pino } from 'pino';
import { nearest } from '../activities/directive.ts';
import { announce } from './announce.ts';
import { checkFile, eraseSession, writeResults, writeStarter } from './commands.ts';
import { exportDeck } from './export-deck.ts';
import { type Running, run } from './main.ts';
import { Mistake } from './mistake.ts';
import { openInBrowser } from './open.ts';
import { fromSources, version } from './place.ts';
import { folderName } from './store.ts';

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

/** Of commands that name a session and no file. */
const keptIn = `where answers are kept: ${folderName} beside the session file`;

function program(): Command {
  const plenum = new Command('plenum')
    .description('Turns one Markdown file into a live event.')
    .usage('<talk.md> [options]\n       plenum <command> [options]')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .showSuggestionAfterError()
    .enablePositionalOptions()
    .exitOverride();

  const running = plenum
    .command('run', { isDefault: true, hidden: true })
    .description('run a session file; a stopped session resumes')
    .argument('[talk.md]', 'the session file')
    .argument('[more...]')
    .option('-p, --port <port>', 'port to listen on', readPort, 4800)
    .option('--host <address>', 'interface to listen on (default: all, since phones must reach it)')
    .option('--url <https://…>', 'public address behind a proxy', readUrl)
    .option('--data <folder>', `where answers are kept (default: ${folderName} beside the file)`)
    .option('--new', 'start afresh instead of resuming the stopped session')
    .option('--open', 'open the room screen in a browser')
    .option('--json', 'print one line of JSON once it listens, and nothing else')
    .action(async (file: string | undefined, more: readonly string[], flags: RunFlags) => {
      if (file === undefined) {
        plenum.outputHelp({ error: true });
        throw new CommanderError(2, 'plenum.nothing', '');
      }
      checkCommand(plenum, file, more);
      await runFile(file, flags);
    });

  plenum
    .command('check')
    .description('look a session file over without running it')
    .argument('<talk.md>')
    .action(checkFile);

  plenum
    .command('new')
    .description('write a starter file with one of each kind')
    .argument('<talk.md>')
    .action(writeStarter);

  plenum
    .command('results')
    .description('write the results of a session, running or not')
    .argument('[code]', 'the session (default: the newest)')
    .option(
      '-o, --output <file>',
      'ends in .xlsx, .csv, .json or .html, in codebook.csv, or in .zip for pictures (default: CSV to the terminal)',
    )
    .option('--activity <id>', 'one activity alone')
    .option('--by <id>', 'compare by the answers to this activity: for .html and cross.csv')
    .option('--data <folder>', keptIn, folderName)
    .action(writeResults);

  plenum
    .command('export')
    .description('print the deck as PDF, with the results frozen in')
    .argument('<talk.md>')
    .requiredOption('-o, --output <deck.pdf>', 'the file to write')
    .option('--data <folder>', `where answers are kept (default: ${folderName} beside the file)`)
    .action(exportDeck);

  plenum
    .command('erase')
    .description('delete a session for good')
    .argument('<code>')
    .option('--data <folder>', keptIn, folderName)
    .action(eraseSession);

  // With hot reload from the sources, which the package does not have.
  if (fromSources) {
    plenum
      .command('dev', { hidden: true })
      .argument('<talk.md>')
      .option('-p, --port <port>', 'port to listen on', readPort, 4800)
      .option('--host <address>', '', '127.0.0.1')
      .option('--data <folder>')
      .option('--json')
      .action((file: string, flags: RunFlags) => runFile(file, { ...flags, dev: true }));
  }

  // Running a file is what the command is for: its options stand in the first help.
  return plenum.configureHelp({
    visibleOptions: (command) => [
      ...running.options,
      ...Help.prototype.visibleOptions.call(new Help(), command),
    ],
  });
}

/** `plenum chek talk.md`: no file, but nearly a command. */
function checkCommand(plenum: Command, file: string, more: readonly string[]): void {
  const names = plenum.commands.map((command) => command.name()).filter((name) => !/^(run|dev)$/.test(name));
  const near = existsSync(file) || file.includes('.') ? undefined : nearest(file, names);
  if (near) throw new Mistake(`There is no command "${file}", did you mean "${near}"?`);
  if (more.length > 0) throw new Mistake(`One session file at a time: ${[file, ...more].join(', ')}.`);
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
  if (url.pathname !== '/')
    throw new InvalidArgumentError(
      'It must be an address without a path: Plenum needs a host name of its own.',
    );
  return url.origin;
}

/** Keys are long enough that nobody guesses them; a variable that is set to nothing sets none. */
function readAdminKey(key: string | undefined): string | undefined {
  if (key && !/^\S{16,1000}$/.test(key))
    throw new Mistake('PLENUM_ADMIN_KEY must have at least 16 characters, and no spaces.');
  return key || undefined;
}

async function runFile(file: string, flags: RunFlags): Promise<void> {
  const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' }, pino.destination(2));
  // A fault of ours must never end a running session: it is told, and the room goes on.
  let running: Running | undefined;
  const onFault = (error: unknown) => {
    if (!running) return fail(error);
    log.error({ error: String(error), stack: error instanceof Error ? error.stack : undefined }, 'fault');
  };
  process.on('uncaughtException', onFault);
  process.on('unhandledRejection', onFault);
  running = await run(file, {
    port: flags.port,
    host: flags.host,
    url: flags.url,
    data: flags.data,
    afresh: flags.new,
    dev: flags.dev,
    adminKey: readAdminKey(process.env.PLENUM_ADMIN_KEY),
    log,
    tell: (message) => process.stderr.write(`${message}\n`),
  });
  stopWhenAsked(running);
  if (flags.json) process.stdout.write(`${JSON.stringify(running.links)}\n`);
  else process.stdout.write(await announce(running));
  if (flags.open) openInBrowser(running.links.room);
}

/** Every answer that was acknowledged is on the disk, so closing may be cut short. */
const closingMs = 1500;

function stopWhenAsked(running: Running): void {
  let [stopping, interrupts] = [false, 0];
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), closingMs).unref();
    running.close().then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', stop);
  // The older Node that started this one is gone.
  process.on('disconnect', stop);
  process.on('SIGINT', () => {
    if (++interrupts > 1) process.exit(130);
    stop();
  });
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
  // Whoever reads our output may have had enough (`plenum results | head`).
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') fail(error);
  });
  try {
    await program().parseAsync([...argv]);
  } catch (error) {
    fail(error);
  }
}

if (import.meta.url === pathToFileURL(join(process.argv[1] ?? '')).href) await main(process.argv);
