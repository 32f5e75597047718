// ESM-only packages that CommonJS packages require(): Node 20 allows that, Jest only from Node 24.9.
const esmFromCjs = ['content-disposition', 'cookie'];

export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.e2e-spec.ts', '<rootDir>/test/**/*.spec.ts', '<rootDir>/{apps,libs}/**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  maxWorkers: 2,
  watchman: false,
  // Config only: on the command line Jest 30.5 does not know it. Heap grows per file that imports Nest.
  workerIdleMemoryLimit: '512MB',
  // A test that hangs fails; a test on a busy machine does not. Figures of time belong to `npm run bench`.
  testTimeout: 120_000,
  transform: {
    '^.+\\.ts$': ['@swc/jest', { swcrc: true }],
    [`node_modules/(${esmFromCjs.join('|')})/.+\\.js$`]: [
      '@swc/jest',
      { swcrc: false, module: { type: 'commonjs' }, jsc: { target: 'es2022' } },
    ],
  },
  transformIgnorePatterns: [`node_modules/(?!(${esmFromCjs.join('|')})/)`],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^#libs/(.*)$': '<rootDir>/libs/$1/src/index.ts',
    '^#api/(.*)$': '<rootDir>/libs/$1/src/api.ts',
  },
};
