import { availableParallelism } from 'node:os';

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  // The longest tests wait for a browser or a clock half of their time: one more than there are cores.
  maxWorkers: availableParallelism() + 1,
  testSequencer: './tests/support/longest-first.js',
  roots: ['<rootDir>/tests'],
  // A page, a grid or 10,000 rows take their time, all the more on a busy machine.
  testTimeout: 60_000,
  testMatch: ['**/*.test.{ts,tsx}'],
  transform: {
    '^.+\\.[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // Any test may speak English.
  setupFiles: ['<rootDir>/tests/support/english.ts'],
  // What comes as ES modules alone is turned into what Jest loads.
  transformIgnorePatterns: ['/node_modules/(?!get-east-asian-width/)'],
};
