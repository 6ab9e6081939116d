import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DEFAULT_SETTINGS } from '../../emulator/workspace/settings';
import { mostDeletions } from '../../src/calendar/sync/brakes';
import { MOST_TRIES } from '../../src/calendar/sync/pending';
import { pollMs } from '../../src/calendar/runner/poll';
import { LOOK_BACK_DAYS } from '../../src/calendar/entry/sync-window';
import { mostDeactivations } from '../../src/directory/brakes';
import { HEADINGS } from '../../src/audit/row';
import { FEATURES } from '../../src/app/features';
import { manifestScopes, delegationNeeds } from '../../src/app/needs';
import { LICENSE_SCOPE } from '../../src/install/needs';
import { LIMITS } from '../../src/google/limits';
import { blockOf, DOCUMENTS, proseOf, ROOT, sectionOf, textOf } from './documents';

const README = textOf('README.md');
const manifest = JSON.parse(textOf('appsscript.json')) as {
  readonly urlFetchWhitelist: readonly string[];
};

/** As GitHub makes them of headings. */
const anchorsOf = (text: string): Set<string> =>
  new Set(
    [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
      heading!
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/ /g, '-'),
    ),
  );

const links = DOCUMENTS.flatMap((path) =>
  [...proseOf(textOf(path)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target): [string, string] => [path, target]),
);

test.each(links)('%s leads to %s', (path, target) => {
  const [file = '', anchor] = target.split('#');
  const found = file === '' ? path : join(dirname(path), file);
  expect(existsSync(join(ROOT, found))).toBe(true);
  if (anchor !== undefined) expect(anchorsOf(textOf(found))).toContain(anchor);
});

test('every picture is shown by some document', () => {
  const shown = DOCUMENTS.map(textOf).join('\n');
  const unused = readdirSync(join(ROOT, 'docs/pictures')).filter((name) => !shown.includes(name));
  expect(unused).toEqual([]);
});

test.each(DOCUMENTS.map((path) => [path]))('%s names nothing of one machine, in short lines', (path) => {
  const text = textOf(path);
  expect(text).not.toMatch(/(^|[\s`'"(])\/(work|root|home|tmp)\/|localhost:(?!8090)/m);
  const long = proseOf(text)
    .split('\n')
    .filter((line) => line.length > 150 && !line.startsWith('|') && !line.includes('!['));
  expect(long).toEqual([]);
});

const FOLDERS = ['', 'src', 'src/calendar', 'src/directory', 'emulator'];

const named = [
  ...new Set(
    [...textOf('docs/architecture.md').split('## The local Workspace')[0]!.matchAll(/`([\w./-]+\.(?:ts|mjs|json))`/g)].map(([, file]) => file!),
  ),
];

test.each(named)('docs/architecture.md names %s, and there is one', (file) => {
  expect(FOLDERS.some((folder) => existsSync(join(ROOT, folder, file)))).toBe(true);
});

test.each([
  ['workCalendarContract', 'test/contract/work-calendar-contract.ts'],
  ['employeesContract', 'test/contract/employees-contract.ts'],
])('docs/architecture.md names the contract %s', (name, file) => {
  expect(textOf('docs/architecture.md')).toContain(name);
  expect(textOf(file)).toContain(`export function ${name}(`);
});

describe('README', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const commandsIn = (text: string): string[] =>
    [...text.matchAll(/npm (?:run )?(start|test|[a-z]+)(?=[\s`])/g)]
      .map(([, name]) => name!)
      .filter((name) => name !== 'ci' && name !== 'run');

  test('its commands are those of package.json', () => {
    const table = sectionOf(README, '## Commands').split('\n').filter((line) => line.startsWith('| `npm'));
    const told = table.map((line) => /^\| `npm (?:run )?([a-z]+)`/.exec(line)?.[1]);
    expect([...told].sort()).toEqual(Object.keys(scripts).sort());
  });

  test.each(DOCUMENTS.map((path) => [path]))('%s names only commands that there are', (path) => {
    const missing = commandsIn(textOf(path)).filter((name) => !(name in scripts));
    expect(missing).toEqual([]);
  });

  test('its options are the local Workspace’s', () => {
    const usage = textOf('emulator/main.ts');
    // Lines about `npm run` have options of other programs.
    const lines = README.split('\n').filter((line) => !line.includes('npm run'));
    const told = [...lines.join('\n').matchAll(/(?:npm start -- |\s)(--[a-z][a-z-]+)(?=[\s.`*])/g)].map(([, option]) => option!);
    expect(told.length).toBeGreaterThan(3);
    for (const option of told) expect(usage).toContain(option);
  });

  const layout = /```\n(src\/.*?)```/s.exec(sectionOf(README, '## Layout'))![1]!;
  const paths = layout.split('\n').flatMap((line) => {
    const [, indent, path] = /^( *)([a-z.-]+\/?)\s{2,}/.exec(line) ?? [];
    return path === undefined ? [] : [indent === '' ? path : `src/${path}`];
  });

  test.each(paths)('its layout’s %s is there', (path) => {
    expect(existsSync(join(ROOT, path))).toBe(true);
  });

  test('its layout leaves out no folder of src', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `src/${name}/`);
    expect(folders.filter((folder) => !paths.includes(folder))).toEqual([]);
  });

  test('says of how many people how often each calendar is looked at', () => {
    const section = sectionOf(README, '## How many people it carries').replace(/\s+/g, ' ');
    const every = (people: number): number => Math.round(pollMs(people, 60_000) / 60_000);
    expect(section).toContain(
      `every ${every(200)} minutes for 200 people, every ${every(1_000)} for 1,000, every ${every(2_000)} for 2,000`,
    );
  });

  test('the version of Node is that of package.json', () => {
    const { engines } = JSON.parse(textOf('package.json')) as { engines: { node: string } };
    expect(README).toContain(`Node ${engines.node.replace(/\D/g, '')} or newer`);
  });
});

describe('for administrators', () => {
  const text = textOf('docs/administrators.md').replace(/\s+/g, ' ');

  test('the brakes, limits and tries are those of the code', () => {
    expect([mostDeletions(0), mostDeletions(1_000)]).toEqual([5, 100]);
    expect([mostDeactivations(0), mostDeactivations(1_000)]).toEqual([5, 100]);
    expect(text).toContain('deactivate more than 5 people and more than a tenth');
    expect(text).toContain('delete more than 5 entries and more than a tenth');
    expect(MOST_TRIES).toBe(5);
    expect(text).toContain('tried five times');
    expect(text).toContain(`${LIMITS.FETCHES_PER_DAY.toLocaleString('en')} requests a day`);
    expect(textOf('docs/people.md')).toContain(`more than ${LOOK_BACK_DAYS} days`);
  });

  test('the columns of the export are told in their order [H27]', () => {
    expect(text).toContain(HEADINGS.join(', '));
  });

  test('Tandem can send to nobody but Google', () => {
    for (const address of manifest.urlFetchWhitelist)
      expect(address).toMatch(/^https:\/\/([a-z0-9]+\.)?googleapis\.com\/$/);
    expect(text).toContain('Nothing is sent to anybody but Google.');
  });
});

test('the local Workspace’s README tells every setting, and no other', () => {
  const table = sectionOf(textOf('emulator/README.md'), '## Where Google leaves it open');
  const told = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(told.sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
});

describe('publishing', () => {
  const table = sectionOf(textOf('docs/publishing.md'), '## 6. What Google will look at');

  test('every scope has its class', () => {
    const scopes = [
      ...manifestScopes(FEATURES),
      ...delegationNeeds(FEATURES).map(({ scope }) => scope),
      LICENSE_SCOPE,
    ].map((scope) => scope.replace('https://www.googleapis.com/auth/', ''));
    const isTold = (scope: string): boolean =>
      table.includes(`\`${scope}\``) || table.includes(`\`${scope.replace(/\..*/, '')}.*\``);
    expect(scopes.filter((scope) => !isTold(scope))).toEqual([]);
  });
});

test('the manifest asks for exactly the scopes of README', () => {
  const block = blockOf(README, 'scopes')!;
  for (const scope of manifestScopes(FEATURES))
    expect(block).toContain(`\`${scope.replace('https://www.googleapis.com/auth/', '')}\``);
  const { oauthScopes } = JSON.parse(readFileSync(join(ROOT, 'build/gas/appsscript.json'), 'utf8')) as {
    oauthScopes: readonly string[];
  };
  expect([...oauthScopes].sort()).toEqual([...manifestScopes(FEATURES)].sort());
});
