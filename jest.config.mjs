import { existsSync } from 'node:fs';

/** Internal packages resolve to their source; `import` is left out or their dist would be taken. */
const source = (conditions) => ({ customExportConditions: ['antt-source', ...conditions] });

const swc = (jsc) => [
  '@swc/jest',
  { swcrc: true, jsc: { rewriteRelativeImportExtensions: false, ...jsc } },
];

const every = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/.local/', '<rootDir>/.nx/', '/dist/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/.local/'],
  transformIgnorePatterns: ['/node_modules/', '\\.mjs$'],
};

const servers = {
  globalSetup: '<rootDir>/infra/local/jest-setup.mjs',
  globalTeardown: '<rootDir>/infra/local/jest-teardown.mjs',
};

const node = {
  ...every,
  ...servers,
  displayName: 'node',
  testEnvironment: 'node',
  testEnvironmentOptions: source(['node', 'node-addons']),
  testMatch: [
    '<rootDir>/{libs,services,infra}/**/*.test.{ts,mjs}',
    '<rootDir>/apps/gateway/**/*.test.ts',
  ],
  transform: { '\\.ts$': swc() },
};

const web = {
  ...every,
  displayName: 'web',
  testEnvironment: 'jsdom',
  testEnvironmentOptions: source(['browser', 'module']),
  testMatch: ['<rootDir>/apps/web/src/**/*.test.{ts,tsx}'],
  transform: {
    '\\.tsx?$': swc({
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    }),
  },
  moduleNameMapper: { '\\.(css|woff2|svg|png)$': '<rootDir>/infra/local/jest-asset.mjs' },
  setupFiles: ['<rootDir>/apps/web/src/test-setup.ts'].filter((file) =>
    existsSync(file.replace('<rootDir>', import.meta.dirname)),
  ),
};

const journeys = {
  ...node,
  displayName: 'journeys',
  testMatch: ['<rootDir>/apps/web/e2e/**/*.test.ts'],
};

/** Journeys need a build and a browser: they run only when asked for (`--selectProjects journeys`). */
const asked = process.argv.includes('journeys') || process.env.ANTT_JOURNEYS === '1';

export default {
  projects: asked ? [node, web, journeys] : [node, web],
  maxWorkers: 2,
  // Modules of finished files stay in memory (--experimental-vm-modules): a worker begins anew before it is full.
  workerIdleMemoryLimit: '2GB',
  // Ends what hangs; how fast a machine is decides no test.
  testTimeout: 180_000,
};
