/** @type {import('jest').Config} */
export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: { '\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } } }] },
  extensionsToTreatAsEsm: ['.ts'],
  // Fixtures hold whole publish folders; nothing in them is a test or a module of ours.
  modulePathIgnorePatterns: ['<rootDir>/fixtures/', '<rootDir>/dist/', '<rootDir>/build/'],
};
