import type { ApiMethod, JsonObject } from '../api-method';
import type { Workspace } from '../workspace';

const PREFIX = 'https://www.googleapis.com/auth/';

/** `oauth2.userinfo.get`: the owner of the token, as far as its scopes allow: address, name or the bare id. */
export const userInfo: ApiMethod = (_request, { principal, scopes }, workspace) => {
  const has = (name: string): boolean =>
    scopes.has(name) || scopes.has(`${PREFIX}userinfo.${name}`);
  const id = principal.kind === 'user' ? principal.userId : principal.uniqueId;
  return {
    id,
    ...(has('email') && { email: principal.email, verified_email: true }),
    ...(has('profile') && principal.kind === 'user' && profileOf(workspace, id)),
    ...(principal.kind === 'user' && hostedDomain(workspace, principal.customerId)),
  };
};

function profileOf({ state }: Workspace, userId: string): JsonObject {
  const name = (state.directory.users[userId]?.profile['name'] ?? {}) as Record<string, string>;
  const { givenName, familyName } = name;
  const fullName = name['fullName'] ?? [givenName, familyName].filter(Boolean).join(' ');
  return {
    ...(fullName && { name: fullName }),
    ...(givenName && { given_name: givenName }),
    ...(familyName && { family_name: familyName }),
  };
}

function hostedDomain({ state }: Workspace, customerId: string | null): JsonObject {
  const domain = state.directory.customers[customerId ?? '']?.primaryDomain;
  return domain === undefined ? {} : { hd: domain };
}
