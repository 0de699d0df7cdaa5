/** The commands that run no session: `check`, `new`, `results`, `erase`. */
import { writeFileSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { type Code, readCode } from '../protocol/ids.ts';
import { exportFormats } from './export/formats.ts';
import { exportSession } from './export/results.ts';
import { readText } from './main.ts';
import { Mistake } from './mistake.ts';
import { checkReport, readSessionFile } from './session-file/session-file.ts';
import { starter } from './session-file/starter.ts';
import { findStored, reading, writing } from './store.ts';

/** What is wrong with the file goes with the exit code of a mistake, what is right to standard output. */
export function checkFile(file: string): void {
  const read = readSessionFile(readText(resolve(file)), { file: basename(file) });
  const report = checkReport(file, read);
  if (!read.ok) throw new Mistake(report.trimEnd());
  process.stdout.write(report);
}

export function writeStarter(file: string): void {
  write(file, starter(), 'wx');
  process.stdout.write(`Wrote ${file}. Run it: plenum ${file}\n`);
}

interface ResultsFlags {
  readonly output?: string;
  readonly activity?: string;
  readonly data: string;
}

const downloads = ['csv', 'xlsx', 'json', 'html'];

export async function writeResults(
  code: string | undefined,
  { output, activity, data }: ResultsFlags,
): Promise<void> {
  const extension = output === undefined ? 'csv' : extname(output).slice(1).toLowerCase();
  const format = downloads.includes(extension) ? exportFormats[extension] : undefined;
  if (!format) throw new Mistake(`${output} must end in .xlsx, .csv, .json or .html.`);
  const [stored] = await findStored(resolve(data), codeFrom(code), tell);
  const only = activity === undefined ? {} : { activity };
  const body = await reading(stored.database, (log) => exportSession(log, stored.session, format, only));
  if (output === undefined) process.stdout.write(body);
  else write(output, body, 'w');
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
export function write(file: string, body: string | Uint8Array, flag: 'w' | 'wx'): void {
  try {
    writeFileSync(file, body, { flag });
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
