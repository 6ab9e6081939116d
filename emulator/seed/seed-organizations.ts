import { BASE36, DIGITS, type Random } from '../kit/random';
import type { JsonObject } from '../workspace/api-method';
import { findCustomerByDomain } from '../workspace/directory/accounts';
import { domainOf } from '../workspace/directory/addresses';
import { objectsIn } from '../workspace/directory/json-copy';
import { parentPath } from '../workspace/directory/org-unit-path';
import type { CustomerRecord, DirectoryState } from '../workspace/state/directory';
import { CONSUMERS, ORG_UNITS, ORGANIZATIONS, SCHEMAS, type SeedOrganization } from './seed-files';

/** An organization on its way into a directory. */
export interface SeededOrganization {
  readonly directory: DirectoryState;
  readonly customer: CustomerRecord;
  readonly chance: Random;
}

/** Adds the organizations with their org units and custom schemas, and the consumer accounts beside them. */
export function seedOrganizations(directory: DirectoryState, chance: Random): void {
  for (const organization of ORGANIZATIONS) {
    const customer = customerRecord(organization);
    directory.customers[customer.id] = customer;
    seedOrgUnits({ directory, customer, chance }, ORG_UNITS[customer.primaryDomain] ?? []);
    directory.schemas[customer.id] = schemasOf(customer, chance);
  }
  for (const email of CONSUMERS) directory.consumers[email] = `1${chance.text(20, DIGITS)}`;
}

/** The organization that an address belongs to. */
export function customerOf(directory: DirectoryState, address: string): CustomerRecord {
  const customer = findCustomerByDomain(directory, domainOf(address));
  if (!customer) throw new Error(`The seed has no organization for ${address}.`);
  return customer;
}

function customerRecord(organization: SeedOrganization): CustomerRecord {
  const { id, name, edition, created, language, country, domains } = organization;
  const createdAt = Date.parse(`${created}T08:00:00Z`);
  return {
    id,
    name,
    primaryDomain: domains[0]!.name,
    domains: domains.map((domain) => ({ ...domain, verified: true, createdAt })),
    edition,
    apiAccess: true,
    profile: {
      customerCreationTime: `${created}T08:00:00.000Z`,
      language,
      postalAddress: { countryCode: country },
    },
  };
}

/**
 * Gives an organization its root and the org units with these paths.
 *
 * @param paths parents first, without the root.
 */
export function seedOrgUnits(
  { directory, customer, chance }: SeededOrganization,
  paths: readonly string[],
): void {
  const ids = new Map<string, string>();
  for (const path of ['/', ...paths]) {
    const orgUnitId = `id:0${chance.text(13, BASE36)}`;
    const parent = parentPath(path);
    ids.set(path, orgUnitId);
    directory.orgUnits[orgUnitId] = {
      orgUnitId,
      customerId: customer.id,
      name: parent === null ? customer.name : path.slice(path.lastIndexOf('/') + 1),
      description: '',
      orgUnitPath: path,
      parentOrgUnitId: parent === null ? null : ids.get(parent)!,
    };
  }
}

function schemasOf({ primaryDomain }: CustomerRecord, chance: Random): Record<string, JsonObject> {
  const newId = (): string => `${chance.text(22, BASE36)}==`;
  const schemas = SCHEMAS[primaryDomain] ?? [];
  return Object.fromEntries(
    schemas.map((schema) => [
      String(schema.schemaName),
      {
        schemaId: newId(),
        ...schema,
        fields: objectsIn(schema.fields).map((field) => ({
          fieldId: newId(),
          multiValued: false,
          indexed: true,
          readAccessType: 'ALL_DOMAIN_USERS',
          ...field,
        })),
      },
    ]),
  );
}
