/** Who may import whom, for `check-imports.mjs`: docs/architecture.md says why. Types count as imports too. */
import { FEATURES } from './rooms.mjs';

const room = (...names) => `^src/(${names.join('|')})/`;
const PORTS = '^src/.*[/-]ports?\\.ts$';
/** The port of `sheets`, with the names that both of its sides share. */
const SPREADSHEET = '^src/sheets/spreadsheet\\.ts$';
const CARD_JSON = '^src/card/card-json\\.d\\.ts$';

/** From this repository, a room imports only itself and these. */
const mayImport = (name, ...paths) => ({
  name: `src/${name}`,
  severity: 'error',
  from: { path: room(name) },
  to: { path: '^(src|emulator|test|bench|build)/', pathNot: [room(name), ...paths] },
});

/** From ports, a room imports only types. */
const onlyTypesOfPorts = (name, ...others) => ({
  name: `src/${name}: only types from ports`,
  severity: 'error',
  from: { path: room(name) },
  to: {
    path: PORTS,
    pathNot: [room(name), ...others],
    dependencyTypesNot: ['type-only'],
  },
});

const addOn = [
  mayImport('kit'),
  mayImport('card', room('kit')),
  mayImport('runs', room('kit', 'card')),
  ...FEATURES.map((feature) => mayImport(feature, room('kit', 'card', 'runs'))),
  mayImport('sheets', room('kit')),
  mayImport('records', room('kit', 'sheets'), PORTS),
  onlyTypesOfPorts('records', room('kit', 'sheets')),
  mayImport('worksystem', room('kit', 'sheets'), PORTS),
  onlyTypesOfPorts('worksystem', room('kit', 'sheets')),
  mayImport('google', room('kit', 'card'), PORTS, SPREADSHEET),
  onlyTypesOfPorts('google', room('kit', 'card')),
  mayImport('admin-page', room('kit'), '^src/card/'),
  {
    name: 'src/admin-page: only types and names from card',
    severity: 'error',
    from: { path: room('admin-page') },
    to: {
      path: room('card'),
      pathNot: [CARD_JSON, '^src/card/door-names\\.ts$'],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'src/app',
    severity: 'error',
    from: { path: '^src/(app/|app\\.ts$)' },
    to: { path: '^(src/(main\\.ts$|admin-page/)|emulator/|test/|bench/|build/)' },
  },
  {
    name: 'src/main.ts',
    severity: 'error',
    from: { path: '^src/main\\.ts$' },
    to: { pathNot: '^src/app\\.ts$' },
  },
];

/**
 * The folders and files of the local Workspace that each of its folders may import besides itself. A name ending in
 * .ts is a file.
 */
const EMULATOR = {
  kit: [],
  discovery: [],
  card: ['discovery'],
  project: ['discovery', 'kit'],
  workspace: ['discovery', 'kit', 'project'],
  runtime: ['kit', 'project', 'workspace'],
  services: ['discovery', 'kit', 'project', 'runtime', 'workspace'],
  rest: ['discovery', 'kit', 'runtime', 'workspace'],
  engine: ['discovery', 'kit', 'project', 'rest', 'runtime', 'services', 'workspace'],
  'web-app': ['engine', 'kit', 'project', 'rest', 'runtime', 'workspace'],
  server: ['kit', 'rest', 'runtime', 'web-app'],
  'local-workspace.ts': ['engine', 'kit', 'project', 'rest', 'runtime', 'server', 'workspace'],
  'add-on': ['card', 'engine', 'kit', 'local-workspace.ts', 'project', 'runtime', 'workspace'],
  control: [
    'add-on',
    'discovery',
    'engine',
    'kit',
    'local-workspace.ts',
    'rest',
    'runtime',
    'web-app',
    'workspace',
  ],
  pages: ['kit'],
  seed: ['kit', 'local-workspace.ts', 'workspace'],
  'workspace-host.ts': [
    'control',
    'engine',
    'kit',
    'local-workspace.ts',
    'project',
    'seed',
    'workspace',
  ],
  'start-workspace.ts': [
    'control',
    'engine',
    'kit',
    'local-workspace.ts',
    'project',
    'rest',
    'runtime',
    'server',
    'workspace',
    'workspace-host.ts',
  ],
  'main.ts': ['control', 'kit', 'pages', 'seed', 'start-workspace.ts', 'workspace'],
};

const inEmulator = (name) =>
  name.endsWith('.ts') ? `^emulator/${name.replace('.', '\\.')}$` : `^emulator/${name}/`;

const localWorkspace = [
  ...Object.entries(EMULATOR).map(([name, others]) => ({
    name: `emulator/${name}`,
    severity: 'error',
    from: { path: inEmulator(name) },
    to: {
      path: '^(src|emulator|test|bench|build)/',
      pathNot: [name, ...others].map(inEmulator),
    },
  })),
  {
    name: 'emulator/console',
    severity: 'error',
    from: { path: '^emulator/console/' },
    to: {
      path: '^(src|emulator|test|bench|build)/',
      pathNot: ['^emulator/console/', '^src/admin-page/card-dom/', CARD_JSON],
    },
  },
  {
    name: 'emulator: a folder without a rule',
    severity: 'error',
    from: {
      path: '^emulator/',
      pathNot: [
        '^emulator/console/',
        '^emulator/redirect-google\\.',
        ...Object.keys(EMULATOR).map(inEmulator),
      ],
    },
    to: {},
  },
  {
    name: 'emulator: code that runs in a realm imports only such code, or types',
    severity: 'error',
    from: { path: '^emulator/(runtime/realm/|services/[^/]+/realm[^/]*\\.ts$)' },
    to: {
      path: '^emulator/',
      pathNot: ['/realm[^/]*$', '/runtime/realm/', '\\.json$'],
      dependencyTypesNot: ['type-only'],
    },
  },
];

const circles = [
  {
    name: 'no circle of files',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...addOn,
    ...localWorkspace,
    ...circles,
    {
      name: 'an import that leads nowhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.json'] },
  },
};
