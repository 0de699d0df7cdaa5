/** What `plenum check` says about a session file. */
import type { Fault } from '../../activities/directive.ts';
import { legible } from '../../activities/legible.ts';
import type { SessionFile } from './session-file.ts';

/** `talk.md:42:6 poll: needs at least two answers` */
export function formatFault(file: string, { line, column, message }: Fault): string {
  return `${file}:${line}:${column} ${message}`;
}

/** The same for what is doubtful, and stops nothing. */
export function formatWarning(file: string, warning: Fault): string {
  return `${formatFault(file, warning)} (warning)`;
}

/** Every activity with its line, kind, question and id, then what is wrong, then what is doubtful. */
export function checkReport(file: string, read: SessionFile): string {
  const activities = read.ok ? read.definition.activities : read.activities;
  const faults = read.ok ? [] : read.faults;
  const lines = [
    ...(read.ok ? [`${file}: ${summary(read.definition)}`] : []),
    ...activities.map(
      ({ line, kind, question, id }) => `${file}:${line} ${kind} "${legible(question, 120)}" (${id})`,
    ),
    ...faults.map((fault) => formatFault(file, fault)),
    ...read.warnings.map((warning) => formatWarning(file, warning)),
  ];
  return `${lines.join('\n')}\n`;
}

function summary({ slides, activities }: Extract<SessionFile, { ok: true }>['definition']): string {
  return `${counted(slides.length, 'slide', 'slides')}, ${counted(activities.length, 'activity', 'activities')}`;
}

function counted(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`;
}
