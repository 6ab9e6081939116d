import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CHECK = join(__dirname, '../build/dropped-results.mjs');

const BEFORE = `
  type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: string };
  declare function save(row: number): Result<void>;
  declare function saveLater(row: number): Promise<Result<void>>;
  declare function count(row: number): number;
  declare function respond(): { ok: boolean };
  declare const rows: number[];
  declare const store: { save(row: number): Result<void> } | undefined;
`;

const ALLOWED: readonly (readonly [what: string, code: string])[] = [
  ['that is looked at', 'const saved = save(1); if (!saved.ok) count(1);'],
  ['of a list that is collected', 'rows.map((row) => save(row)).length.toFixed();'],
  ['that is returned', 'function write() { return save(1); }'],
  ['that an arrow hands on', 'const write = () => save(1); write().ok;'],
  ['that is kept', 'let last = save(1); last = save(2); last.ok;'],
  ['that is dropped by intention', 'void save(1);'],
  ['that is none: a number', 'count(1); rows.forEach((row) => count(row));'],
  ['that is none: its ok is any boolean', 'respond();'],
];

const REFUSED: readonly (readonly [what: string, code: string])[] = [
  ['that is dropped', 'save(1);'],
  ['that is dropped on a condition', 'rows.length > 0 && save(1);'],
  ['that is dropped on one of two ways', 'rows[0] ? save(1) : count(1);'],
  ['that may not be there', 'store?.save(1);'],
  ['that forEach drops', 'rows.forEach((row) => save(row));'],
  ['that its type hides', 'const write: () => void = () => save(1); write();'],
  ['that was awaited and dropped', 'async function write() { await saveLater(1); }'],
];

/** `npm run check` holds the add-on to this rule; here it shows that it refuses. */
describe('a Result', () => {
  let said: string;

  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), 'results-'));
    const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
    const compilerOptions = { strict: true, lib: ['ES2022'], types: [], moduleDetection: 'force' };
    write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    ALLOWED.forEach(([, code], index) => write(`allowed-${index}.ts`, BEFORE + code));
    REFUSED.forEach(([, code], index) => write(`refused-${index}.ts`, BEFORE + code));
    said = spawnSync(process.execPath, [CHECK, 'tsconfig.json'], {
      cwd: folder,
      encoding: 'utf8',
    }).stdout;
    rmSync(folder, { recursive: true });
  });

  test.each(ALLOWED.map(([what], index) => [what, index]))('%s may stand', (_, index) => {
    expect(said).not.toContain(`allowed-${index}.ts`);
  });

  test.each(REFUSED.map(([what], index) => [what, index]))('%s is refused', (_, index) => {
    expect(
      said.match(new RegExp(`^refused-${index}\\.ts:\\d+:\\d+ drops a Result`, 'gm')),
    ).toHaveLength(1);
  });
});
