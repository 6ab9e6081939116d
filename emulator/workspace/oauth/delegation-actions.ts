import { ConsoleRefusal, type AdminAction, type AdminActions } from '../admin-action';
import { isoInstant } from '../../kit/clock';
import type { UserPrincipal } from '../caller';
import { findUser } from '../directory/accounts';
import type { Workspace } from '../workspace';
import { requiredText, textList } from '../action-input';
import { findClient } from './clients';
import { domainOf, logConsole, requireSuperAdmin } from '../directory/console-log';
import { arrivalOf, delegatedScopes, listDelegations, setDelegation } from './delegation';
import { describeScope, isKnownScope } from './scopes';

/** The page's present content: `{clients}`, each with its scopes in plain words and how far the last change has spread. */
const list: AdminAction = (workspace, actor) => {
  const customerId = requireSuperAdmin(workspace, actor);
  return {
    clients: listDelegations(workspace, customerId).map(({ clientId, scopes, changedAt }) => ({
      clientId,
      name: findClient(workspace, clientId)?.name ?? clientId,
      scopes: [...scopes],
      allows: scopes.map((scope) => ({ scope, description: describeScope(scope) })),
      changedAt: isoInstant(changedAt),
      arrival: { ...arrivalOf(workspace, customerId, clientId) },
    })),
  };
};

/**
 * What one person's account sees of a delegation at present: `{clientId, user}`. Google has no such page; here it saves
 * waiting for a change to arrive.
 */
const seenBy: AdminAction = (workspace, actor, input) => {
  const customerId = requireSuperAdmin(workspace, actor);
  const clientId = requiredText(input, 'clientId');
  const user = findUser(workspace.state.directory, requiredText(input, 'user'));
  if (user?.customerId !== customerId)
    throw new ConsoleRefusal('Nobody in your organization has this address.');
  return { scopes: [...delegatedScopes(workspace, customerId, clientId, user.id)] };
};

/** "Add new": `{clientId, scopes, overwrite?}`; for an existing client the box "Overwrite existing client ID" is required. */
const add: AdminAction = (workspace, actor, input) => {
  const customerId = requireSuperAdmin(workspace, actor);
  const clientId = requiredClientId(requiredText(input, 'clientId'));
  if (input['overwrite'] !== true && isListed(workspace, customerId, clientId))
    throw new ConsoleRefusal(
      'The client ID is already authorized. Tick "Overwrite existing client ID".',
    );
  authorize(workspace, actor, customerId, {
    clientId,
    scopes: requiredScopes(textList(input, 'scopes')),
  });
};

/** "Edit": `{clientId, scopes}` replaces the scopes. */
const edit: AdminAction = (workspace, actor, input) => {
  const customerId = requireSuperAdmin(workspace, actor);
  const clientId = requireListed(workspace, customerId, requiredText(input, 'clientId'));
  authorize(workspace, actor, customerId, {
    clientId,
    scopes: requiredScopes(textList(input, 'scopes')),
  });
};

/** "Delete": `{clientId}`. */
const remove: AdminAction = (workspace, actor, input) => {
  const customerId = requireSuperAdmin(workspace, actor);
  const clientId = requireListed(workspace, customerId, requiredText(input, 'clientId'));
  setDelegation(workspace, customerId, clientId, []);
  const parameters = { API_CLIENT_NAME: clientId, DOMAIN_NAME: domainOf(workspace, customerId) };
  logConsole(workspace, actor, 'DOMAIN_SETTINGS', [['REMOVE_API_CLIENT_ACCESS', parameters]]);
};

/**
 * Admin console > Security > Access and data control > API controls > Domain-wide delegation. Super administrators only;
 * there is no API for it.
 *
 * @see https://support.google.com/a/answer/162106
 */
export const delegationActions: AdminActions = {
  'delegation.list': list,
  'delegation.seenBy': seenBy,
  'delegation.add': add,
  'delegation.edit': edit,
  'delegation.remove': remove,
};

function authorize(
  workspace: Workspace,
  actor: UserPrincipal,
  customerId: string,
  { clientId, scopes }: { readonly clientId: string; readonly scopes: readonly string[] },
): void {
  setDelegation(workspace, customerId, clientId, scopes);
  const parameters = {
    API_CLIENT_NAME: clientId,
    API_SCOPES: scopes.join(', '),
    DOMAIN_NAME: domainOf(workspace, customerId),
  };
  logConsole(workspace, actor, 'DOMAIN_SETTINGS', [['AUTHORIZE_API_CLIENT_ACCESS', parameters]]);
}

const isListed = (workspace: Workspace, customerId: string, clientId: string): boolean =>
  listDelegations(workspace, customerId).some((known) => known.clientId === clientId);

function requireListed(workspace: Workspace, customerId: string, clientId: string): string {
  if (!isListed(workspace, customerId, clientId))
    throw new ConsoleRefusal(`${clientId} is not in the list.`);
  return clientId;
}

/** A number or an OAuth client id. An address is accepted too, as when pasted by mistake, and then works for nobody. */
function requiredClientId(text: string): string {
  if (/^\d{6,}$/.test(text) || /\.apps\.googleusercontent\.com$/.test(text) || text.includes('@'))
    return text;
  throw new ConsoleRefusal(`${text} is not a client ID.`);
}

function requiredScopes(scopes: readonly string[]): readonly string[] {
  if (scopes.length === 0) throw new ConsoleRefusal('Enter at least one OAuth scope.');
  const wrong = scopes.filter((scope) => !isKnownScope(scope));
  if (wrong.length > 0) throw new ConsoleRefusal(`Not an OAuth scope: ${wrong.join(', ')}`);
  return scopes;
}
