/** What the system says of a process: memory and processor time. Linux only, as the bench is. */
import { readFileSync } from 'node:fs';

/** Resident memory in MB. */
export function memoryOf(pid: number | undefined): number {
  return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096) / 1e6;
}

/** Processor time used so far, user and system, in seconds; the kernel counts hundredths. */
export function processorTimeOf(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Milliseconds by the clock that all processes of a system share. */
export function systemTime(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
