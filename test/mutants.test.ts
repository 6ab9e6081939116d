import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');

test('every planted bug can still be planted, in every room of the sources', () => {
  const { status, stdout, stderr } = spawnSync('node', ['build/mutants.mjs', '--check'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(Number(/^(\d+) bugs/.exec(stdout)?.[1])).toBeGreaterThan(60);
  const rooms = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    // Cards and the page have no rules of their own: what they show is compared whole, and looked at in a browser.
    .filter((name) => !['card', 'admin-page'].includes(name));
  expect(rooms.filter((room) => !stdout.includes(`src/${room}`))).toEqual([]);
});
