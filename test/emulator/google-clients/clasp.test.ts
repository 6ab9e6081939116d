import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ADMIN, ANNA } from '../../support/small-company';
import { startClients, type Clients } from './clients';

const CLASP = join(__dirname, '../../../node_modules/@google/clasp/build/src/index.js');
const REDIRECT = join(__dirname, '../../../emulator/redirect-google.cjs');

let clients: Clients;
const folder = mkdtempSync(join(tmpdir(), 'clasp-'));
beforeAll(async () => {
  clients = await startClients();
  const token = {
    type: 'authorized_user',
    client_id: 'client',
    client_secret: 'secret',
    refresh_token: 'refresh',
    access_token: clients.started.tokenFor(ANNA),
    expiry_date: Date.now() + 3_600_000,
  };
  writeFileSync(join(folder, 'rc.json'), JSON.stringify({ tokens: { default: token } }));
});
afterAll(async () => {
  await clients.started.stop();
  rmSync(folder, { recursive: true });
});

/** Runs clasp in a folder; returns its output. */
async function clasp(where: string, ...args: string[]): Promise<string> {
  const env = {
    ...process.env,
    GOOGLE_ORIGIN: clients.started.url,
    NODE_OPTIONS: `--require ${REDIRECT}`,
    // Most of clasp's time is that of compiling Google's clients; from Node 22 on, that happens once.
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
  };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [CLASP, '-A', join(folder, 'rc.json'), ...args],
    { cwd: join(folder, where), env },
  );
  return stdout;
}

test('Google’s own clasp makes a project, pushes to it, clones it and lists its versions', async () => {
  const here = join(folder, 'here');
  mkdirSync(here);
  await clasp('here', 'create-script', '--type', 'standalone', '--title', 'From clasp');
  writeFileSync(join(here, 'Code.js'), "function hello(name) { return 'hello ' + name }\n");
  expect(await clasp('here', 'push', '-f')).toContain('Code.js');
  expect(clients.started.run('hello', { as: ADMIN, parameters: ['you'] }).value).toBe('hello you');
  const { scriptId } = JSON.parse(readFileSync(join(here, '.clasp.json'), 'utf8')) as {
    scriptId: string;
  };
  mkdirSync(join(folder, 'there'));
  const [version] = await Promise.all([
    clasp('here', 'create-version', 'first'),
    clasp('there', 'clone-script', scriptId),
  ]);
  expect(version).toContain('1');
  expect(await clasp('here', 'create-deployment', '-d', 'prod')).toContain('AKfycb');
  expect(readFileSync(join(folder, 'there', 'Code.js'), 'utf8')).toContain('hello');
});
