import tseslint from 'typescript-eslint';

// Type-aware linting asks TypeScript 6 (the linter's peer); the build is made by TypeScript 7.
// Shape, doors and clocks are checked in test/architecture, which needs no types and is quicker.
const always = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-constant-condition': ['error', { checkLoops: false }],
  'no-control-regex': 'error',
  'no-debugger': 'error',
  'no-eval': 'error',
  'no-implied-eval': 'off',
  'no-return-assign': 'error',
  'no-self-compare': 'error',
  'no-throw-literal': 'off',
  'no-unsafe-finally': 'error',
  'no-var': 'error',
  'prefer-const': ['error', { destructuring: 'all' }],
  radix: 'error',
};

const typed = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/ban-ts-comment': 'error',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-for-in-array': 'error',
  '@typescript-eslint/no-implied-eval': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false, attributes: false } }],
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_', ignoreRestSiblings: true },
  ],
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
};

export default tseslint.config(
  { ignores: ['dist/', '.cuao/', 'coverage/', 'policies/', 'test/architecture/samples/', '**/generated/', '**/node_modules/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: { ...always, ...typed },
  },
  {
    // A test states what must be there; in production code the compiler has to be convinced.
    files: ['**/*.spec.ts', '**/*.e2e-spec.ts', 'test/**/*.ts'],
    ignores: ['test/architecture/samples/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // One JSON line each goes through libs/kernel's logLine; what a command prints goes through process.stdout.
    files: ['libs/**/*.ts', 'apps/**/*.{ts,tsx}'],
    rules: { 'no-console': 'error' },
  },
  {
    // Stands outside every tsconfig.
    files: ['**/*.config.ts'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: false } },
  },
  { files: ['**/*.mjs'], rules: { ...always, 'no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }] } },
);
