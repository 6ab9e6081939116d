import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = join(__dirname, '..');
const FEATURES = ['install', 'connection', 'directory', 'calendar', 'mail', 'audit'];

/** What a folder of src may import besides itself. A folder that is not named here fails. */
const SRC_MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  kit: [],
  card: ['kit'],
  ...Object.fromEntries(FEATURES.map((feature) => [feature, ['kit', 'card', 'runs']])),
  runs: ['kit', 'card'],
  worksystem: ['kit', 'runs', ...FEATURES],
  google: ['kit', 'card', 'runs', 'worksystem', ...FEATURES],
  'admin-page': ['kit', 'card'],
  app: ['kit', 'card', 'runs', 'worksystem', 'google', ...FEATURES],
  'app.ts': ['app', 'kit', 'card', 'runs', 'worksystem', 'google', ...FEATURES],
  'main.ts': ['app.ts'],
};

/** What a folder of the emulator may import besides itself. `realm` stands for the files that run in a script's realm. */
const EMULATOR_MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  discovery: [],
  card: ['discovery'],
  runtime: ['discovery', 'rest', 'services', 'workspace'],
  services: ['discovery', 'rest', 'runtime', 'workspace', 'local-workspace.ts'],
  workspace: ['discovery', 'runtime'],
  rest: ['discovery', 'runtime', 'web-app', 'workspace', 'local-workspace.ts'],
  'add-on': ['card', 'runtime', 'workspace', 'local-workspace.ts'],
  control: [
    'add-on',
    'card',
    'discovery',
    'rest',
    'runtime',
    'web-app',
    'workspace',
    'services',
    'local-workspace.ts',
  ],
  seed: ['runtime', 'workspace', 'local-workspace.ts'],
  'local-workspace.ts': ['rest', 'runtime', 'workspace'],
  'redirect-google.cjs': [],
  'workspace-host.ts': ['control', 'local-workspace.ts', 'runtime', 'seed', 'workspace'],
  'start-workspace.ts': [
    'control',
    'local-workspace.ts',
    'rest',
    'runtime',
    'workspace',
    'workspace-host.ts',
  ],
  'web-app': ['rest', 'runtime', 'workspace', 'services', 'local-workspace.ts'],
  pages: ['web-app', 'rest', 'runtime', 'workspace', 'services', 'local-workspace.ts', 'control'],
  'main.ts': ['control', 'pages', 'runtime', 'seed', 'workspace', 'start-workspace.ts'],
};

const files = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => /\.(tsx?|mjs|cjs)$/.test(path) && statSync(join(ROOT, path)).isFile());

const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Files that a file imports from this repository, relative to the top. */
const importsOf = (path: string): string[] =>
  [...textOf(path).matchAll(/(?:from|import|require\()\s*'(\.[^']+)'/g)].map(([, target]) =>
    relative(ROOT, resolve(ROOT, dirname(path), target!)),
  );

/** The first folder below the top one, or the file itself. */
const folderOf = (path: string): string => {
  const [, second, third] = path.split('/');
  return third === undefined && !second!.includes('.') ? `${second}.ts` : second!;
};

function foreignImports(
  path: string,
  table: Readonly<Record<string, readonly string[]>>,
): string[] {
  const top = path.split('/')[0]!;
  const own = folderOf(path);
  const allowed = table[own];
  if (!allowed) return [`${own} is not in the table of folders`];
  return importsOf(path)
    .filter((target) => {
      if (target.split('/')[0] !== top) return true;
      const folder = folderOf(target);
      return folder !== own && !allowed.includes(folder);
    })
    .map((target) => `${path} imports ${target}`);
}

describe('the add-on', () => {
  test.each(files('src'))('%s imports only what its folder may', (path) => {
    expect(foreignImports(path, SRC_MAY_IMPORT)).toEqual([]);
  });

  test.each(files('src').filter((path) => !/^src\/(google|main|app|admin-page)/.test(path)))(
    '%s asks for no time and no chance',
    (path) => {
      expect(textOf(path)).not.toMatch(/Date\.now\(\)|new Date\(\)|Math\.random\(\)/);
    },
  );
});

describe('the local Workspace', () => {
  test.each(files('emulator').filter((path) => !path.startsWith('emulator/console/')))(
    '%s imports only what its folder may, and nothing of the add-on',
    (path) => {
      expect(foreignImports(path, EMULATOR_MAY_IMPORT)).toEqual([]);
    },
  );

  test.each(
    files('emulator').filter((path) =>
      /services\/[^/]+\/realm[^/]*\.ts$|runtime\/realm\//.test(path),
    ),
  )('%s runs in a realm and imports only what does, or types', (path) => {
    const values = [...textOf(path).matchAll(/^import (?!type)[^;]*from '(\.[^']+)'/gm)].map(
      ([, target]) => relative(ROOT, resolve(ROOT, dirname(path), target!)),
    );
    const foreign = values.filter(
      (target) => !/\/realm[^/]*$|\/runtime\/realm\/|\.json$/.test(target),
    );
    expect(foreign).toEqual([]);
  });

  test.each(
    files('emulator').filter(
      (path) => !/runtime\/clock\.ts|realm\/language\.ts|io-worker|console\//.test(path),
    ),
  )('%s asks no clock and no chance but the Workspace’s', (path) => {
    expect(textOf(path)).not.toMatch(/\bDate\.now\(\)|new Date\(\)|Math\.random\(\)/);
  });
});

test.each([...files('src'), ...files('emulator'), ...files('test'), ...files('build')])(
  '%s is named for the one thing inside',
  (path) => {
    expect(path).not.toMatch(/\/(utils?|helpers?|common|misc|index|manager|info)(\.[a-z]+)+$/);
  },
);

describe('nothing goes round in circles:', () => {
  /** Files that a file imports, as files of this repository. */
  const targets = (path: string): string[] =>
    importsOf(path).flatMap((target) =>
      [`${target}.ts`, `${target}.tsx`].filter((candidate) => all.has(candidate)),
    );
  const all = new Set([...files('src'), ...files('emulator')]);

  /** The files on a way from a file back to itself; empty when there is none. */
  function circleOf(start: string): string[] {
    const waiting = targets(start).map((path) => [path]);
    const seen = new Set<string>();
    for (let way = waiting.shift(); way; way = waiting.shift()) {
      const last = way.at(-1)!;
      if (last === start) return way;
      if (seen.has(last)) continue;
      seen.add(last);
      for (const next of targets(last)) waiting.push([...way, next]);
    }
    return [];
  }

  test.each([...all])('%s', (path) => {
    expect(circleOf(path)).toEqual([]);
  });
});
