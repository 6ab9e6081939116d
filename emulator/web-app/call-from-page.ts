import type { Engine, InstalledScript, RunRequest } from '../engine/engine';
import type { Execution } from '../runtime/execution';
import { ScriptException } from '../runtime/script-exception';

/** What the success or the failure handler of google.script.run receives. */
export type PageAnswer =
  | { readonly kind: 'success'; readonly value: unknown; readonly execution: Execution }
  | {
      readonly kind: 'failure';
      readonly name: string;
      readonly message: string;
      readonly execution: Execution;
    };

/**
 * A google.script.run call, as the page's library makes it. Functions whose names end in an underscore are private, and
 * only top-level ones can be called. A value that cannot be passed on arrives as null.
 *
 * @param request the arguments as JSON; whoever serves the page refuses other values, such as dates.
 * @throws ScriptException for a name that cannot be called: no execution begins then.
 * @see https://developers.google.com/apps-script/guides/html/communication
 */
export function callFromPage(
  engine: Engine,
  script: InstalledScript,
  request: RunRequest,
): PageAnswer {
  const { functionName } = request;
  if (functionName.endsWith('_') || !/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(functionName))
    throw new ScriptException(`Script function not found: ${functionName}`);
  const { execution, value, isForPages } = engine.run(script, request);
  const { error } = execution;
  if (error) return { kind: 'failure', name: error.name, message: error.message, execution };
  return { kind: 'success', value: isForPages === false ? null : (value ?? null), execution };
}
