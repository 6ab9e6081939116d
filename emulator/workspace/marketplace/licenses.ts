import { createHash } from 'node:crypto';
import { requiredParam, type ApiMethod, type ApiMethods, type ApiRequest } from '../api-method';
import type { Caller } from '../caller';
import { findCustomerByDomain, findUser } from '../directory/accounts';
import { GoogleError } from '../google-error';
import type { Workspace } from '../workspace';
import { isOnFor } from '../oauth/install-coverage';
import { installKey } from '../state/marketplace';

/**
 * Whether a person may use the app: `enabled` says that it is on for them, `state` only that their organization (or they
 * themselves) have it. Unknown people are UNLICENSED.
 *
 * @see https://developers.google.com/workspace/marketplace/example-calls-marketplace-api
 */
const getUserLicense: ApiMethod = (request, caller, { state }) => {
  const applicationId = requireOwnApplication(request, caller);
  const key = requiredParam(request, 'userId');
  const { directory, marketplace } = state;
  const user = findUser(directory, key);
  const userId = user?.primaryEmail ?? key;
  const license = {
    kind: 'appsmarket#userLicense',
    applicationId,
    id: licenseId(applicationId, userId),
    userId,
  };
  const active = { ...license, state: 'ACTIVE', editionId: 'default_edition' };
  const ownId = user?.id ?? directory.consumers[key.toLowerCase()] ?? '';
  if (marketplace.individualInstalls[installKey(applicationId, ownId)])
    return { ...active, enabled: true, customerId: userId };
  const install = user && marketplace.installs[installKey(applicationId, user.customerId)];
  if (!install) return { ...license, enabled: false, state: 'UNLICENSED' };
  return {
    ...active,
    enabled: isOnFor(directory, install.userAccess, user),
    customerId: directory.customers[user.customerId]?.primaryDomain,
  };
};

/** Whether an organization, identified by a domain, has the app. @see getUserLicense */
const getCustomerLicense: ApiMethod = (request, caller, { state }: Workspace) => {
  const applicationId = requireOwnApplication(request, caller);
  const customerId = requiredParam(request, 'customerId');
  const customer = findCustomerByDomain(state.directory, customerId);
  const isInstalled =
    customer && state.marketplace.installs[installKey(applicationId, customer.id)] !== undefined;
  return {
    kind: 'appsmarket#customerLicense',
    id: licenseId(applicationId, customerId),
    applicationId,
    customerId,
    ...(isInstalled
      ? { state: 'ACTIVE', editions: [{ editionId: 'default_edition', seatCount: -1 }] }
      : { state: 'UNLICENSED' }),
  };
};

/** Only credentials of the project that publishes an app may ask about it, and not on behalf of a person elsewhere. */
function requireOwnApplication(request: ApiRequest, caller: Caller): string {
  const applicationId = requiredParam(request, 'applicationId');
  if (caller.projectNumber === applicationId && !caller.impersonated) return applicationId;
  throw new GoogleError(403, 'forbidden', 'Not authorized to access the application ID', {
    status: 'PERMISSION_DENIED',
  });
}

const licenseId = (applicationId: string, whose: string): string =>
  createHash('sha256').update(`${applicationId} ${whose}`).digest('base64url').slice(0, 22);

export const licenseMethods: ApiMethods = {
  'appsmarket.userLicense.get': getUserLicense,
  'appsmarket.customerLicense.get': getCustomerLicense,
};
