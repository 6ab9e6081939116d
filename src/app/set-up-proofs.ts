/** Whether those who run an organization's Tandem, and stand in for that, still can; and whether the workbook is in its place. */
import type { Caller } from '../card/action';
import { findAccount } from '../google/administrators';
import { workbookInPlace, workbookReaders } from '../google/workbook-sharing';
import type { SetUpProofs } from '../install/ports';
import { isSyncAccount, type Administrator, type Tenant } from '../install/tenant';
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';

type Asker = Pick<Caller, 'userId' | 'email'>;

type Gone = 'suspended' | 'deleted' | 'not-admin';

/** Why the account could not run everything; null when it could. */
function whyGone({ userId, email }: Administrator, asker: Asker): Result<Gone | null, Failure> {
  const isOwn = userId === null ? email === asker.email : userId === asker.userId;
  const found = findAccount(userId ?? email, asker.email);
  // An account that is no administrator cannot even read itself.
  if (!found.ok)
    return isOwn && found.failure.kind === 'not-directory-admin' ? ok('not-admin') : found;
  if (found.value === null) return ok('deleted');
  const { isSuspended, isAdmin, isDelegatedAdmin } = found.value;
  if (isSuspended) return ok('suspended');
  return ok(isAdmin || isDelegatedAdmin ? null : 'not-admin');
}

/** Fails with `sync-account-gone`. */
export function inOffice(account: Administrator, asker: Asker): Result<null, Failure> {
  const gone = whyGone(account, asker);
  if (!gone.ok) return gone;
  return gone.value === null
    ? ok(null)
    : fail({ kind: 'sync-account-gone', account: account.email, how: gone.value });
}

/** @param asker in whose name Google is asked. */
export function setUpProofs(tenant: Tenant, asker: Asker): SetUpProofs {
  const { syncAccount, deputy, workbookId } = tenant;
  const isRunner = isSyncAccount(tenant, asker);
  const place = isRunner ? workbookInPlace(workbookId) : null;
  return {
    account: syncAccount.email,
    syncAccount: inOffice(syncAccount, asker),
    deputy: deputy === null ? null : readyDeputy(deputy, asker, isRunner ? workbookId : null),
    workbook: place?.ok ? ok('Google Drive has it, and not in the trash.') : place,
  };
}

/** @param workbookId null where only the sync account could tell with whom it is shared. */
function readyDeputy(
  deputy: Administrator,
  asker: Asker,
  workbookId: string | null,
): Result<string, Failure> {
  const { email } = deputy;
  const gone = whyGone(deputy, asker);
  if (!gone.ok) return gone;
  if (gone.value !== null) return fail({ kind: 'deputy-gone', account: email, how: gone.value });
  const readers = workbookId === null ? null : workbookReaders(workbookId);
  if (readers?.ok && !readers.value.people.includes(email))
    return fail({ kind: 'deputy-gone', account: email, how: 'cannot-open' });
  return ok(
    `${email} is an active administrator${readers?.ok ? ' and can open the workbook' : ''}.`,
  );
}
