/**
 * Who may import whom, for dependency-cruiser: docs/architecture.md says why. Types count as imports too.
 */
import { FEATURES } from './rooms.mjs';

const room = (...names) => `^src/(${names.join('|')})/`;
const PORTS = '^src/.*[/-]ports?\\.ts$';
const CARD_JSON = '^src/card/card-json\\.d\\.ts$';

/** A room imports of this repository only itself and these. */
const mayImport = (name, ...paths) => ({
  name: `src/${name}`,
  severity: 'error',
  from: { path: room(name) },
  to: { path: '^(src|emulator|test|bench|build)/', pathNot: [room(name), ...paths] },
});

/** What a room imports of ports are their types alone. */
const onlyTypesOfPorts = (name, ...others) => ({
  name: `src/${name}: of ports only types`,
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
  mayImport('google', room('kit', 'card'), PORTS),
  onlyTypesOfPorts('google', room('kit', 'card')),
  mayImport('admin-page', room('kit'), '^src/card/'),
  {
    name: 'src/admin-page: of card only types',
    severity: 'error',
    from: { path: room('admin-page') },
    to: { path: room('card'), pathNot: CARD_JSON, dependencyTypesNot: ['type-only'] },
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

/** What a folder of the local Workspace imports of it besides itself: a name ending in .ts is a file. */
const EMULATOR = {
  discovery: [],
  card: ['discovery'],
  runtime: ['discovery', 'rest', 'services', 'workspace'],
  services: ['discovery', 'rest', 'runtime', 'workspace', 'local-workspace.ts'],
  workspace: ['discovery', 'runtime'],
  rest: ['discovery', 'runtime', 'web-app', 'workspace', 'local-workspace.ts'],
  'add-on': ['card', 'runtime', 'workspace', 'local-workspace.ts'],
  'web-app': ['rest', 'runtime', 'workspace', 'services', 'local-workspace.ts'],
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
  pages: ['web-app', 'rest', 'runtime', 'workspace', 'services', 'local-workspace.ts', 'control'],
  seed: ['runtime', 'workspace', 'local-workspace.ts'],
  'local-workspace.ts': ['rest', 'runtime', 'workspace'],
  'workspace-host.ts': ['control', 'local-workspace.ts', 'runtime', 'seed', 'workspace'],
  'start-workspace.ts': [
    'control',
    'local-workspace.ts',
    'rest',
    'runtime',
    'workspace',
    'workspace-host.ts',
  ],
  'main.ts': ['control', 'pages', 'runtime', 'seed', 'workspace', 'start-workspace.ts'],
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
    name: 'emulator: a folder that no rule names',
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
    name: 'emulator: what runs in a realm imports only what does, or types',
    severity: 'error',
    from: { path: '^emulator/(runtime/realm/|services/[^/]+/realm[^/]*\\.ts$)' },
    to: {
      path: '^emulator/',
      pathNot: ['/realm[^/]*$', '/runtime/realm/', '\\.json$'],
      dependencyTypesNot: ['type-only'],
    },
  },
];

/** Rooms of the local Workspace that know each other, as Google's services do. No other folder may be part of a circle. */
const ENTANGLED = '^emulator/(runtime|services|workspace|rest|web-app)(/|$)';

const circles = [
  {
    name: 'no circle of files',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no circle of folders',
    severity: 'error',
    scope: 'folder',
    from: { pathNot: ENTANGLED },
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
