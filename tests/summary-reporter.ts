/** Closes a run with one plain line, and fails it in CI when anything was skipped. */
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    // What was thrown outside of any test has no test to fail.
    const counts = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        counts[state === 'pending' ? 'skipped' : state]++;
      }
      // Nor has a file that could not be read, or a suite that could not be prepared.
      const suites = [...module.children.allSuites()];
      counts.failed += [module, ...suites].filter((each) => each.errors().length > 0).length;
    }
    console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
    if (process.env.CI && counts.skipped > 0) process.exitCode = 1;
  }
}
