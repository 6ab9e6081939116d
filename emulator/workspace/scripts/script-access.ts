import { isoInstant } from '../../kit/clock';
import { requiredParam, type ApiRequest, type JsonObject } from '../api-method';
import type { Caller, UserPrincipal } from '../caller';
import { GoogleError } from '../google-error';
import type { Workspace } from '../workspace';
import type { ScriptApiRecord, ScriptRecord } from '../state/scripts';

/** The project that a request names. @throws GoogleError 404 when there is none, 403 when it is somebody else's. */
export function ownScript(request: ApiRequest, caller: Caller, { state }: Workspace): ScriptRecord {
  const scriptId = requiredParam(request, 'scriptId');
  const { scripts } = state.scripts;
  const record = Object.hasOwn(scripts, scriptId) ? scripts[scriptId] : undefined;
  if (!record) throw notFound();
  if (record.ownerEmail === caller.principal.email) return record;
  throw new GoogleError(403, 'forbidden', 'The caller does not have permission', {
    status: 'PERMISSION_DENIED',
  });
}

export const notFound = (): GoogleError =>
  new GoogleError(404, 'notFound', 'Requested entity was not found.', { status: 'NOT_FOUND' });

export const badRequest = (message: string): GoogleError =>
  new GoogleError(400, 'badRequest', message, { status: 'INVALID_ARGUMENT' });

/** The person who acts. @throws GoogleError 403 for a service account: Google does not let them use this API. */
export function requirePerson({ principal }: Caller): UserPrincipal {
  if (principal.kind === 'user') return principal;
  throw new GoogleError(403, 'forbidden', 'The caller does not have permission', {
    status: 'PERMISSION_DENIED',
  });
}

/** What the API stores about a project, from the first request on. */
export function apiRecordOf({ clock }: Workspace, record: ScriptRecord): ScriptApiRecord {
  const now = clock.now();
  return (record.api ??= {
    createdAt: now,
    updatedAt: now,
    files: null,
    versions: [],
    deployments: [],
  });
}

/** The Project resource. */
export function projectView(workspace: Workspace, record: ScriptRecord): JsonObject {
  const { createdAt, updatedAt } = apiRecordOf(workspace, record);
  const user = { email: record.ownerEmail, domain: record.ownerEmail.split('@')[1] ?? '' };
  return {
    scriptId: record.scriptId,
    title: record.name,
    createTime: isoInstant(createdAt),
    updateTime: isoInstant(updatedAt),
    creator: user,
    lastModifyUser: user,
  };
}
