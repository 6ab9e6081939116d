import type { Surface } from '../../project/surface';
import type { UserPrincipal } from '../caller';
import type { ScriptRecord } from '../state/scripts';
import type { Workspace } from '../workspace';
import { accessOf, allowsScope } from './app-access';
import { consentBlock, ConsentBlocked, requireParties } from './consent-screen';
import { findClient } from './clients';
import { coveredScopes } from './coverage';
import { grantKey, type Grant, type OAuthClient } from '../state/oauth';
import { logTokenEvent, scopeParameters } from './token-log';
import { revokeTokens } from './tokens';

export { consentRequest, ConsentBlocked, type ConsentRequest } from './consent-screen';

/**
 * The scopes with which a script runs for a person: those granted, among those that the manifest asks for and the
 * administrators allow. A person who was never asked for some of them is asked now, and answers as the settings say;
 * somebody who refused or withdrew is not asked again, and a trigger cannot ask.
 *
 * @returns a set that reflects a withdrawal: a scope taken away during a run is missing at its next call.
 */
export function scopesFor(
  workspace: Workspace,
  { clientId }: ScriptRecord,
  wanted: readonly string[],
  { person, surface }: { readonly person: UserPrincipal; readonly surface: Surface },
): ReadonlySet<string> {
  if (surface !== 'trigger' && workspace.settings.consent === 'allow')
    answerYes(workspace, clientId, person, wanted);
  const granted = grantedScopes(workspace, clientId, person);
  return new ScopesOfRun(
    wanted.filter((scope) => granted.has(scope)),
    { workspace, clientId, person },
  );
}

interface Parties {
  readonly workspace: Workspace;
  readonly clientId: string;
  readonly person: UserPrincipal;
}

/** The scopes with which an execution began, as long as nobody withdraws the consent behind them while it runs. */
class ScopesOfRun extends Set<string> {
  private readonly grant: Grant | undefined;

  constructor(
    scopes: readonly string[],
    private readonly parties: Parties,
  ) {
    super(scopes);
    this.grant = this.grantNow();
  }

  override has(scope: string): boolean {
    if (!super.has(scope)) return false;
    const { workspace, clientId, person } = this.parties;
    return this.grant === this.grantNow() || grantedScopes(workspace, clientId, person).has(scope);
  }

  private grantNow(): Grant | undefined {
    const { workspace, clientId, person } = this.parties;
    return workspace.state.oauth.grants[grantKey(clientId, person.userId)];
  }
}

/** Everything a client may do for a person at present: their own grant and what covers everybody, minus what policy withholds. */
export function grantedScopes(
  workspace: Workspace,
  clientId: string,
  person: UserPrincipal,
): ReadonlySet<string> {
  const own = workspace.state.oauth.grants[grantKey(clientId, person.userId)]?.scopes ?? [];
  const scopes = new Set([...own, ...coveredScopes(workspace, clientId, person)]);
  const policy = accessOf(workspace, person.customerId, clientId);
  if (policy) for (const scope of scopes) if (!allowsScope(policy, scope)) scopes.delete(scope);
  return scopes;
}

/** A person's answer: the scopes they ticked, and those that the screen listed, where it listed more. */
export type ConsentAnswer =
  readonly string[] | { readonly ticked: readonly string[]; readonly asked: readonly string[] };

/**
 * Records that a person allowed a client these scopes, besides earlier ones. None at all is a refusal. A bare list
 * counts as everything the client will ever ask for: nobody is asked for more without their knowledge.
 *
 * @throws ConsentBlocked when policy lets nobody consent; the log then gets a `deny` event.
 */
export function grantConsent(
  workspace: Workspace,
  clientId: string,
  userId: string,
  answer: ConsentAnswer,
): void {
  const { ticked, asked } = 'ticked' in answer ? answer : { ticked: answer, asked: undefined };
  const { client, person } = requireParties(workspace, clientId, userId);
  requireUnblocked(workspace, client, person, asked ?? ticked);
  if (ticked.length > 0) return store(workspace, { clientId, person, scopes: ticked, asked });
  workspace.state.oauth.declined[grantKey(clientId, userId)] ??= workspace.clock.now();
}

/**
 * Ends what a person allowed a client: the grant, its tokens and its refresh tokens.
 *
 * @param by who does it, where that is an administrator.
 * @returns whether there was anything to end.
 */
export function revokeGrant(
  workspace: Workspace,
  clientId: string,
  userId: string,
  by?: UserPrincipal,
): boolean {
  const { oauth, directory } = workspace.state;
  const grant = endGrant(workspace, clientId, userId);
  if (!grant) return false;
  oauth.declined[grantKey(clientId, userId)] = workspace.clock.now();
  const owner = directory.users[userId];
  const actor: UserPrincipal | undefined =
    by ??
    (owner && { kind: 'user', userId, email: owner.primaryEmail, customerId: owner.customerId });
  if (actor) logTokenEvent(workspace, 'revoke', { actor, clientId }, scopeParameters(grant.scopes));
  return true;
}

/** Ends a grant and its tokens without logging it; returns the former grant. A person who lost it this way is asked again. */
export function endGrant(
  workspace: Workspace,
  clientId: string,
  userId: string,
): Grant | undefined {
  const { grants, refreshTokens } = workspace.state.oauth;
  const key = grantKey(clientId, userId);
  const grant = grants[key];
  delete grants[key];
  revokeTokens(
    workspace,
    (token) => token.clientId === clientId && token.userId === userId && !token.impersonated,
  );
  for (const { token, ...refresh } of Object.values(refreshTokens))
    if (refresh.clientId === clientId && refresh.userId === userId) delete refreshTokens[token];
  return grant;
}

/** Consents on behalf of a person who was never asked, as the setting `consent: 'allow'` says. */
function answerYes(
  workspace: Workspace,
  clientId: string,
  person: UserPrincipal,
  wanted: readonly string[],
): void {
  const { grants, declined } = workspace.state.oauth;
  const key = grantKey(clientId, person.userId);
  const grant = grants[key];
  if (declined[key] !== undefined) return;
  if (grant?.via === 'consent' && !grant.asked) return;
  const asked = new Set([...(grant?.asked ?? []), ...(grant?.scopes ?? [])]);
  if (wanted.every((scope) => asked.has(scope))) return;
  const covered = new Set(coveredScopes(workspace, clientId, person));
  const scopes = wanted.filter((scope) => !asked.has(scope) && !covered.has(scope));
  const client = findClient(workspace, clientId);
  if (scopes.length === 0 || !client || consentBlock(workspace, client, person, scopes)) return;
  store(workspace, { clientId, person, scopes, asked: scopes });
}

function requireUnblocked(
  workspace: Workspace,
  client: OAuthClient,
  person: UserPrincipal,
  scopes: readonly string[],
): void {
  const block = consentBlock(workspace, client, person, scopes);
  if (!block) return;
  if (block.rejection)
    logTokenEvent(workspace, 'deny', { actor: person, clientId: client.clientId }, [
      ...scopeParameters(scopes),
      { name: 'rejection_type', value: block.rejection },
    ]);
  throw new ConsentBlocked(block);
}

interface Consent {
  readonly clientId: string;
  readonly person: UserPrincipal;
  readonly scopes: readonly string[];
  readonly asked?: readonly string[] | undefined;
}

function store(workspace: Workspace, { clientId, person, scopes, asked }: Consent): void {
  const { grants, declined } = workspace.state.oauth;
  const key = grantKey(clientId, person.userId);
  const before = grants[key];
  delete declined[key];
  const grant: Grant = {
    clientId,
    userId: person.userId,
    scopes: [...new Set([...(before?.scopes ?? []), ...scopes])],
    via: before?.via ?? 'consent',
    grantedAt: workspace.clock.now(),
  };
  if (asked) grant.asked = [...new Set([...(before?.asked ?? []), ...asked])];
  grants[key] = grant;
  logTokenEvent(workspace, 'authorize', { actor: person, clientId }, scopeParameters(grant.scopes));
}
