import { describeLog } from './contract.ts';
import { type MemoryLog, openMemoryLog } from './memory.ts';

let opened: MemoryLog;

describeLog('memory', {
  async open() {
    opened = openMemoryLog();
    return opened;
  },
  fail: () => opened.failNext(),
});
