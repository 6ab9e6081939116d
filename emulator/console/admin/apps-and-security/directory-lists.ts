import { act } from '../../shell/workspace-client';

export interface OrgUnit {
  readonly orgUnitId: string;
  readonly orgUnitPath: string;
  readonly name: string;
}

export interface Group {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/** All organizational units of this person's organization, the top one first, each after its parent. */
export async function orgUnits(account: string): Promise<readonly OrgUnit[]> {
  const { organizationUnits = [] } = await act<{ organizationUnits?: readonly OrgUnit[] }>(
    account,
    'directory.orgunits.list',
    { customerId: 'my_customer', type: 'allIncludingParent' },
  );
  return [...organizationUnits].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Sorts a unit directly before those inside it. */
const keyOf = ({ orgUnitPath }: OrgUnit): string => orgUnitPath.replaceAll('/', '\u0001');

/** The depth of a unit below the top. */
export const depthOf = ({ orgUnitPath }: OrgUnit): number =>
  orgUnitPath.split('/').filter(Boolean).length;

/** All groups of this person's organization, by address. */
export async function groups(account: string): Promise<readonly Group[]> {
  const found: Group[] = [];
  let pageToken: string | undefined;
  do {
    const page: { groups?: readonly Group[]; nextPageToken?: string } = await act(
      account,
      'directory.groups.list',
      { customer: 'my_customer', maxResults: 200, ...(pageToken && { pageToken }) },
    );
    found.push(...(page.groups ?? []));
    pageToken = page.nextPageToken;
  } while (pageToken);
  return found;
}
