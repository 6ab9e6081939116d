import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

test('what is generated from card.proto is current', () => {
  const root = join(__dirname, '../../..');
  const run = (): string =>
    execFileSync(process.execPath, ['build/card-types.mjs', '--check'], {
      cwd: root,
      encoding: 'utf8',
    });
  expect(run).not.toThrow();
});
