import {
  requiredParam,
  type ApiMethod,
  type ApiMethods,
  type ApiRequest,
  type JsonObject,
} from '../api-method';
import type { Caller } from '../caller';
import { findClient } from './clients';
import { revokeGrant } from './consent';
import { grantKey, type Grant } from '../state/oauth';
import type { Workspace } from '../workspace';
import { namedUser, requireMayChange } from '../directory/access';
import { writeAdminLog } from '../directory/admin-log';
import { etagOf } from '../directory/etag';
import { requirePrivilege } from '../directory/privileges';
import { resourceNotFound } from '../directory/refusals';
import { userEvent } from '../directory/user-change';
import type { UserRecord } from '../state/directory';

/** The user whose grants are requested, if the caller may see and end them. */
function userOf(request: ApiRequest, caller: Caller, workspace: Workspace): UserRecord {
  requirePrivilege(workspace, caller, 'USER_SECURITY_ALL');
  const user = namedUser(workspace, caller, requiredParam(request, 'userKey'));
  requireMayChange(workspace, caller, 'USER_SECURITY_ALL', user);
  return user;
}

/** The Token resource: one application that a person allowed. It does not say when. */
function tokenResource(workspace: Workspace, { clientId, userId, scopes }: Grant): JsonObject {
  const content = {
    clientId,
    displayText: findClient(workspace, clientId)?.name ?? clientId,
    anonymous: false,
    nativeApp: false,
    userKey: userId,
    scopes: [...scopes],
  };
  return { kind: 'admin#directory#token', etag: etagOf(content), ...content };
}

const list: ApiMethod = (request, caller, workspace) => {
  const user = userOf(request, caller, workspace);
  const items = Object.values(workspace.state.oauth.grants)
    .filter(({ userId }) => userId === user.id)
    .map((grant) => tokenResource(workspace, grant));
  return {
    kind: 'admin#directory#tokenList',
    etag: etagOf(items),
    ...(items.length > 0 && { items }),
  } satisfies JsonObject;
};

function namedGrant(request: ApiRequest, { state }: Workspace, user: UserRecord): Grant {
  const grant = state.oauth.grants[grantKey(requiredParam(request, 'clientId'), user.id)];
  if (!grant) throw resourceNotFound('clientId');
  return grant;
}

const get: ApiMethod = (request, caller, workspace) => {
  const user = userOf(request, caller, workspace);
  return tokenResource(workspace, namedGrant(request, workspace, user));
};

/** Ends what the application may do for this person: its tokens stop working at once. */
const remove: ApiMethod = (request, caller, workspace) => {
  const user = userOf(request, caller, workspace);
  const { clientId } = namedGrant(request, workspace, user);
  const { principal } = caller;
  revokeGrant(workspace, clientId, user.id, principal.kind === 'user' ? principal : undefined);
  writeAdminLog(workspace, caller, user.customerId, [
    userEvent(user, 'REVOKE_3LO_TOKEN', { APP_ID: clientId }),
  ]);
  return undefined;
};

export const tokenMethods: ApiMethods = {
  'directory.tokens.list': list,
  'directory.tokens.get': get,
  'directory.tokens.delete': remove,
};
