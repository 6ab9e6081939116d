import { ANNA, aScript } from '../../support/small-company';
import type { LocalWorkspace, LocalWorkspaceOptions } from '../../../emulator/local-workspace';
import type { ProjectFile } from '../../../emulator/project/project';
import type { Surface } from '../../../emulator/project/surface';

const SCOPE = 'https://www.googleapis.com/auth/';

/** Every scope that the built-in services here may ask for. */
export const SCOPES = [
  `${SCOPE}userinfo.email`,
  `${SCOPE}script.scriptapp`,
  `${SCOPE}script.external_request`,
  `${SCOPE}script.send_mail`,
];

export interface ScriptOptions extends Partial<LocalWorkspaceOptions> {
  readonly manifest?: object;
  readonly files?: readonly ProjectFile[];
}

/** A Workspace whose script consists of these functions. */
export const scriptOf = (
  functions: string,
  { manifest, ...options }: ScriptOptions = {},
): LocalWorkspace =>
  aScript(functions, { manifest: { oauthScopes: SCOPES, ...manifest }, ...options });

export interface RunOptions extends ScriptOptions {
  readonly as?: string;
  readonly surface?: Surface;
}

/** The result of code as a function body; an error as `Name: message`. */
export function inScript(
  body: string,
  { as = ANNA, surface = 'editor', ...options }: RunOptions = {},
): unknown {
  return runIn(scriptOf(`function f() { ${body} }`, options), 'f', { as, surface });
}

/** Runs a function of a Workspace's script in the same way. */
export function runIn(
  workspace: LocalWorkspace,
  functionName: string,
  { as = ANNA, surface = 'editor', event }: { as?: string; surface?: Surface; event?: object } = {},
): unknown {
  const { value, execution } = workspace.run(functionName, {
    as,
    surface,
    ...(event && { event }),
  });
  return execution.error ? `${execution.error.name}: ${execution.error.message}` : value;
}
