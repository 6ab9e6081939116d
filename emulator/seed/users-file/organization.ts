import { isoInstant } from '../../kit/clock';
import { BASE36, type Random } from '../../kit/random';
import { touch } from '../../workspace/directory/accounts';
import { domainOf } from '../../workspace/directory/addresses';
import { parentPath } from '../../workspace/directory/org-unit-path';
import type { CustomerRecord, DirectoryState } from '../../workspace/state/directory';
import { seedOrgUnits } from '../seed-organizations';
import type { Row } from './rows';
import { unitPathOf } from './usable-rows';

/** Adds the organization that these people are in: its domains, the one with most addresses first, and its org units. */
export function addOrganization(
  directory: DirectoryState,
  rows: readonly Row[],
  { chance, createdAt }: { readonly chance: Random; readonly createdAt: number },
): CustomerRecord {
  const domains = domainsOf(rows);
  const customer: CustomerRecord = {
    id: `C0${chance.text(7, BASE36)}`,
    name: domains[0]!,
    primaryDomain: domains[0]!,
    domains: domains.map((name) => ({ name, verified: true, createdAt })),
    edition: 'enterprise-plus',
    apiAccess: true,
    profile: { customerCreationTime: isoInstant(createdAt), language: 'en' },
  };
  directory.customers[customer.id] = customer;
  directory.schemas[customer.id] = {};
  seedOrgUnits({ directory, customer, chance }, unitPathsOf(rows));
  touch(directory);
  return customer;
}

/** The most frequent first; of equally frequent ones the first in the file. */
function domainsOf(rows: readonly Row[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { values } of rows) {
    const domain = domainOf(values.email);
    counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([domain]) => domain);
}

/** Every unit and those above it, parents first. Letter case does not make a different unit. */
function unitPathsOf(rows: readonly Row[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const { values } of rows) {
    for (const path of withParents(unitPathOf(values))) {
      const key = path.toLowerCase();
      const parent = parentPath(path)!;
      const above = byKey.get(parent.toLowerCase()) ?? '';
      if (!byKey.has(key)) byKey.set(key, `${above}${path.slice(path.lastIndexOf('/'))}`);
    }
  }
  return [...byKey.values()];
}

/** `/A`, `/A/B` for `/A/B`; nothing for the root. */
function withParents(path: string): readonly string[] {
  const parent = parentPath(path);
  return parent === null ? [] : [...withParents(parent), path];
}
