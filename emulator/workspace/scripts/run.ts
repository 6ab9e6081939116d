import type { ApiMethod, Json, JsonObject } from '../api-method';
import { requiredParam } from '../api-method';
import { badRequest, notFound, requirePerson } from './script-access';

const TYPES = 'type.googleapis.com/google.apps.script.v1.';

/**
 * Runs a function of a project for the caller, with the newest code. What the script throws is part of the answer, not an
 * error of the API.
 *
 * @see https://developers.google.com/apps-script/api/reference/rest/v1/scripts/run
 */
export const runScript: ApiMethod = (request, caller, workspace) => {
  const person = requirePerson(caller);
  const scriptId = requiredParam(request, 'scriptId');
  const { scripts } = workspace.state.scripts;
  const record =
    (Object.hasOwn(scripts, scriptId) ? scripts[scriptId] : undefined) ??
    Object.values(scripts).find(({ deploymentId }) => deploymentId === scriptId);
  if (!record) throw notFound();
  const functionName = request.body?.['function'];
  if (typeof functionName !== 'string') throw badRequest('Function name is required.');
  const parameters = (request.body?.['parameters'] ?? []) as Json[];
  const { error, value } = workspace.projects.run(record, { functionName, person, parameters });
  if (error) return { done: true, error: errorView(error) };
  const result = value === undefined ? {} : { result: value as Json };
  return { done: true, response: { '@type': `${TYPES}ExecutionResponse`, ...result } };
};

const errorView = ({ name, message }: { name: string; message: string }): JsonObject => ({
  code: 3,
  message: 'ScriptError',
  details: [
    {
      '@type': `${TYPES}ExecutionError`,
      errorMessage: `${name}: ${message}`,
      errorType: 'ScriptError',
    },
  ],
});
