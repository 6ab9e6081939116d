/** Runs the adapters as Google would: bundled, in a script of the local Workspace. */
import { buildSync } from 'esbuild';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalWorkspaceOptions, LocalWorkspace } from '../../emulator/local-workspace';
import type { Surface } from '../../emulator/project/surface';
import { ADMIN, aScript } from '../support/small-company';

const ROOT = join(__dirname, '../..');

let bundle: string | undefined;

/** A global named `G` with everything that src/google exports and that tests pass to it. */
const adapters = (): string =>
  (bundle ??= buildSync({
    stdin: { contents: exportsOfAll(), resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'G',
    target: 'es2019',
  }).outputFiles[0]!.text);

const exportsOfAll = (): string =>
  [
    ...readdirSync(join(ROOT, 'src/google'))
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
      .map((file) => `google/${file.slice(0, -3)}`),
    'runs/paced-calls',
    'runs/pacing',
    'runs/backoff',
    'kit/deadline',
    'card/card',
    'card/action',
    'connection/tokens',
  ]
    .map((file) => `export * from './src/${file}';`)
    .join('\n');

const AUTH = 'https://www.googleapis.com/auth/';

export const SCOPES = [
  `${AUTH}userinfo.email`,
  `${AUTH}script.scriptapp`,
  `${AUTH}script.external_request`,
  `${AUTH}calendar.addons.execute`,
  `${AUTH}calendar.events.readonly`,
  `${AUTH}drive.file`,
  `${AUTH}admin.directory.user.readonly`,
  `${AUTH}admin.reports.audit.readonly`,
];

const service = (userSymbol: string, serviceId: string, version: string) => ({
  userSymbol,
  serviceId,
  version,
});

const MANIFEST = {
  timeZone: 'Etc/UTC',
  oauthScopes: SCOPES,
  dependencies: {
    enabledAdvancedServices: [
      service('AdminDirectory', 'admin', 'directory_v1'),
      service('AdminReports', 'admin', 'reports_v1'),
      service('Calendar', 'calendar', 'v3'),
      service('Sheets', 'sheets', 'v4'),
      service('Drive', 'drive', 'v3'),
    ],
  },
};

export type Options = Partial<LocalWorkspaceOptions> & { readonly manifest?: object };

/** A Workspace whose script has the adapters, and these functions beside them. */
export const googleScript = (functions: string, { manifest, ...options }: Options = {}) =>
  aScript(`${adapters()}\n${functions}`, {
    manifest: { ...MANIFEST, ...manifest },
    settings: { propagation: 'immediate', ...options.settings },
    ...options,
  });

export interface RunAs {
  readonly as?: string;
  readonly surface?: Surface;
  readonly event?: object;
}

/** Returns what a function of the script returns, and throws the error that it ends with. */
export function runGoogle(workspace: LocalWorkspace, name: string, options: RunAs = {}): unknown {
  const { as = ADMIN, surface = 'editor', event } = options;
  const outcome = workspace.run(name, { as, surface, ...(event && { event }) });
  const { error } = outcome.execution;
  if (error) throw new Error(`${error.name}: ${error.message}`);
  return outcome.rendered?.value ?? outcome.value;
}

/** Runs code as the body of a function in a new Workspace, and returns its result. */
export const inGoogle = (body: string, options: Options & RunAs = {}): unknown => {
  const { as, surface, event, ...workspaceOptions } = options;
  return runGoogle(googleScript(`function f() { ${body} }`, workspaceOptions), 'f', {
    ...(as && { as }),
    ...(surface && { surface }),
    ...(event && { event }),
  });
};
