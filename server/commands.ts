/** The commands that run no session: `check`, `new`, `results`, `erase`. */
import { writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { type Code, readCode } from '../protocol/ids.ts';
import { readBeside } from './beside.ts';
import { type ExportFormat, exportFormats } from './export/formats.ts';
import { exportSession } from './export/results.ts';
import { readText } from './main.ts';
import { Mistake } from './mistake.ts';
import { checkReport } from './session-file/session-file.ts';
import { starter } from './session-file/starter.ts';
import { findStored, reading, writing } from './store.ts';

/** What is wrong with the file goes with the exit code of a mistake, what is right to standard output. */
export async function checkFile(file: string): Promise<void> {
  const read = await readBeside(readText(resolve(file)), resolve(file));
  const report = checkReport(file, read);
  if (!read.ok) throw new Mistake(report.trimEnd());
  process.stdout.write(report);
}

export async function writeStarter(file: string): Promise<void> {
  await write(file, starter(), 'wx');
  process.stdout.write(`Wrote ${file}. Run it: plenum ${file}\n`);
}

interface ResultsFlags {
  readonly output?: string;
  readonly activity?: string;
  readonly by?: string;
  readonly data: string;
}

export async function writeResults(
  code: string | undefined,
  { output, data, ...only }: ResultsFlags,
): Promise<void> {
  const format = formatFor(output ?? 'results.csv');
  if (!format)
    throw new Mistake(
      `${output} must end in .xlsx, .csv, .json or .html, or for other files in codebook.csv, cross.csv or .zip (pictures).`,
    );
  if (format === exportFormats.cross && only.by === undefined)
    throw new Mistake('cross.csv compares by an activity; name one with --by.');
  const [stored] = await findStored(resolve(data), codeFrom(code), tell);
  await reading(stored.database, async (log) => {
    const body = exportSession(log, stored.session, format, only);
    if (output === undefined) {
      for await (const piece of body) process.stdout.write(piece);
    } else {
      await write(output, body, 'w');
      process.stdout.write(`Wrote ${output}.\n`);
    }
  });
}

/** By the name that a file of it has among the addresses of downloads, else by its ending alone. */
function formatFor(output: string): ExportFormat | undefined {
  const name = output.toLowerCase();
  const formats = Object.values(exportFormats);
  return (
    formats.find(({ path }) => name.endsWith(path)) ??
    formats.find(({ path }) => extname(path) === extname(name))
  );
}

/** A code the author chose may have been used more than once: every session of it goes. */
export async function eraseSession(code: string, { data }: { readonly data: string }): Promise<void> {
  const wanted = codeFrom(code);
  const sessions = await findStored(resolve(data), wanted, tell);
  for (const { database, session } of sessions) await writing(database, (log) => log.erase(session));
  const number = sessions.length === 1 ? 'Session' : `${sessions.length} sessions`;
  process.stdout.write(`${number} ${wanted} erased for good.\n`);
}

function tell(message: string): void {
  process.stderr.write(`${message}\n`);
}

/** Throws `Mistake`. */
export async function write(
  file: string,
  body: string | Uint8Array | AsyncIterable<Uint8Array>,
  flag: 'w' | 'wx',
): Promise<void> {
  try {
    await writeFile(file, body, { flag });
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new Mistake(
      exists
        ? `${file} exists already; choose another name.`
        : `${file} cannot be written; is its folder there?`,
    );
  }
}

function codeFrom(text: string): Code;
function codeFrom(text: string | undefined): Code | undefined;
function codeFrom(text: string | undefined): Code | undefined {
  const code = text === undefined ? undefined : readCode(text);
  if (text !== undefined && !code)
    throw new Mistake(`"${text}" is no session's code: it has six letters or digits.`);
  return code;
}
