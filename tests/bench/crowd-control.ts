/** Starts the crowd as a process of its own and tells it what to do. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Report, Task } from './crowd.ts';

export interface Crowd {
  do(task: Omit<Task, 'id'>): Promise<Readonly<Record<string, number>>>;
  /** The same, with all it has to say. */
  ask(task: Omit<Task, 'id'>): Promise<Report>;
  end(): void;
}

export function gather(): Crowd {
  const child = fork(fileURLToPath(new URL('crowd.ts', import.meta.url)), {
    execArgv: ['--max-old-space-size=6000'],
  });
  const waiting = new Map<number, { done(report: Report): void; failed(error: Error): void }>();
  let next = 0;
  child.on('message', (report: Report) => {
    const wait = waiting.get(report.id);
    waiting.delete(report.id);
    if (report.failed === undefined) wait?.done(report);
    else wait?.failed(new Error(report.failed));
  });
  child.on('exit', () => {
    for (const { failed } of waiting.values()) failed(new Error('the crowd is gone'));
  });
  const ask: Crowd['ask'] = (task) => {
    const id = next++;
    return new Promise((done, failed) => {
      waiting.set(id, { done, failed });
      child.send({ ...task, id });
    });
  };
  return {
    ask,
    do: async (task) => (await ask(task)).figures ?? {},
    end: () => void child.kill('SIGKILL'),
  };
}
