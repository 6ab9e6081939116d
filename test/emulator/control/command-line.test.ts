import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = join(__dirname, '../../../build/emulator/main.js');
const MANIFEST = '{"timeZone":"UTC"}';
const root = mkdtempSync(join(tmpdir(), 'workspace-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A folder with these files. */
function folder(name: string, files: Record<string, string>): string {
  const path = join(root, name);
  mkdirSync(path);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
  return path;
}

/** Starts the program and waits for its first line. */
function start(...args: string[]) {
  const child = spawn(process.execPath, [PROGRAM, '--no-open', ...args]);
  const line = new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => resolve(data.toString()));
    child.stderr.once('data', (data: Buffer) => reject(new Error(data.toString())));
  });
  return { child, line };
}

test('it says when it is ready, and answers there', async () => {
  const script = folder('fine', {
    'Code.js': 'function f() { return 42 }',
    'appsscript.json': MANIFEST,
  });
  const { child, line } = start(
    '--port',
    '0',
    '--clock',
    'manual',
    '--seed-number',
    '3',
    '--script',
    script,
  );
  const [, url] = /^ready (http:\/\/localhost:\d+)\n$/.exec(await line) ?? [];
  const control = async (path: string, body?: object) =>
    (
      await fetch(
        `${url}/_workspace/${path}`,
        body && { method: 'POST', body: JSON.stringify(body) },
      )
    ).json();
  expect(await control('clock')).toEqual({ now: '2026-03-02T08:00:00.000Z' });
  const { directory } = (await control('state')) as {
    directory: { users: Record<string, { isAdmin: boolean; primaryEmail: string }> };
  };
  const admin = Object.values(directory.users).find(({ isAdmin }) => isAdmin)!.primaryEmail;
  expect(await control('run', { function: 'f', as: admin })).toMatchObject({ result: 42 });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test('it starts with a company from files, and reports what it skipped', async () => {
  const header = 'First Name,Last Name,Email Address\n';
  const files = folder('own', {
    'users.csv': `${header}Anna,Berg,anna@own.example\nBen,Berg,\n`,
    'anna.ics':
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260304\nEND:VEVENT\nEND:VCALENDAR\n',
  });
  const users = join(files, 'users.csv');
  const { child, line } = start(
    ...['--port', '0', '--users', users, '--admin', 'anna@own.example'],
    ...['--ics', `anna@own.example=${join(files, 'anna.ics')}`],
  );
  expect(await line).toContain('users.csv, line 3: skipped: it has no email address.');
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
});

test('it reports what is odd about a script and which libraries are missing, and runs it', async () => {
  const script = folder('live', {
    'Code.js':
      "function f() { return [Own.one(), UrlFetchApp.fetch('https://api.example/x').getContentText()] }",
    'appsscript.json': JSON.stringify({
      timeZone: 'UTC',
      gmail: {},
      dependencies: {
        libraries: [
          { userSymbol: 'OAuth2', libraryId: '1B7', version: '43' },
          { userSymbol: 'Own', libraryId: '1Own', version: '1' },
        ],
      },
    }),
  });
  const own = folder('library', { 'Code.js': 'function one() { return 1 }' });
  const stubs = folder('answers', { 'a.json': '[{"url":"https://api.example/*","body":{"a":1}}]' });
  const { child, line } = start(
    ...['--port', '0', '--clock', 'manual', '--script', script],
    ...['--library', `Own=${own}`, '--stub', join(stubs, 'a.json'), '--guard-minutes', '1'],
  );
  const output = await line;
  expect(output).toContain('note: appsscript.json: gmail is not a key');
  expect(output).toContain('note: The library OAuth2 (1B7, version 43) is not on this machine');
  expect(output).not.toContain('library Own');
  const [, url] = /ready (\S+)/.exec(output) ?? [];
  const response = await fetch(`${url}/_workspace/run`, {
    method: 'POST',
    body: JSON.stringify({ function: 'f', as: 'admin@havu.example' }),
  });
  expect(await response.json()).toMatchObject({ result: [1, '{"a":1}'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
});

describe('what it cannot start with is reported in one sentence', () => {
  const cases: readonly (readonly [string, () => string[], string])[] = [
    [
      'a port that is no number',
      () => ['--port', 'x'],
      '--port must be a whole number from 0 to 65535, not "x".',
    ],
    ['an unknown clock', () => ['--clock', 'sun'], '--clock must be wall or manual, not "sun".'],
    ['an unknown option', () => ['--nonsense'], "Unknown option '--nonsense'"],
    ['a folder that is not there', () => ['--script', join(root, 'none')], 'none cannot be read'],
    [
      'a folder without a manifest',
      () => ['--script', folder('bare', { 'a.gs': '' })],
      'has no appsscript.json.',
    ],
    [
      'a broken manifest',
      () => ['--script', folder('broken', { 'appsscript.json': '{' })],
      'appsscript.json',
    ],
    [
      'a manifest that is a list',
      () => ['--script', folder('list', { 'appsscript.json': '[]' })],
      'appsscript.json is not a JSON object.',
    ],
    ['a library without a folder', () => ['--library', 'OAuth2'], '--library must be NAME=DIR'],
    [
      'a library that is not there',
      () => [
        ...['--script', folder('uses', { 'appsscript.json': MANIFEST })],
        ...['--library', `X=${join(root, 'none')}`],
      ],
      'none cannot be read',
    ],
    ['a host that is none', () => ['--allow-host', 'a b'], '--allow-host must be a host'],
    [
      'stubs that are no list',
      () => ['--stub', join(folder('stubs', { 'a.json': '{}' }), 'a.json')],
      'a.json: it is not a list of answers.',
    ],
    [
      'a stub without an address',
      () => ['--stub', join(folder('stubs2', { 'a.json': '[{"body":""}]' }), 'a.json')],
      'a.json: answer 1 has no "url".',
    ],
    [
      'a guard of no time',
      () => ['--guard-minutes', '0'],
      '--guard-minutes must be a whole number from 1 to 1440, not "0".',
    ],
    [
      'a syntax error',
      () => ['--script', folder('typo', { 'appsscript.json': MANIFEST, 'a.gs': 'function f( {' })],
      'a.gs',
    ],
    [
      'a seed that is not there',
      () => ['--seed', join(root, 'none.json')],
      'The seed cannot be read',
    ],
    [
      'a seed that is no JSON',
      () => ['--seed', join(folder('seed', { 'a.json': '{' }), 'a.json')],
      'a.json is not JSON',
    ],
    [
      'a seed that is no company',
      () => ['--seed', join(folder('seed2', { 'a.json': '{}' }), 'a.json')],
      '"version" must be 1.',
    ],
    [
      'users that are not there',
      () => ['--users', join(root, 'none.csv')],
      'none.csv: The file cannot be read',
    ],
    [
      'a calendar of nobody',
      () => ['--ics', 'anna.ics'],
      '--ics must be ADDRESS=FILE, such as anna@havu.example=anna.ics, not "anna.ics".',
    ],
    [
      'two companies',
      () => ['--users', 'users.csv', '--seed', 'seed.json'],
      '--seed and --users each say what company to begin with: give one of them.',
    ],
    ['an administrator of no file', () => ['--admin', 'a@b.example'], '--admin goes with --users.'],
  ];

  test.each(cases)('%s', (_, args, words) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [PROGRAM, '--no-open', '--port', '0', ...args()],
      { encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([1, expect.stringContaining(words)]);
    expect(stderr).not.toContain('    at ');
  });

  test('a busy port', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    await expect(start('--port', String(port)).line).rejects.toThrow(
      `Port ${port} is in use. Choose another one with --port.`,
    );
    await new Promise((resolve) => server.close(resolve));
  });
});
