import {
  requiredParam,
  textParam,
  type ApiMethod,
  type ApiMethods,
  type ApiRequest,
  type JsonObject,
} from '../api-method';
import type { Caller } from '../caller';
import { notFound } from '../google-error';
import type { Workspace } from '../workspace';
import { namedCustomer } from './access';
import { findCustomerByDomain, touch } from './accounts';
import { domainOf } from './addresses';
import { adminEvent, writeAdminLog } from './admin-log';
import { etagOf } from './etag';
import { textOf } from './json-copy';
import { requirePrivilege } from './privileges';
import {
  alreadyExists,
  conditionNotMet,
  domainNotFound,
  invalidInput,
  missingField,
} from './refusals';
import type { CustomerRecord, DomainRecord } from '../state/directory';

/** "600 domains per account". @see https://developers.google.com/workspace/admin/directory/v1/limits */
const MOST_DOMAINS = 600;

const creationTime = ({ createdAt = 0 }: DomainRecord): string => String(createdAt);

function aliasResource({ aliasOf, name, verified, ...rest }: DomainRecord): JsonObject {
  const content = {
    domainAliasName: name,
    parentDomainName: aliasOf ?? '',
    verified,
    creationTime: creationTime({ name, verified, ...rest }),
  };
  return { kind: 'admin#directory#domainAlias', etag: etagOf(content), ...content };
}

function domainResource(customer: CustomerRecord, domain: DomainRecord): JsonObject {
  const aliases = customer.domains.filter(({ aliasOf }) => aliasOf === domain.name);
  const content: JsonObject = {
    domainName: domain.name,
    isPrimary: domain.name === customer.primaryDomain,
    verified: domain.verified,
    creationTime: creationTime(domain),
    ...(aliases.length > 0 && { domainAliases: aliases.map(aliasResource) }),
  };
  return { kind: 'admin#directory#domain', etag: etagOf(content), ...content };
}

function customerOf(request: ApiRequest, caller: Caller, workspace: Workspace): CustomerRecord {
  const customer = namedCustomer(workspace, caller, requiredParam(request, 'customer'));
  requirePrivilege(workspace, caller, 'DOMAIN_MANAGEMENT');
  return customer;
}

const isAlias = ({ aliasOf }: DomainRecord): boolean => aliasOf !== undefined;

function namedDomain({ domains }: CustomerRecord, name: string): DomainRecord {
  const domain = domains.find((one) => one.name === name.toLowerCase() && !isAlias(one));
  if (!domain) throw domainNotFound();
  return domain;
}

function namedAlias({ domains }: CustomerRecord, name: string): DomainRecord {
  const alias = domains.find((one) => one.name === name.toLowerCase() && isAlias(one));
  if (!alias) throw notFound('Domain alias does not exist');
  return alias;
}

const list: ApiMethod = (request, caller, workspace) => {
  const customer = customerOf(request, caller, workspace);
  const domains = customer.domains
    .filter((domain) => !isAlias(domain))
    .map((domain) => domainResource(customer, domain));
  return { kind: 'admin#directory#domains', etag: etagOf(domains), domains };
};

const get: ApiMethod = (request, caller, workspace) => {
  const customer = customerOf(request, caller, workspace);
  return domainResource(customer, namedDomain(customer, requiredParam(request, 'domainName')));
};

/** A name that no organization uses yet. @throws GoogleError 400 or 409 */
function freeDomain({ state }: Workspace, customer: CustomerRecord, name: string): string {
  const wanted = name.toLowerCase();
  if (!/^([a-z0-9-]+\.)+[a-z]{2,}$/.test(wanted)) throw invalidInput('domainName');
  if (findCustomerByDomain(state.directory, wanted)) throw alreadyExists();
  if (customer.domains.length >= MOST_DOMAINS) throw conditionNotMet('Domain limit reached.');
  return wanted;
}

/** Adds a domain to an organization. Google would leave it unverified; nobody could verify it here, so it is verified at once. */
function addDomain(workspace: Workspace, customer: CustomerRecord, domain: DomainRecord): void {
  // A new list: whatever was cached for the old one no longer applies.
  customer.domains = [...customer.domains, domain];
  touch(workspace.state.directory);
}

function removeDomain(
  workspace: Workspace,
  customer: CustomerRecord,
  { name }: DomainRecord,
): void {
  customer.domains = customer.domains.filter((domain) => domain.name !== name);
  touch(workspace.state.directory);
}

const insert: ApiMethod = (request, caller, workspace) => {
  const customer = customerOf(request, caller, workspace);
  const wanted = textOf(request.body?.domainName);
  if (!wanted) throw missingField('domainName');
  const name = freeDomain(workspace, customer, wanted);
  const domain = { name, verified: true, createdAt: workspace.clock.now() };
  addDomain(workspace, customer, domain);
  writeAdminLog(workspace, caller, customer.id, [
    adminEvent('DOMAIN_SETTINGS', 'ADD_SECONDARY_DOMAIN', { SECONDARY_DOMAIN_NAME: name }),
  ]);
  return domainResource(customer, domain);
};

/** Removes a secondary domain in which nobody has an address. */
const remove: ApiMethod = (request, caller, workspace) => {
  const customer = customerOf(request, caller, workspace);
  const domain = namedDomain(customer, requiredParam(request, 'domainName'));
  const { users, groups } = workspace.state.directory;
  const inUse =
    domain.name === customer.primaryDomain ||
    customer.domains.some(({ aliasOf }) => aliasOf === domain.name) ||
    Object.values(users).some(({ primaryEmail }) => domainOf(primaryEmail) === domain.name) ||
    Object.values(groups).some(({ email }) => domainOf(email) === domain.name);
  if (inUse) throw conditionNotMet('Domain is in use.');
  removeDomain(workspace, customer, domain);
  writeAdminLog(workspace, caller, customer.id, [
    adminEvent('DOMAIN_SETTINGS', 'REMOVE_SECONDARY_DOMAIN', {
      SECONDARY_DOMAIN_NAME: domain.name,
    }),
  ]);
  return undefined;
};

const listAliases: ApiMethod = (request, caller, workspace) => {
  const customer = customerOf(request, caller, workspace);
  const parent = textParam(request, 'parentDomainName')?.toLowerCase();
  const domainAliases = customer.domains
    .filter((domain) => isAlias(domain) && (parent === undefined || domain.aliasOf === parent))
    .map(aliasResource);
  return {
    kind: 'admin#directory#domainAliases',
    etag: etagOf(domainAliases),
    ...(domainAliases.length > 0 && { domainAliases }),
  } satisfies JsonObject;
};

const getAlias: ApiMethod = (request, caller, workspace) =>
  aliasResource(
    namedAlias(customerOf(request, caller, workspace), requiredParam(request, 'domainAliasName')),
  );

const insertAlias: ApiMethod = (request, caller, workspace) => {
  const customer = customerOf(request, caller, workspace);
  const wanted = textOf(request.body?.domainAliasName);
  if (!wanted) throw missingField('domainAliasName');
  const parent = namedDomain(customer, textOf(request.body?.parentDomainName) ?? '');
  const name = freeDomain(workspace, customer, wanted);
  const alias = { name, verified: true, aliasOf: parent.name, createdAt: workspace.clock.now() };
  addDomain(workspace, customer, alias);
  writeAdminLog(workspace, caller, customer.id, [aliasEvent('ADD_DOMAIN_ALIAS', alias)]);
  return aliasResource(alias);
};

const removeAlias: ApiMethod = (request, caller, workspace) => {
  const customer = customerOf(request, caller, workspace);
  const alias = namedAlias(customer, requiredParam(request, 'domainAliasName'));
  removeDomain(workspace, customer, alias);
  writeAdminLog(workspace, caller, customer.id, [aliasEvent('REMOVE_DOMAIN_ALIAS', alias)]);
  return undefined;
};

const aliasEvent = (name: string, alias: DomainRecord) =>
  adminEvent('DOMAIN_SETTINGS', name, {
    DOMAIN_NAME: alias.aliasOf ?? '',
    DOMAIN_ALIAS: alias.name,
  });

export const domainMethods: ApiMethods = {
  'directory.domains.list': list,
  'directory.domains.get': get,
  'directory.domains.insert': insert,
  'directory.domains.delete': remove,
  'directory.domainAliases.list': listAliases,
  'directory.domainAliases.get': getAlias,
  'directory.domainAliases.insert': insertAlias,
  'directory.domainAliases.delete': removeAlias,
};
