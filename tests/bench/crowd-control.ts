/** Starts the crowd as a process of its own and tells it what to do. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Report, Task } from './crowd.ts';

export interface Crowd {
  do(task: Omit<Task, 'id'>): Promise<Readonly<Record<string, number>>>;
  end(): void;
}

export function gather(): Crowd {
  const child = fork(fileURLToPath(new URL('crowd.ts', import.meta.url)), {
    execArgv: ['--max-old-space-size=6000'],
  });
  const waiting = new Map<
    number,
    { done(figures: Readonly<Record<string, number>>): void; failed(error: Error): void }
  >();
  let next = 0;
  child.on('message', ({ id, figures = {}, failed }: Report) => {
    const wait = waiting.get(id);
    waiting.delete(id);
    if (failed === undefined) wait?.done(figures);
    else wait?.failed(new Error(failed));
  });
  child.on('exit', () => {
    for (const { failed } of waiting.values()) failed(new Error('the crowd is gone'));
  });
  return {
    do(task) {
      const id = next++;
      return new Promise((done, failed) => {
        waiting.set(id, { done, failed });
        child.send({ ...task, id });
      });
    },
    end: () => void child.kill('SIGKILL'),
  };
}
