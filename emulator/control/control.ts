import { errorResponse, ownError } from '../rest/error-response';
import { jsonResponse, textOf, type HttpRequest, type HttpResponse } from '../kit/http-message';
import type { JsonObject } from '../workspace/api-method';
import { accounts } from './accounts';
import { addOn, useAddOn } from './add-on';
import { act, admin } from './by-hand';
import { advanceClock, getClock } from './clock';
import { calls, executions } from './executions';
import { getFaults, planFaults } from './faults';
import type { ControlAction } from './control-action';
import type { WorkspaceHost } from './host';
import { ControlRefusal, Input } from './input';
import { outbox } from './outbox';
import { quotaUse } from './quota-use';
import { run } from './run';
import { getState, putState, reset } from './state';
import { token } from './token';
import { runTrigger, triggers } from './triggers';
import { webAppCall, webApps } from './web-app';

export const CONTROL_PREFIX = '/_workspace';

/** Address below `/_workspace/`, then HTTP method. */
const ACTIONS: Readonly<Record<string, Readonly<Record<string, ControlAction>>>> = {
  token: { POST: token },
  run: { POST: run },
  clock: { GET: getClock, POST: advanceClock },
  triggers: { GET: triggers, POST: runTrigger },
  executions: { GET: executions },
  calls: { GET: calls },
  outbox: { GET: outbox },
  faults: { GET: getFaults, POST: planFaults },
  state: { GET: getState, PUT: putState },
  reset: { POST: reset },
  accounts: { GET: accounts },
  addon: { GET: addOn, POST: useAddOn },
  act: { POST: act },
  admin: { POST: admin },
  'quota-use': { GET: quotaUse },
  'web-apps': { GET: webApps },
  'web-app-call': { POST: webAppCall },
};

/** Whether an address belongs to the control API. */
export const isControl = (url: string): boolean =>
  new RegExp(`^${CONTROL_PREFIX}(/|$)`).test(new URL(url, 'http://localhost').pathname);

/** Answers a request that drives the Workspace from outside: JSON in, JSON out, every refusal one sentence in `error.message`. */
export function answerControl(host: WorkspaceHost, request: HttpRequest): HttpResponse {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  try {
    const action = actionOf(pathname.slice(CONTROL_PREFIX.length + 1), request.method);
    const fields =
      request.method === 'GET' ? Object.fromEntries(searchParams) : bodyOf(textOf(request.body));
    return jsonResponse(200, action(host, new Input(fields)));
  } catch (error) {
    if (error instanceof ControlRefusal)
      return jsonResponse(error.status, { error: { message: error.message } });
    return unexpected(error, searchParams);
  }
}

function actionOf(name: string, method: string): ControlAction {
  const actions = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (!actions)
    throw new ControlRefusal(
      404,
      `${CONTROL_PREFIX}/${name} is unknown. Known: ${Object.keys(ACTIONS).join(', ')}.`,
    );
  const action = Object.hasOwn(actions, method) ? actions[method] : undefined;
  if (action) return action;
  const known = Object.keys(actions).join(' or ');
  throw new ControlRefusal(405, `${CONTROL_PREFIX}/${name} takes ${known}, not ${method}.`);
}

function bodyOf(text: string): JsonObject {
  if (text.trim() === '') return {};
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    throw new ControlRefusal(400, `The body is not JSON: ${(error as Error).message}.`);
  }
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as JsonObject;
  throw new ControlRefusal(400, 'The body must be a JSON object.');
}

/** An API's refusal keeps its status and form; anything else is a bug of the local Workspace. */
function unexpected(error: unknown, query: URLSearchParams): HttpResponse {
  try {
    return errorResponse(error, { api: undefined, query });
  } catch (killed) {
    return ownError(500, 'emulatorFault', (killed as Error).message);
  }
}
