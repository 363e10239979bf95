/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  // Half of the tests wait for a browser: on two cores two at a time. A third one makes the browsers too slow to be typed in.
  maxWorkers: '100%',
  roots: ['<rootDir>/tests'],
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
  // What comes as ES modules alone is turned into what Jest loads.
  transformIgnorePatterns: ['/node_modules/(?!get-east-asian-width/)'],
};
