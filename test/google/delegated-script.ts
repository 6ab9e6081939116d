import { generateKeyPairSync } from 'node:crypto';
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { ADMIN_ACTIONS } from '../../emulator/workspace/admin-actions';
import type { JsonObject } from '../../emulator/workspace/api-method';
import { createKey } from '../../emulator/workspace/cloud/keys';
import { findServiceAccount } from '../../emulator/workspace/cloud/service-accounts';
import { findPrincipal } from '../../emulator/workspace/directory/accounts';
import { ADMIN } from '../support/small-company';
import { googleScript, type Options } from './in-google';

export const CALENDAR_EVENTS = 'https://www.googleapis.com/auth/calendar.events';

const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

export interface DelegatedScript {
  readonly workspace: LocalWorkspace;
  /** The number of the service account's Cloud project. */
  readonly projectNumber: string;
}

/** Does something in a console. */
export const byHand = (
  workspace: LocalWorkspace,
  action: string,
  input: JsonObject = {},
  as = ADMIN,
): JsonObject =>
  ADMIN_ACTIONS[action]!(workspace, findPrincipal(workspace.state.directory, as)!, input) ?? {};

/**
 * A script whose service account may act for people: `tokens()` is its token source, and `people()` the calendars
 * that it reaches with them. Tests may replace some of its parts.
 */
export function delegatedScript(functions: string, options: Options = {}): DelegatedScript {
  const workspace = googleScript(`${COMPOSED}\n${functions}`, options);
  const project = byHand(workspace, 'cloud.createProject', { name: 'Sync' });
  for (const api of ['calendar-json.googleapis.com', 'appsmarket-component.googleapis.com'])
    byHand(workspace, 'cloud.enableApi', { project: String(project['projectId']), api });
  const made = byHand(workspace, 'cloud.createServiceAccount', {
    project: String(project['projectId']),
    name: 'calendar-sync',
  });
  const { account } = findServiceAccount(workspace.state.cloud, String(made['email']))!;
  const { keyId } = createKey(workspace, account, key).key;
  byHand(workspace, 'delegation.add', {
    clientId: account.uniqueId,
    scopes: CALENDAR_EVENTS,
    overwrite: true,
  });
  workspace.installed!.record.scriptProperties['account'] = JSON.stringify({
    email: account.email,
    clientId: account.uniqueId,
    keyId,
    privateKey: key.export({ type: 'pkcs8', format: 'pem' }),
    tokenUri: 'https://oauth2.googleapis.com/token',
  });
  return { workspace, projectNumber: String(project['projectNumber']) };
}

/** Composed as in app.ts. */
const COMPOSED = `
  const SCOPES = ['${CALENDAR_EVENTS}'];
  const tokenParts = () => ({
    account: JSON.parse(G.scriptProperties().get('account')),
    endpoint: G.tokenEndpoint,
    cache: G.scriptCache(3600),
    clock: G.clock,
    sign: G.sign,
    base64Url: G.base64Url,
    hash: G.sha256Hex,
  });
  const accountsNow = (people) => ({ ok: true, value: new Map(people.map(({ userId, email }) =>
    [userId, { ok: true, value: { userId, email, addresses: [email] } }])) });
  const tokens = () => ({ ...G.ownTokens(tokenParts()), ...G.peoplesTokens({ ...tokenParts(), lookUp: accountsNow }) });
  const who = (email) => ({ userId: 'id of ' + email, email });
  const people = (parts = {}) => {
    const source = tokens();
    const deadline = G.deadlineAfter(300000, G.clock);
    const pacing = G.pacing(G.clock, deadline);
    const backoff = G.backoff({ sleep: G.sleep, chance: () => 0, deadline });
    return G.googleCalendars({
      lookUp: accountsNow,
      keptTokens: (people) => source.kept(people, SCOPES),
      tokensOf: (people) => source.tokensFor(people, SCOPES),
      forgetTokens: (people) => source.forget(people, SCOPES),
      pacing,
      calls: G.pacedCalls({ pacing, backoff, sleep: G.sleep }),
      ...parts,
    });
  };`;
