import { createRequire } from 'node:module';
import tseslint from 'typescript-eslint';

const noDroppedResult = createRequire(import.meta.url)('./no-dropped-result.cjs');

export default tseslint.config(
  {
    ignores: [
      'build/gas/**',
      'build/gas.new/**',
      'build/emulator/**',
      '**/*.d.ts',
      '**/*.d.cts',
      '**/*.cjs',
    ],
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strict],
    languageOptions: {
      parserOptions: {
        project: 'build/tsconfig.lint.json',
        tsconfigRootDir: import.meta.dirname + '/..',
      },
    },
    plugins: { tandem: { rules: { 'no-dropped-result': noDroppedResult } } },
    rules: {
      // Indexed access is checked by the compiler; `!` says what the line above it made sure of.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-params': ['error', 5],
      'tandem/no-dropped-result': 'error',
    },
  },
  {
    files: ['**/*.test.ts', 'test/support/**/*.ts'],
    rules: { 'max-params': 'off', '@typescript-eslint/no-empty-function': 'off' },
  },
);
