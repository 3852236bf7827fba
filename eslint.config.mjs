import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

/** Who may import whom (docs/decisions/0001-layout.md); everything not listed is refused. */
const boundaries = [
  { sourceTag: 'kernel', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'contracts', onlyDependOnLibsWithTags: ['kernel'] },
  { sourceTag: 'service-kit', onlyDependOnLibsWithTags: ['kernel', 'contracts'] },
  { sourceTag: 'reading', onlyDependOnLibsWithTags: ['kernel', 'contracts'] },
  { sourceTag: 'paper', onlyDependOnLibsWithTags: ['kernel', 'contracts', 'reading'] },
  { sourceTag: 'testing', onlyDependOnLibsWithTags: ['kernel', 'contracts', 'service-kit'] },
  {
    sourceTag: 'service',
    onlyDependOnLibsWithTags: ['kernel', 'contracts', 'reading', 'paper', 'service-kit', 'testing'],
  },
  {
    sourceTag: 'gateway',
    onlyDependOnLibsWithTags: ['kernel', 'contracts', 'paper', 'service-kit', 'testing'],
  },
  { sourceTag: 'web', onlyDependOnLibsWithTags: ['kernel', 'contracts', 'testing'] },
];

const plain = [
  { selector: 'TSEnumDeclaration', message: 'Use a string union.' },
  { selector: 'ExportDefaultDeclaration', message: 'Use a named export.' },
];

export default ts.config(
  { ignores: ['**/dist', '.local', '.nx', 'node_modules'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    // Classes that Nest injects are values: it reads them from the types that are emitted.
    languageOptions: {
      parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true },
    },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          depConstraints: boundaries,
          banTransitiveDependencies: true,
          // The build of the web reads the contracts (apps/web/addresses.ts); its pages import them as ever.
          checkDynamicDependenciesExceptions: ['contracts'],
          // Journeys run against the platform that npm start starts; infra is no package.
          allow: ['../../../infra/local/throwaway.mjs'],
        },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_+$' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      'no-restricted-syntax': ['error', ...plain],
      'max-lines': ['error', { max: 300 }],
    },
  },
  {
    files: ['**/*.rules.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: ['@nestjs/*', 'typeorm', 'pg', '@nats-io/*'] },
      ],
    },
  },
  {
    files: ['**/*.test.{ts,tsx,mjs}', 'libs/testing/**'],
    rules: { 'max-lines': 'off', '@typescript-eslint/no-explicit-any': 'off' },
  },
  { files: ['apps/web/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}', 'apps/web/src/test-*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...plain,
        {
          selector: 'MemberExpression[property.name=/^(input|output)$/]',
          message:
            'What ships to the browser has no schemas of operations (apps/web/addresses.ts).',
        },
      ],
    },
  },
  {
    files: ['**/*.mjs', '**/*.config.ts'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        fetch: 'readonly',
        AbortSignal: 'readonly',
        Buffer: 'readonly',
      },
    },
    rules: { 'no-restricted-syntax': 'off' },
  },
  prettier,
);
