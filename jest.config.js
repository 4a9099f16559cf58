/** @type {import('jest').Config} */
export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' }, experimental: { keepImportAttributes: true } } }],
  },
  extensionsToTreatAsEsm: ['.ts'],
  // The tests are many small files: a worker for every core is a third faster than leaving one to jest itself.
  maxWorkers: '100%',
  // Only what hangs is stopped: how long a test takes depends on what else the machine does.
  testTimeout: 120_000,
  // Fixtures hold whole publish folders; nothing in them is a test or a module of ours.
  modulePathIgnorePatterns: ['<rootDir>/fixtures/', '<rootDir>/dist/', '<rootDir>/build/'],
};
