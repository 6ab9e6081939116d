import { ConsoleRefusal, type AdminAction, type AdminActions } from '../admin-action';
import type { Workspace } from '../workspace';
import { oneOf, requiredFlag, requiredText, textList } from '../action-input';
import { findClient } from './clients';
import { logConsole, requireSecurityAdmin } from '../directory/console-log';
import { appView, findApps, useOfApps } from './known-apps';
import { changeControls, controlsOf } from './policy-change';
import type { AppAccess } from '../state/oauth';

/** The page's present content: settings, configured apps, and "accessed apps", which lag a day behind people's grants. */
const get: AdminAction = (workspace, actor) => {
  const customerId = requireSecurityAdmin(workspace, actor);
  const { apps, specificScopes = {}, ...settings } = controlsOf(workspace, customerId);
  const uses = useOfApps(workspace, customerId);
  return {
    ...structuredClone(settings),
    configuredApps: Object.entries(apps).map(([clientId, access]) => ({
      ...appView(workspace, customerId, clientId, uses.get(clientId)),
      access,
      ...(access === 'specific' && { scopes: [...(specificScopes[clientId] ?? [])] }),
    })),
    accessedApps: [...uses].map(([clientId, use]) => appView(workspace, customerId, clientId, use)),
  };
};

/** "Configure new app": `{query}`, a part of an app's name or its whole client id. */
const search: AdminAction = (workspace, actor, input) => {
  const customerId = requireSecurityAdmin(workspace, actor);
  return { apps: findApps(workspace, customerId, requiredText(input, 'query')) };
};

/** "Unconfigured third-party apps": `{access: 'allow' | 'sign-in-only' | 'block'}`. */
const setUnconfiguredApps: AdminAction = (workspace, actor, input) => {
  const customerId = requireSecurityAdmin(workspace, actor);
  const access = oneOf(input, 'access', ['allow', 'sign-in-only', 'block']);
  changeControls(workspace, customerId, (controls) => void (controls.unconfiguredApps = access));
  logConsole(workspace, actor, 'SECURITY_SETTINGS', [[UNCONFIGURED_EVENTS[access], {}]]);
};

const UNCONFIGURED_EVENTS = {
  allow: 'UNBLOCK_ALL_THIRD_PARTY_API_ACCESS',
  'sign-in-only': 'SIGN_IN_ONLY_THIRD_PARTY_API_ACCESS',
  block: 'BLOCK_ALL_THIRD_PARTY_API_ACCESS',
} as const;

/**
 * "Change access" of one app: `{clientId, access: 'trusted' | 'limited' | 'specific' | 'blocked' | 'unconfigured',
 * scopes?}`; scopes belong to `specific`.
 */
const setApp: AdminAction = (workspace, actor, input) => {
  const customerId = requireSecurityAdmin(workspace, actor);
  const clientId = requiredText(input, 'clientId');
  const access = oneOf(input, 'access', [
    'trusted',
    'limited',
    'specific',
    'blocked',
    'unconfigured',
  ]);
  const scopes = textList(input, 'scopes');
  if (access === 'specific' && scopes.length === 0)
    throw new ConsoleRefusal('Choose the data that the app can access.');
  const before = controlsOf(workspace, customerId).apps[clientId];
  changeControls(workspace, customerId, (controls) => {
    const specific = (controls.specificScopes ??= {});
    delete specific[clientId];
    if (access === 'unconfigured') delete controls.apps[clientId];
    else controls.apps[clientId] = access;
    if (access === 'specific') specific[clientId] = scopes;
  });
  const names = appEvents(workspace, before, access === 'unconfigured' ? undefined : access);
  const parameters = {
    OAUTH2_APP_ID: clientId,
    OAUTH2_APP_NAME: findClient(workspace, clientId)?.name ?? clientId,
    OAUTH2_APP_TYPE: 'web',
    ORG_UNIT_NAME: '/',
  };
  logConsole(
    workspace,
    actor,
    'SECURITY_SETTINGS',
    names.map((name) => [name, parameters]),
  );
};

/** "Manage Google services": `{service, restricted}`; a restricted one is open to trusted apps only. */
const setService: AdminAction = (workspace, actor, input) => {
  const customerId = requireSecurityAdmin(workspace, actor);
  const service = requiredText(input, 'service').toLowerCase();
  const restricted = requiredFlag(input, 'restricted');
  changeControls(workspace, customerId, (controls) => {
    const others = controls.restrictedServices.filter((name) => name !== service);
    controls.restrictedServices = restricted ? [...others, service] : others;
  });
  const old = `${restricted ? 'DISALLOW' : 'ALLOW'}_SERVICE_FOR_OAUTH2_ACCESS`;
  const name = hasNewNames(workspace) ? 'CHANGE_API_ACCESS' : old;
  const parameters = { OAUTH2_SERVICE_NAME: service.toUpperCase(), ORG_UNIT_NAME: '/' };
  logConsole(workspace, actor, 'SECURITY_SETTINGS', [[name, parameters]]);
};

/** "Trust internal apps": `{trusted}`. */
const trustInternal: AdminAction = (workspace, actor, input) => {
  const customerId = requireSecurityAdmin(workspace, actor);
  const trusted = requiredFlag(input, 'trusted');
  changeControls(workspace, customerId, (controls) => void (controls.trustInternalApps = trusted));
  const name = `${trusted ? '' : 'UN'}TRUST_DOMAIN_OWNED_OAUTH2_APPS`;
  logConsole(workspace, actor, 'SECURITY_SETTINGS', [[name, {}]]);
};

/** The legacy switch "Enable API access": `{enabled}`. When off, the Admin SDK answers `domainCannotUseApis`. */
const setApiAccess: AdminAction = (workspace, actor, input) => {
  const customerId = requireSecurityAdmin(workspace, actor);
  const enabled = requiredFlag(input, 'enabled');
  const customer = workspace.state.directory.customers[customerId]!;
  const values = { OLD_VALUE: String(customer.apiAccess), NEW_VALUE: String(enabled) };
  customer.apiAccess = enabled;
  logConsole(workspace, actor, 'DOMAIN_SETTINGS', [['ENABLE_API_ACCESS', values]]);
};

/** Admin console > Security > Access and data control > API controls. For the whole organization only, not for org units. */
export const apiControlsActions: AdminActions = {
  'apiControls.get': get,
  'apiControls.findApps': search,
  'apiControls.setUnconfiguredApps': setUnconfiguredApps,
  'apiControls.setApp': setApp,
  'apiControls.setService': setService,
  'apiControls.trustInternal': trustInternal,
  'apiControls.setApiAccess': setApiAccess,
};

/** From August 2026 the log has one name for all of these. @see https://knowledge.workspace.google.com/admin/reports/admin-log-event-changes */
const hasNewNames = ({ clock }: Workspace): boolean => clock.now() >= Date.UTC(2026, 7, 1);

function appEvents(
  workspace: Workspace,
  before: AppAccess | undefined,
  after: AppAccess | undefined,
): readonly string[] {
  if (before === after) return [];
  if (hasNewNames(workspace) || before === 'specific' || after === 'specific')
    return ['CHANGE_APP_ACCESS'];
  return [
    ...(before ? [`REMOVE_FROM_${before.toUpperCase()}_OAUTH2_APPS`] : []),
    ...(after ? [`ADD_TO_${after.toUpperCase()}_OAUTH2_APPS`] : []),
  ];
}
