/** Administrators of the running account's organization, read with that account's own rights. */
import type { AdminAccount } from '../install/ports';
import type { Failure } from '../kit/failure';
import type { Person } from '../kit/person';
import { ok, type Result } from '../kit/result';
import { logActivities, users } from './advanced';
import { call } from './call';
import { DIRECTORY_SCOPE } from './directory';
import type { About } from './refusal';

const about = (asker: string, id?: string): About => ({
  api: 'directory',
  account: asker,
  scopes: [DIRECTORY_SCOPE],
  ...(id !== undefined && { id }),
});

/** An organization with more of them has enough to choose from. */
const MOST_LISTED = 50;

/**
 * The organization's super administrators who can sign in, in the order of their addresses.
 *
 * @param asker the running account, named in failures.
 * @see https://developers.google.com/workspace/admin/directory/v1/guides/search-users
 */
export function superAdministrators(asker: string): Result<readonly Person[], Failure> {
  const page = call(
    () =>
      users().list({
        customer: 'my_customer',
        query: 'isAdmin=true isSuspended=false',
        maxResults: MOST_LISTED,
        orderBy: 'email',
        viewType: 'admin_view',
        fields: 'users(id,primaryEmail)',
      }),
    { ...about(asker), listing: 'the super administrators of your Workspace' },
  );
  if (!page.ok) return page;
  return ok(
    (page.value.users ?? []).map(({ id = '', primaryEmail = '' }) => ({
      userId: id,
      email: primaryEmail.toLowerCase(),
    })),
  );
}

/** An account of the organization, with whether it can sign in. */
export interface KnownAccount extends AdminAccount {
  readonly isSuspended: boolean;
}

const FIELDS = 'id,primaryEmail,customerId,orgUnitPath,isAdmin,isDelegatedAdmin,suspended';

/** An account as it is now. Null when there is none, for example because it was deleted. */
export function findAccount(key: string, asker: string): Result<KnownAccount | null, Failure> {
  const user = call(() => users().get(key, { fields: FIELDS }), about(asker, key));
  if (!user.ok) return user.failure.kind === 'not-found' ? ok(null) : user;
  const { id = '', primaryEmail = '', customerId = '', orgUnitPath = '/' } = user.value;
  return ok({
    userId: id,
    primaryEmail: primaryEmail.toLowerCase(),
    customerId,
    orgUnitPath,
    isAdmin: user.value.isAdmin === true,
    isDelegatedAdmin: user.value.isDelegatedAdmin === true,
    isSuspended: user.value.suspended === true,
  });
}

/**
 * Whether the running account may read the organization's log. It is all that an administrator whose role covers only
 * reports can do in Tandem. Google refuses another organization's id.
 *
 * @see https://developers.google.com/workspace/admin/reports/reference/rest/v1/activities/list
 */
export function mayReadLog(asker: string, customerId: string): Result<boolean, Failure> {
  const read = call(
    () => logActivities().list('all', 'token', { customerId, maxResults: 1, fields: 'kind' }),
    { api: 'reports', account: asker, listing: 'the log of your organization' },
  );
  if (read.ok) return ok(true);
  return read.failure.kind === 'not-directory-admin' ? ok(false) : read;
}
