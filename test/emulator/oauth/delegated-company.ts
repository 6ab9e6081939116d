import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { LocalWorkspace, LocalWorkspaceOptions } from '../../../emulator/local-workspace';
import { ADMIN_ACTIONS } from '../../../emulator/workspace/admin-actions';
import type { JsonObject } from '../../../emulator/workspace/api-method';
import type { AuditEntry } from '../../../emulator/workspace/audit-log';
import { createKey } from '../../../emulator/workspace/cloud/keys';
import { findServiceAccount } from '../../../emulator/workspace/cloud/service-accounts';
import type { ServiceAccount } from '../../../emulator/workspace/state/cloud';
import { findPrincipal } from '../../../emulator/workspace/directory/accounts';
import type { UserRecord } from '../../../emulator/workspace/state/directory';
import { answerTokenRequest } from '../../../emulator/workspace/oauth/token-endpoint';
import { ADMIN, ANNA, aWorkspace } from '../../support/small-company';

export const ACME = 'C01acme00';
export const AUTH = 'https://www.googleapis.com/auth/';
export const CALENDAR = `${AUTH}calendar`;
export const EVENTS = `${AUTH}calendar.events`;
export const TOKEN_URL = 'https://oauth2.googleapis.com/token';
export const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

const keys: KeyObject[] = [];

/** The n-th key of this test file: making one takes longer than most tests. */
export const aKey = (n = 0): KeyObject =>
  (keys[n] ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);

/** A company with one Cloud project, and a service account in it that signs with key 0. Nothing is delegated yet. */
export interface DelegatedCompany {
  readonly workspace: LocalWorkspace;
  readonly account: ServiceAccount;
  readonly keyId: string;
  readonly projectId: string;
  readonly logged: AuditEntry[];
}

export function delegatedCompany(
  settings: LocalWorkspaceOptions['settings'] = { propagation: 'immediate' },
): DelegatedCompany {
  const workspace = aWorkspace({ settings });
  const logged: AuditEntry[] = [];
  workspace.audit = (entry) => void logged.push(entry);
  const projectId = String(act(workspace, 'cloud.createProject', { name: 'Sync' })['projectId']);
  const made = act(workspace, 'cloud.createServiceAccount', {
    project: projectId,
    name: 'calendar-sync',
  });
  const { account } = findServiceAccount(workspace.state.cloud, String(made['email']))!;
  const { keyId } = createKey(workspace, account, aKey()).key;
  return { workspace, account, keyId, projectId, logged };
}

/** Performs a person's action in a console. */
export function act(
  workspace: LocalWorkspace,
  action: string,
  input: JsonObject = {},
  as = ADMIN,
): JsonObject {
  const actor = findPrincipal(workspace.state.directory, as)!;
  return ADMIN_ACTIONS[action]!(workspace, actor, input) ?? {};
}

export const delegate = ({ workspace, account }: DelegatedCompany, scopes: readonly string[]) =>
  act(workspace, 'delegation.add', {
    clientId: account.uniqueId,
    scopes: scopes.join(','),
    overwrite: true,
  });

export const userNamed = ({ state }: LocalWorkspace, email: string): UserRecord =>
  Object.values(state.directory.users).find(({ primaryEmail }) => primaryEmail === email)!;

/** The claims that a client library writes; undefined removes one. */
export const claimsOf = (
  { workspace, account }: DelegatedCompany,
  changes: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> => {
  const iat = Math.floor(workspace.clock.now() / 1000);
  return {
    iss: account.email,
    sub: ANNA,
    scope: CALENDAR,
    aud: TOKEN_URL,
    iat,
    exp: iat + 3600,
    ...changes,
  };
};

/** A hand-made JWT. */
export function jwt(
  claims: Readonly<Record<string, unknown>>,
  { key = aKey(), header = {} }: { readonly key?: KeyObject; readonly header?: object } = {},
): string {
  const text = [{ alg: 'RS256', typ: 'JWT', ...header }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}

export const exchange = ({ workspace }: DelegatedCompany, assertion: string) => {
  const { status, body } = answerTokenRequest(workspace, { grant_type: JWT_BEARER, assertion });
  return { status, body: body as Record<string, unknown> };
};

/** The token endpoint's answer to an otherwise correct assertion with these claims. */
export const ask = (company: DelegatedCompany, changes: Readonly<Record<string, unknown>> = {}) =>
  exchange(company, jwt(claimsOf(company, changes)));
