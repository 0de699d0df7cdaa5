import { defineConfig } from 'vitest/config';
import SummaryReporter from './tests/summary-reporter.ts';

export default defineConfig({
  test: {
    include: ['{activities,protocol,server,deck,audience,tests}/**/*.test.{ts,tsx}'],
    globalSetup: 'tests/prepare.ts',
    reporters: ['default', new SummaryReporter()],
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
