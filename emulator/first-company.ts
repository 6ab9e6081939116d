import { emptyState, type WorkspaceState } from './workspace/state';

const CUSTOMER_ID = 'C01first00';
const DOMAIN = 'company.example';

/** The least company there can be: a super administrator and one person, in one organisation. */
export function firstCompany(seedNumber: number): WorkspaceState {
  const state = emptyState(seedNumber);
  const { directory } = state;
  directory.customers[CUSTOMER_ID] = {
    id: CUSTOMER_ID,
    name: 'Company',
    primaryDomain: DOMAIN,
    domains: [{ name: DOMAIN, verified: true }],
    edition: 'enterprise-plus',
    apiAccess: true,
  };
  directory.orgUnits['id:first'] = {
    orgUnitId: 'id:first',
    customerId: CUSTOMER_ID,
    name: 'Company',
    description: '',
    orgUnitPath: '/',
    parentOrgUnitId: null,
  };
  for (const [index, name] of ['admin', 'anna'].entries()) addUser(state, name, index);
  return state;
}

function addUser({ directory }: WorkspaceState, name: string, index: number): void {
  const id = `10000000000000000001${index}`;
  const givenName = name[0]!.toUpperCase() + name.slice(1);
  directory.users[id] = {
    id,
    customerId: CUSTOMER_ID,
    primaryEmail: `${name}@${DOMAIN}`,
    suspended: false,
    archived: false,
    isAdmin: name === 'admin',
    orgUnitPath: '/',
    aliases: [],
    profile: { name: { givenName, familyName: 'Example', fullName: `${givenName} Example` } },
    servicesOff: [],
  };
}
