import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RuleTester, type Rule } from 'eslint';
import { parser } from 'typescript-eslint';

const rule = jest.requireActual<Rule.RuleModule>('../build/no-dropped-result.cjs');

const BEFORE = `
  type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: string };
  declare function save(row: number): Result<void>;
  declare function saveLater(row: number): Promise<Result<void>>;
  declare function count(row: number): number;
  declare function respond(): { ok: boolean };
  declare const rows: number[];
  declare const store: { save(row: number): Result<void> } | undefined;
`;

const valid: Readonly<Record<string, string>> = {
  'a Result that is looked at may stand': 'const saved = save(1); if (!saved.ok) count(1);',
  'Results that are collected may stand': 'rows.map((row) => save(row)).length.toFixed();',
  'a Result that is returned may stand': 'function write() { return save(1); }',
  'a Result that an arrow hands on may stand': 'const write = () => save(1); write().ok;',
  'a Result that is kept may stand': 'let last = save(1); last = save(2); last.ok;',
  'a call without a Result may stand': 'count(1); rows.forEach((row) => count(row));',
  'an answer whose ok is any boolean is no Result': 'respond();',
};

const invalid: Readonly<Record<string, string>> = {
  'a Result that is dropped is refused': 'save(1);',
  'a Result that is dropped on a condition is refused': 'rows.length > 0 && save(1);',
  'a Result that is dropped on one of two ways is refused': 'rows[0] ? save(1) : count(1);',
  'a Result that may not be there is refused': 'store?.save(1);',
  'a Result that forEach drops is refused': 'rows.forEach((row) => save(row));',
  'a Result that its type hides is refused': 'const write: () => void = () => save(1); write();',
  'a Result that was awaited and dropped is refused':
    'async function write() { await saveLater(1); }',
};

/** A project of one file, so that the compiler has little to read. */
const project = mkdtempSync(join(tmpdir(), 'results-'));
const compilerOptions = { strict: true, lib: ['ES2022'], types: [] };
writeFileSync(
  join(project, 'tsconfig.json'),
  JSON.stringify({ compilerOptions, files: ['rows.ts'] }),
);
writeFileSync(join(project, 'rows.ts'), '');
afterAll(() => rmSync(project, { recursive: true }));

new RuleTester({
  languageOptions: {
    parser,
    parserOptions: {
      project: 'tsconfig.json',
      tsconfigRootDir: project,
      // Where CI is set the parser would compile what is on the disk, not what is linted here.
      disallowAutomaticSingleRunInference: true,
    },
  },
}).run('the lint rule about Results', rule, {
  valid: Object.entries(valid).map(([name, code]) => ({
    name,
    code: BEFORE + code,
    filename: join(project, 'rows.ts'),
  })),
  invalid: Object.entries(invalid).map(([name, code]) => ({
    name,
    code: BEFORE + code,
    filename: join(project, 'rows.ts'),
    errors: [{ messageId: 'dropped' }],
  })),
});
