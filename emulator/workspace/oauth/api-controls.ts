import type { ApiName } from '../../discovery/discovery';
import type { Caller } from '../caller';
import { GoogleError } from '../google-error';
import type { Workspace } from '../workspace';
import { accessOf, specificScopes, type AllowedAccess } from './app-access';
import { serviceOf, type GoogleService } from './scopes';

/**
 * Refuses what the organization's administrators do not let this application do: through the legacy switch "API access" for
 * the Admin SDK, and through API controls for every API. Google's own products and service accounts that act on their own
 * behalf are exempt.
 *
 * @throws GoogleError 403 `domainCannotUseApis` (Admin SDK) or `domainPolicy`. Drive's and Gmail's pages give the wording
 *   of the latter; that other APIs answer alike is inferred.
 * @see https://developers.google.com/workspace/drive/api/guides/handle-errors
 */
export function requireAllowedByAdministrator(
  workspace: Workspace,
  caller: Caller,
  api: ApiName,
): void {
  const { principal, projectNumber, clientId } = caller;
  if (projectNumber === null || principal.kind !== 'user' || principal.customerId === null) return;
  const { customerId } = principal;
  const isAdminSdk = api === 'directory' || api === 'reports';
  const customer = workspace.state.directory.customers[customerId];
  if (isAdminSdk && customer?.apiAccess === false) throw domainCannotUseApis();
  const policy = accessOf(workspace, customerId, clientId);
  if (policy && !allowsApi(policy, api))
    throw isAdminSdk ? domainCannotUseApis() : domainPolicy(api);
}

function allowsApi(policy: AllowedAccess, api: ApiName): boolean {
  const service = SERVICES[api];
  switch (policy.access) {
    case 'trusted':
      return true;
    case 'blocked':
      return false;
    case 'sign-in-only':
      return service === 'identity';
    case 'limited':
      return !policy.controls.restrictedServices.includes(service);
    case 'specific':
      return (
        service === 'identity' ||
        specificScopes(policy).some((scope) => serviceOf(scope) === service)
      );
  }
}

const SERVICES: Readonly<Record<ApiName, GoogleService>> = {
  calendar: 'calendar',
  directory: 'admin',
  reports: 'admin',
  sheets: 'drive',
  drive: 'drive',
  appsmarket: 'other',
  iamcredentials: 'cloud',
  oauth2: 'identity',
  script: 'apps_script_api',
};

const PRODUCTS: Readonly<Partial<Record<ApiName, string>>> = {
  calendar: 'Calendar',
  sheets: 'Drive',
  drive: 'Drive',
  script: 'Apps Script',
  iamcredentials: 'Cloud',
  appsmarket: 'Marketplace',
};

const domainPolicy = (api: ApiName): GoogleError =>
  new GoogleError(
    403,
    'domainPolicy',
    `The domain administrators have disabled ${PRODUCTS[api] ?? 'Google'} apps.`,
  );

const domainCannotUseApis = (): GoogleError =>
  new GoogleError(403, 'domainCannotUseApis', 'Domain cannot use apis.');
