import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{activities,protocol,server,deck,audience,tests}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
