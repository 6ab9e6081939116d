// `npm start`: the local Workspace as a program.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readState } from './control/read-state';
import { readStubs } from './control/read-stubs';
import { consolePages } from './pages/console-pages';
import { wallClock } from './kit/clock';
import { companyFromFiles, type CompanyFromFiles } from './seed/company-from-files';
import { startWorkspace, type StartOptions } from './start-workspace';
import type { JsonObject } from './workspace/api-method';
import type { WorkspaceState } from './workspace/state/workspace-state';

const USAGE = `Starts a local Google Workspace.

  --port N          listen on this port (8090)
  --script DIR      run this folder of .gs, .js, .html and appsscript.json instead of our add-on
  --seed FILE       start with this company: JSON as GET /_workspace/state returns it
  --users FILE      start with the people in this CSV file, a user download from the Admin console
  --admin ADDRESS   with --users: the super administrator (the first active admin@, administrator@ or it@,
                    else the first active person)
  --ics ADDRESS=FILE
                    add the events of this iCalendar file to this person's calendar; may be repeated
  --seed-number N   the seed of the random numbers (1)
  --clock KIND      wall: follows this machine's clock; manual: moves only when it is advanced (wall)
  --library NAME=DIR  run this folder as the library that the script uses under this name; may be repeated
  --allow-host HOST   let UrlFetchApp really send requests to this host (example.com, *.example.com, *), and cards
                      and web apps load from it; may be repeated. Without it nothing leaves this machine
  --stub FILE         answer UrlFetchApp from this JSON file: [{"url": "https://api.example.com/*", "body": …}]; may be
                      repeated
  --guard-minutes N   stop a function that keeps this machine busy for so long (5)
  --publisher-key PROPERTY      create a service account in the script's Cloud project and store its JSON key in this
                                script property, as the script's publisher does by hand
  --publisher-project PROPERTY  store the number of that Cloud project in this script property
  --no-open         do not open a browser
  --help            show this text
`;

/** The options that decide which company to start with. */
interface Beginning {
  readonly seed?: string | undefined;
  readonly users?: string | undefined;
  readonly admin?: string | undefined;
  readonly ics: readonly string[];
}

interface Command {
  readonly options: StartOptions;
  readonly opensBrowser: boolean;
  /** Lines to print about the files that were read. */
  readonly lines: readonly string[];
}

const list = { type: 'string', multiple: true, default: [] as string[] } as const;

const OPTIONS = {
  port: { type: 'string', default: '8090' },
  script: { type: 'string' },
  seed: { type: 'string' },
  users: { type: 'string' },
  admin: { type: 'string' },
  ics: list,
  'seed-number': { type: 'string' },
  clock: { type: 'string', default: 'wall' },
  library: list,
  'allow-host': list,
  stub: list,
  'guard-minutes': { type: 'string', default: '5' },
  'publisher-key': { type: 'string' },
  'publisher-project': { type: 'string' },
  'no-open': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** The command that the arguments describe; null when they ask for help. @throws Error in one sentence. */
export function readCommand(args: readonly string[]): Command | null {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) return null;
  const seedNumber =
    values['seed-number'] === undefined
      ? undefined
      : count('--seed-number', values['seed-number'], 2 ** 31);
  const clock = clockKind(values.clock);
  const company = companyToStart(values, { seedNumber, clock });
  const allowedHosts = values['allow-host'].map(hostIn);
  return {
    opensBrowser: !values['no-open'],
    lines: company?.lines ?? [],
    options: {
      port: count('--port', values.port, 65_535),
      pages: consolePages(allowedHosts),
      clock,
      script: values.script === undefined ? ownScript() : resolve(values.script),
      scriptOwner: values.script === undefined ? 'vendor' : 'organization',
      libraries: Object.fromEntries(values.library.map(libraryAndFolder)),
      machine: {
        allowedHosts,
        stubs: values.stub.flatMap(stubsIn),
        realTimeGuardMs: 60_000 * count('--guard-minutes', values['guard-minutes'], 1440, 1),
      },
      ...publisherOption(values['publisher-key'], values['publisher-project']),
      ...(company && { seed: company.state }),
      ...(seedNumber !== undefined && { seedNumber }),
    },
  };
}

function publisherOption(
  serviceAccountKey: string | undefined,
  projectNumber: string | undefined,
): Pick<StartOptions, 'publisher'> {
  if (serviceAccountKey === undefined && projectNumber === undefined) return {};
  if (serviceAccountKey === undefined || projectNumber === undefined)
    throw new Error('--publisher-key and --publisher-project go together.');
  return { publisher: { serviceAccountKey, projectNumber } };
}

/** The company to start with, where it is not just our seed company. Built once: a reset gives the same one again. */
function companyToStart(
  { seed, users, admin, ics }: Beginning,
  { seedNumber, clock }: { readonly seedNumber: number | undefined; readonly clock: string },
): CompanyFromFiles | null {
  if (seed !== undefined && users !== undefined)
    throw new Error('--seed and --users each say what company to begin with: give one of them.');
  if (admin !== undefined && users === undefined) throw new Error('--admin goes with --users.');
  if (seed === undefined && users === undefined && ics.length === 0) return null;
  return companyFromFiles(
    { users, admin, calendars: ics.map(personAndFile) },
    {
      ...(seedNumber !== undefined && { seedNumber }),
      ...(clock === 'wall' && { now: wallClock().now() }),
    },
    seed === undefined ? undefined : () => readSeed(seed),
  );
}

function personAndFile(text: string): { readonly person: string; readonly path: string } {
  const [, person, path] = /^(.+?@[^=@]+)=(.+)$/s.exec(text) ?? [];
  if (person !== undefined && path !== undefined) return { person, path };
  throw new Error(`--ics must be ADDRESS=FILE, such as anna@havu.example=anna.ics, not "${text}".`);
}

function libraryAndFolder(text: string): readonly [name: string, folder: string] {
  const [, name, folder] = /^([A-Za-z_$][\w$]*)=(.+)$/s.exec(text) ?? [];
  if (name !== undefined && folder !== undefined) return [name, resolve(folder)];
  throw new Error(`--library must be NAME=DIR, such as OAuth2=libraries/oauth2, not "${text}".`);
}

/** A host, also where somebody gives a whole address. */
function hostIn(text: string): string {
  const host = text.replace(/^https?:\/\//i, '').replace(/\/.*$/s, '');
  if (/^(\*|(\*\.)?[^\s*/]+)$/.test(host)) return host;
  throw new Error(`--allow-host must be a host, such as api.example.com, not "${text}".`);
}

function stubsIn(path: string): ReturnType<typeof readStubs> {
  try {
    return readStubs(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`--stub ${path}: ${(error as Error).message}.`);
  }
}

function count(name: string, text: string, most: number, least = 0): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new Error(`${name} must be a whole number from ${least} to ${most}, not "${text}".`);
}

function clockKind(text: string): 'wall' | 'manual' {
  if (text === 'wall' || text === 'manual') return text;
  throw new Error(`--clock must be wall or manual, not "${text}".`);
}

/** The add-on as it was built; null before the first build. */
function ownScript(): string | null {
  const folder = join(__dirname, '../gas');
  return existsSync(join(folder, 'appsscript.json')) ? folder : null;
}

function readSeed(path: string): WorkspaceState {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`The seed cannot be read: ${(error as Error).message}.`);
  }
  try {
    return readState(JSON.parse(text) as JsonObject);
  } catch (error) {
    if (error instanceof SyntaxError) throw new Error(`${path} is not JSON: ${error.message}.`);
    throw new Error(`${path} is not a saved company: ${(error as Error).message}`);
  }
}

/** Opens the Workspace in a browser; where there is none, nothing happens. */
function open(url: string): void {
  const [program, ...args] =
    { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform as string] ??
    (process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'] ? ['xdg-open'] : []);
  if (program === undefined) return;
  const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

async function main(): Promise<void> {
  const command = readCommand(process.argv.slice(2));
  if (!command) return void process.stdout.write(USAGE);
  for (const line of command.lines) process.stdout.write(`${line}\n`);
  const { url, warnings, stop } = await startWorkspace(command.options);
  const notes = warnings.map((warning) => `note: ${warning}\n`);
  process.stdout.write(`${notes.join('')}ready ${url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)));
  if (command.opensBrowser) open(url);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
