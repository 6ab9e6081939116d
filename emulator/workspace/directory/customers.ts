import { requiredParam, type ApiMethod, type ApiMethods, type JsonObject } from '../api-method';
import type { AuditEvent } from '../audit-log';
import { namedCustomer } from './access';
import { domainOf } from './addresses';
import { touch } from './accounts';
import { adminEvent, writeAdminLog } from './admin-log';
import { etagOf } from './etag';
import { isObject, jsonCopy, textOf } from './json-copy';
import { requirePrivilege } from './privileges';
import { invalidInput } from './refusals';
import type { CustomerRecord } from '../state/directory';

/** The Customer resource. @see https://developers.google.com/workspace/admin/directory/reference/rest/v1/customers */
function customerResource({ id, name, primaryDomain, profile = {} }: CustomerRecord): JsonObject {
  const content: JsonObject = {
    id,
    customerDomain: primaryDomain,
    language: 'en',
    ...jsonCopy(profile),
    postalAddress: {
      organizationName: name,
      ...(isObject(profile.postalAddress) && jsonCopy(profile.postalAddress)),
    },
  };
  return { kind: 'admin#directory#customer', etag: etagOf(content), ...content };
}

const get: ApiMethod = (request, caller, workspace) => {
  const customer = namedCustomer(workspace, caller, requiredParam(request, 'customerKey'));
  requirePrivilege(workspace, caller, 'API_APPS_ENTERPRISE_CUSTOMER_READ');
  return customerResource(customer);
};

const EDITABLE = ['alternateEmail', 'language', 'phoneNumber'] as const;

const EVENTS: Readonly<Partial<Record<(typeof EDITABLE)[number], string>>> = {
  alternateEmail: 'UPDATE_DOMAIN_SECONDARY_EMAIL',
  language: 'CHANGE_DOMAIN_DEFAULT_LOCALE',
};

/** Changes contact data; the primary domain cannot be changed here. */
const change: ApiMethod = (request, caller, workspace) => {
  const customer = namedCustomer(workspace, caller, requiredParam(request, 'customerKey'));
  requirePrivilege(workspace, caller, 'API_APPS_ENTERPRISE_CUSTOMER_UPDATE');
  const body = request.body ?? {};
  requireValid(customer, body);
  const profile = (customer.profile ??= {});
  const events: AuditEvent[] = [];
  for (const field of EDITABLE) {
    const value = textOf(body[field]);
    if (value === undefined || value === profile[field]) continue;
    const name = EVENTS[field];
    if (name) {
      events.push(
        adminEvent('DOMAIN_SETTINGS', name, {
          DOMAIN_NAME: customer.primaryDomain,
          OLD_VALUE: textOf(profile[field]) ?? '',
          NEW_VALUE: value,
        }),
      );
    }
    profile[field] = value;
  }
  if (isObject(body.postalAddress)) {
    const before = isObject(profile.postalAddress) ? profile.postalAddress : {};
    profile.postalAddress = { ...before, ...jsonCopy(body.postalAddress) };
  }
  touch(workspace.state.directory);
  writeAdminLog(workspace, caller, customer.id, events);
  return customerResource(customer);
};

function requireValid({ domains, primaryDomain }: CustomerRecord, body: JsonObject): void {
  const domain = textOf(body.customerDomain);
  if (domain !== undefined && domain.toLowerCase() !== primaryDomain) {
    throw invalidInput('customerDomain');
  }
  const alternate = textOf(body.alternateEmail);
  if (alternate !== undefined && domains.some(({ name }) => name === domainOf(alternate))) {
    throw invalidInput('alternateEmail');
  }
  const phone = textOf(body.phoneNumber);
  if (phone !== undefined && !/^\+[1-9]\d{3,14}$/.test(phone)) throw invalidInput('phoneNumber');
}

export const customerMethods: ApiMethods = {
  'directory.customers.get': get,
  'directory.customers.patch': change,
  'directory.customers.update': change,
};
