/** The current addresses of accounts, read by id, never by address, with the sync account's own rights. */
import type { AccountLookUp } from '../connection/ports';
import type { Failure } from '../kit/failure';
import type { AddressedPerson } from '../kit/person';
import { fail, ok, type Result } from '../kit/result';
import { tryToKeep, type StringStore } from '../kit/string-store';
import type { PacedCalls } from '../runs/ports';
import { users } from './advanced';
import { call } from './call';
import { DIRECTORY_SCOPE, LISTING } from './directory';
import { LIMITS } from './limits';

type Found = Result<AddressedPerson, Failure>;

export interface AccountParts {
  /** The running account, named in failures. */
  readonly account: string;
  readonly calls: PacedCalls;
  /** Remembers how many pages the directory has. It may forget. */
  readonly cache: StringStore;
}

/** Whole lists: Google types their items as "any", so their fields cannot be selected. */
const FIELDS = 'id,primaryEmail,aliases,nonEditableAliases,suspended';

const PAGES = 'accounts.pages';

/**
 * Looks accounts up with one call each, or lists all of them where that takes fewer calls: then everybody is known
 * for the rest of the execution. Each account is looked up once per execution.
 *
 * @see https://developers.google.com/workspace/admin/directory/reference/rest/v1/users
 */
export function accountLookUp(parts: AccountParts): AccountLookUp {
  const known = new Map<string, Found>();
  let isListed = false;

  function list(most: number): Result<null, Failure> {
    let pages = 0;
    let pageToken: string | undefined;
    do {
      const page = readPage(parts, pageToken);
      if (!page.ok) return page;
      pages += 1;
      for (const user of page.value.users) known.set(user.id, accountOf(user));
      pageToken = page.value.nextPageToken;
    } while (pageToken !== undefined && pages < most);
    isListed = pageToken === undefined;
    // Without an end in sight, the number doubles, so that soon no listing is tried that is too long to pay off.
    tryToKeep(parts.cache, { [PAGES]: String(isListed ? pages : pages * 2) });
    return ok(null);
  }

  return (people, later) => {
    const missing = people.filter(({ userId }) => !known.has(userId));
    const expected = missing.length * (1 + later / Math.max(1, people.length));
    const pages = Number(parts.cache.get(PAGES) ?? 1) || 1;
    if (!isListed && expected > pages) {
      const listed = list(Math.ceil(expected));
      if (!listed.ok) return listed;
    }
    for (const { userId, email } of people) {
      if (known.has(userId)) continue;
      // Even after a listing: somebody missing from it may only be out of the sync account's sight.
      const one = readOne(parts, userId, email);
      if (!one.ok) return isListed ? outOfSight(parts, one.failure) : one;
      known.set(userId, one.value);
    }
    return ok(new Map(people.map(({ userId }) => [userId, known.get(userId)!])));
  };
}

interface User {
  readonly id: string;
  readonly primaryEmail: string;
  readonly aliases?: readonly string[];
  readonly nonEditableAliases?: readonly string[];
  readonly suspended?: boolean;
}

function accountOf(user: User): Found {
  const email = user.primaryEmail.toLowerCase();
  if (user.suspended === true) return fail({ kind: 'suspended-subject', account: email });
  const others = [...(user.aliases ?? []), ...(user.nonEditableAliases ?? [])];
  const addresses = [email, ...others.map((address) => address.toLowerCase())];
  return ok({ userId: user.id, email, addresses: [...new Set(addresses)] });
}

const noAccount = (email: string): Found => fail({ kind: 'unknown-subject', account: email });

/** An account that may list users but is refused one of them sees only a part of the organization. */
const outOfSight = ({ account }: AccountParts, failure: Failure): Result<never, Failure> =>
  fail(
    failure.kind === 'not-directory-admin' || failure.kind === 'forbidden'
      ? { kind: 'directory-partly-readable', account }
      : failure,
  );

/** The outer result fails when the directory cannot be read. */
function readOne(
  { account, calls }: AccountParts,
  userId: string,
  email: string,
): Result<Found, Failure> {
  const attempt = calls.make({ api: 'directory', cost: 1, person: account }, () =>
    call(() => users().get(userId, { fields: FIELDS }), {
      api: 'directory',
      account,
      id: userId,
      scopes: [DIRECTORY_SCOPE],
    }),
  );
  if (attempt.kind === 'done') return ok(accountOf(attempt.value as unknown as User));
  return attempt.failure.kind === 'not-found' ? ok(noAccount(email)) : fail(attempt.failure);
}

interface AccountsPage {
  readonly users: readonly User[];
  readonly nextPageToken: string | undefined;
}

function readPage(
  { account, calls }: AccountParts,
  pageToken: string | undefined,
): Result<AccountsPage, Failure> {
  const attempt = calls.make({ api: 'directory', cost: 1, person: account }, () =>
    call(
      () =>
        users().list({
          customer: 'my_customer',
          maxResults: LIMITS.DIRECTORY_USERS_PER_PAGE,
          ...(pageToken !== undefined && { pageToken }),
          projection: 'basic',
          viewType: 'admin_view',
          fields: `nextPageToken,users(${FIELDS})`,
        }),
      { api: 'directory', account, scopes: [DIRECTORY_SCOPE], listing: LISTING },
    ),
  );
  if (attempt.kind !== 'done') return fail(attempt.failure);
  const { users: found = [], nextPageToken } = attempt.value;
  return ok({ users: found as unknown as readonly User[], nextPageToken });
}
