/** Colleagues as everybody in an organization may see them. */
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { users } from './advanced';
import { call } from './call';
import { DIRECTORY_SCOPE, LISTING } from './directory';

export interface Colleague {
  readonly email: string;
  readonly name: string;
}

interface PublicUser {
  readonly primaryEmail?: string;
  readonly name?: { readonly fullName?: string };
}

const MOST_FOUND = 10;

/**
 * People of the caller's organization whose name or address begins with these words, at most ten. Nobody needs to be an administrator
 * for this; where the organization does not share its directory, nobody is found.
 *
 * @see https://developers.google.com/workspace/admin/directory/v1/guides/manage-users#retrieve_users_non_admin
 */
export function findColleagues(
  typed: string,
  account: string,
): Result<readonly Colleague[], Failure> {
  const words = typed
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '' && !/[^\p{L}\p{M}\p{N}@._+-]/u.test(word));
  if (words.length === 0) return ok([]);
  const page = call(
    () =>
      users().list({
        customer: 'my_customer',
        viewType: 'domain_public',
        query: words.map((word) => `${word}*`).join(' '),
        maxResults: MOST_FOUND,
        orderBy: 'givenName',
        fields: 'users(primaryEmail,name/fullName)',
      }),
    { api: 'directory', account, scopes: [DIRECTORY_SCOPE], listing: LISTING },
  );
  if (!page.ok) return page.failure.kind === 'listing-refused' ? ok([]) : page;
  return ok(
    ((page.value.users ?? []) as readonly PublicUser[]).flatMap(({ primaryEmail, name }) =>
      primaryEmail === undefined
        ? []
        : [{ email: primaryEmail.toLowerCase(), name: name?.fullName ?? primaryEmail }],
    ),
  );
}
