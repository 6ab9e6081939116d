/** What every door finds at hand: who runs, what is kept, and the organization they belong to. */
import type { OpenFile } from '../audit/ports';
import type { Caller } from '../card/action';
import { clock } from '../google/clock';
import { LIMITS } from '../google/limits';
import { scriptProperties, userProperties } from '../google/properties';
import { effectiveEmail } from '../google/session';
import { tenants, type Tenant, type Tenants } from '../install/tenant';
import { deadlineAfter, type Deadline } from '../kit/deadline';
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { valueOr } from '../kit/slot';
import type { ListedStore } from '../kit/string-store';

/** Kept back at the end of an execution, to put away what was done. */
const SAVING_MS = { card: 8_000, script: 45_000 } as const;

const EMAIL_SCOPE = 'https://www.googleapis.com/auth/userinfo.email';

export interface Execution {
  readonly caller: Caller;
  /** Shared by all organizations. */
  readonly shared: ListedStore;
  /** The running person's own. */
  readonly own: ListedStore;
  readonly tenants: Tenants;
  /** The caller's organization; null while nobody finalized it. */
  readonly tenant: Tenant | null;
  readonly deadline: Deadline;
  /** The spreadsheet in front of the person; null when none is open. */
  readonly openFile: OpenFile | null;
}

/**
 * @param surface `card` for what has 30 seconds, `script` for what has six minutes.
 * Fails with `missing-scopes` when Google does not tell who runs: without `userinfo.email` no door opens.
 */
export function execution(surface: keyof typeof SAVING_MS): Result<Execution, Failure> {
  const limitMs = surface === 'card' ? LIMITS.CARD_RUNTIME_MS : LIMITS.SCRIPT_RUNTIME_MS;
  const deadline = deadlineAfter(limitMs - SAVING_MS[surface], clock);
  const email = effectiveEmail();
  if (!email.ok) return email;
  if (email.value === '') return fail({ kind: 'missing-scopes', scopes: [EMAIL_SCOPE] });
  const domain = email.value.slice(email.value.indexOf('@') + 1);
  const shared = scriptProperties();
  const all = tenants(shared);
  return ok({
    caller: { email: email.value, domain },
    shared,
    own: userProperties(),
    tenants: all,
    tenant: valueOr(all.byDomain(domain), null),
    deadline,
    openFile: null,
  });
}
