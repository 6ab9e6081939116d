import { createRequire } from 'node:module';
import tseslint from 'typescript-eslint';

const noDroppedResult = createRequire(import.meta.url)('./no-dropped-result.cjs');

/**
 * Our own rule: code that Google runs drops no failure. The general rules, for all folders, are in .oxlintrc.json,
 * because that linter takes a tenth of the time.
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
