import { createRequire } from 'node:module';
import tseslint from 'typescript-eslint';

const noDroppedResult = createRequire(import.meta.url)('./no-dropped-result.cjs');

/**
 * The rules that are ours: what Google runs drops no failure, and keeps to the sizes of docs/architecture.md. The general rules,
 * for all folders, are in .oxlintrc.json: that linter takes a tenth of the time.
 */
export default tseslint.config({
  files: ['src/**/*.ts'],
  ignores: ['**/*.d.ts'],
  languageOptions: {
    parser: tseslint.parser,
    parserOptions: {
      project: 'build/tsconfig.add-on.json',
      tsconfigRootDir: import.meta.dirname + '/..',
    },
  },
  linterOptions: { reportUnusedDisableDirectives: 'off' },
  plugins: { tandem: { rules: { 'no-dropped-result': noDroppedResult } } },
  rules: { 'tandem/no-dropped-result': 'error' },
});
