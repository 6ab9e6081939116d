import type { UserPrincipal } from '../caller';
import { ConsoleRefusal } from '../admin-action';
import type { Workspace } from '../workspace';
import { activeAccount } from './active-account';
import { accessOf, allowsScope } from './app-access';
import { findClient } from './clients';
import { coveredScopes } from './coverage';
import { describeScope, isSignInScope } from './scopes';
import { grantKey, type OAuthClient } from '../state/oauth';
import type { RejectionType } from './token-log';

/** The content of the consent screen. */
export interface ConsentRequest {
  readonly appName: string;
  readonly publisher: string;
  /** Whether it is the organization's own app: Google does not review those. */
  readonly isInternal: boolean;
  readonly scopes: readonly {
    readonly scope: string;
    /** In Google's plain words. */
    readonly description: string;
    readonly alreadyGranted: boolean;
    /** Whether there is a box to tick; without one the scope is granted with the rest. */
    readonly tickable: boolean;
  }[];
  /** Whether the person may allow some and not others. */
  readonly granular: boolean;
  /** "Access blocked" instead of the screen; null when the person may decide. */
  readonly blocked: ConsentBlock | null;
}

export interface ConsentBlock {
  readonly title: string;
  /** Such as `Error 400: admin_policy_enforced`. */
  readonly error: string;
  readonly message: string;
  readonly rejection: RejectionType | null;
}

/** The consent screen would show "Access blocked". */
export class ConsentBlocked extends ConsoleRefusal {
  constructor(readonly block: ConsentBlock) {
    super(`${block.title}: ${block.message} ${block.error}`);
  }
}

/**
 * What a person would see if this client asked them for these scopes.
 *
 * @throws ConsoleRefusal when there is no such client or the account cannot sign in.
 */
export function consentRequest(
  workspace: Workspace,
  clientId: string,
  userId: string,
  scopes: readonly string[],
): ConsentRequest {
  const { client, person } = requireParties(workspace, clientId, userId);
  const held = new Set(workspace.state.oauth.grants[grantKey(clientId, userId)]?.scopes);
  const granular = isGranular(workspace, client, person, scopes);
  return {
    appName: client.name,
    publisher: publisherOf(workspace, client),
    isInternal: client.ownerCustomerId !== null && client.ownerCustomerId === person.customerId,
    scopes: scopes.map((scope) => ({
      scope,
      description: describeScope(scope),
      alreadyGranted: held.has(scope),
      tickable: granular && !isSignInScope(scope),
    })),
    granular,
    blocked: consentBlock(workspace, client, person, scopes),
  };
}

/** Client and person, both able to act. @throws ConsoleRefusal */
export function requireParties(
  workspace: Workspace,
  clientId: string,
  userId: string,
): { client: OAuthClient; person: UserPrincipal } {
  const client = findClient(workspace, clientId);
  if (!client || client.status)
    throw new ConsoleRefusal(`Error 401: ${client?.status ?? 'invalid'}_client`);
  const person = activeAccount(workspace.state.directory, userId);
  if (!person) throw new ConsoleRefusal('This account cannot sign in.');
  return { client, person };
}

/** Why nobody is asked at all; null when the person may decide. */
export function consentBlock(
  workspace: Workspace,
  { clientId, name, kind, ownerCustomerId }: OAuthClient,
  { customerId }: UserPrincipal,
  scopes: readonly string[],
): ConsentBlock | null {
  const title = 'Access blocked';
  if (ownerCustomerId !== null && ownerCustomerId !== customerId && kind !== 'service-account')
    return {
      title,
      error: 'Error 403: org_internal',
      message: `${name} can only be used within its organization.`,
      rejection: null,
    };
  const policy = accessOf(workspace, customerId, clientId);
  if (scopes.every((scope) => allowsScope(policy, scope))) return null;
  return {
    title,
    error: 'Error 400: admin_policy_enforced',
    message: `Your institution's admin needs to review ${name}.`,
    rejection: policy?.access === 'blocked' ? 'EXPLICIT_ADMIN_BLOCK' : 'SCOPE_BLOCK',
  };
}

/**
 * Boxes to tick appear where more than sign-in and one other scope are asked for. Apps that an administrator trusts or
 * granted scopes for everybody are exempt.
 */
function isGranular(
  workspace: Workspace,
  { clientId }: OAuthClient,
  person: UserPrincipal,
  scopes: readonly string[],
): boolean {
  if (scopes.filter((scope) => !isSignInScope(scope)).length < 2) return false;
  const { oauth } = workspace.state;
  const configured = oauth.apiControls[person.customerId ?? '']?.apps[clientId];
  if (configured === 'trusted') return false;
  if (oauth.grants[grantKey(clientId, person.userId)]?.via === 'domain-install') return false;
  return coveredScopes(workspace, clientId, person).length === 0;
}

const publisherOf = ({ state }: Workspace, client: OAuthClient): string =>
  client.publisher ?? state.directory.customers[client.ownerCustomerId ?? '']?.name ?? client.name;
