/** The directory, read with the running administrator's own rights. */
import type { Directory, DirectoryUser } from '../directory/ports';
import type { AdminAccount } from '../install/ports';
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { users } from './advanced';
import { call } from './call';
import { LIMITS } from './limits';
import type { About } from './refusal';

export const DIRECTORY_SCOPE = 'https://www.googleapis.com/auth/admin.directory.user.readonly';

/** The fields of DirectoryUser. Google types the items of lists as "any", so their fields cannot be selected. */
const USER_FIELDS =
  'id,primaryEmail,aliases,nonEditableAliases,name(givenName,familyName),suspended,archived,isAdmin,orgUnitPath,organizations,relations,phones';

const ACCOUNT_FIELDS = 'id,primaryEmail,customerId,orgUnitPath,isAdmin,isDelegatedAdmin';

const aboutDirectory = (account: string): About => ({
  api: 'directory',
  account,
  scopes: [DIRECTORY_SCOPE],
});

/** What is listed, in words for a message. */
export const LISTING = 'the users of your Workspace';

/**
 * Everybody in the caller's organization, in all its domains. To an administrator whose role covers one org unit,
 * Google silently shows only that one, and refuses requests for anybody else by id.
 *
 * @param account the running account, named in failures. @see
 * https://developers.google.com/workspace/admin/directory/reference/rest/v1/users/list
 */
export const directory = (account: string): Directory => ({
  users(pageToken) {
    const page = usersPage(account, LIMITS.DIRECTORY_USERS_PER_PAGE, pageToken);
    if (!page.ok) return page;
    return ok({
      items: (page.value.users ?? []) as unknown as readonly DirectoryUser[],
      nextPageToken: page.value.nextPageToken,
      nextSyncToken: undefined,
    });
  },
  find(key) {
    const user = call(() => users().get(key, { fields: USER_FIELDS }), {
      ...aboutDirectory(account),
      id: key,
    });
    if (user.ok) return ok(user.value as unknown as DirectoryUser);
    if (NOBODY.has(user.failure.kind)) return ok(null);
    if (!OUT_OF_SIGHT.has(user.failure.kind)) return user;
    return key.includes('@') ? notHere(user, account) : partlyReadable(account);
  },
  search(words) {
    const query = words
      .filter((word) => !/[^\p{L}\p{M}\p{N}@._+-]/u.test(word))
      .map((word) => `${word}*`);
    if (query.length === 0) return ok({ users: [], isCut: false });
    const page = call(
      () =>
        users().list({
          customer: 'my_customer',
          query: query.join(' '),
          maxResults: MOST_FOUND,
          orderBy: 'givenName',
          viewType: 'admin_view',
          fields: `nextPageToken,users(${USER_FIELDS})`,
        }),
      { ...aboutDirectory(account), listing: LISTING },
    );
    if (!page.ok)
      return page.failure.kind === 'listing-refused' ? ok({ users: [], isCut: false }) : page;
    return ok({
      users: (page.value.users ?? []) as unknown as readonly DirectoryUser[],
      isCut: page.value.nextPageToken !== undefined,
    });
  },
  confirmWholeView: () => confirmWholeView(account),
});

/** More would not help somebody who looks for one person. */
const MOST_FOUND = 50;

/** Google answers 400 for a text that cannot be an address. */
const NOBODY: ReadonlySet<Failure['kind']> = new Set(['not-found', 'rejected']);

/**
 * Google refuses an address of another organization in the same way as one of our own that the account may not see. If the
 * account sees everybody, it was the former: nobody in the organization has the address.
 */
function notHere(refused: Result<never, Failure>, account: string): Result<null, Failure> {
  const whole = confirmWholeView(account);
  if (whole.ok) return whole;
  return whole.failure.kind === 'directory-partly-readable' ? whole : refused;
}

/** How Google refuses a request for somebody whom it would not list either. */
const OUT_OF_SIGHT: ReadonlySet<Failure['kind']> = new Set(['not-directory-admin', 'forbidden']);

const partlyReadable = (account: string): Result<never, Failure> =>
  fail({ kind: 'directory-partly-readable', account });

/**
 * Fails with `directory-partly-readable` when the account sees no super administrator: every organization has one, so
 * such an account sees only a part. A part that contains one passes for the whole.
 */
function confirmWholeView(account: string): Result<null, Failure> {
  const admins = call(
    () =>
      users().list({
        customer: 'my_customer',
        query: 'isAdmin=true',
        maxResults: 1,
        viewType: 'admin_view',
        fields: 'users(id)',
      }),
    { ...aboutDirectory(account), listing: LISTING },
  );
  if (!admins.ok) return admins;
  return (admins.value.users ?? []).length > 0 ? ok(null) : partlyReadable(account);
}

/**
 * Proves that the whole directory can be read. Returns how many people were listed, at most 10. Fails as
 * `confirmWholeView` does.
 */
export function firstPeople(account: string): Result<number, Failure> {
  const page = usersPage(account, 10, undefined);
  if (!page.ok) return page;
  const count = (page.value.users ?? []).length;
  if (count === 0) return ok(0);
  const whole = confirmWholeView(account);
  return whole.ok ? ok(count) : whole;
}

const usersPage = (account: string, maxResults: number, pageToken: string | undefined) =>
  call(
    () =>
      users().list({
        customer: 'my_customer',
        maxResults,
        ...(pageToken !== undefined && { pageToken }),
        projection: 'basic',
        viewType: 'admin_view',
        fields: `nextPageToken,users(${USER_FIELDS})`,
      }),
    { ...aboutDirectory(account), listing: LISTING },
  );

/** Accounts at these domains belong to no organization. */
const CONSUMER_DOMAINS: readonly string[] = ['gmail.com', 'googlemail.com'];

/** The running account's own record. Fails with `paid-account-needed` for an account outside Workspace (S2). */
export function ownAccount(email: string): Result<AdminAccount, Failure> {
  if (CONSUMER_DOMAINS.includes(email.split('@')[1] ?? ''))
    return fail({ kind: 'paid-account-needed' });
  const user = call(() => users().get(email, { fields: ACCOUNT_FIELDS }), {
    ...aboutDirectory(email),
    id: email,
  });
  if (!user.ok) return user;
  const { id = '', primaryEmail = email, customerId = '', orgUnitPath = '/' } = user.value;
  return ok({
    userId: id,
    primaryEmail: primaryEmail.toLowerCase(),
    customerId,
    orgUnitPath,
    isAdmin: user.value.isAdmin === true,
    isDelegatedAdmin: user.value.isDelegatedAdmin === true,
  });
}

/** Whose primary address this is now, and since when they have an account; null for nobody's, and for an alias. */
export function accountAt(
  email: string,
  asker: string,
): Result<{ readonly userId: string; readonly createdAt: string } | null, Failure> {
  const user = call(() => users().get(email, { fields: 'id,primaryEmail,creationTime' }), {
    ...aboutDirectory(asker),
    id: email,
  });
  if (!user.ok) return user.failure.kind === 'not-found' ? ok(null) : user;
  const { id = '', primaryEmail = '', creationTime } = user.value;
  const isPrimary = primaryEmail.toLowerCase() === email;
  return ok(isPrimary ? { userId: id, createdAt: String(creationTime ?? '') } : null);
}
