/** What every door needs: who is running, the stores, and the organization they belong to. */
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
import { prefixed } from '../kit/prefixed-store';
import { valueOr } from '../kit/slot';
import { snapshotStore } from '../kit/snapshot-store';
import type { ListedStore, StringStore } from '../kit/string-store';
import { notedTenants } from './noted-tenants';
import { mySlot, rememberedCaller } from './remembered-caller';
import { customersStore } from './store-shares';

/** Time kept back at the end of an execution, to save what was done. */
const SAVING_MS = { card: 8_000, script: 45_000 } as const;

const EMAIL_SCOPE = 'https://www.googleapis.com/auth/userinfo.email';

export interface Execution {
  /** The caller, with their id if it is remembered or may be asked for. */
  readonly caller: Caller;
  /** In whose name decisions are noted: the caller, or the person who asked the sync account. */
  readonly decider: Caller;
  /** The store shared by all organizations. */
  readonly shared: ListedStore;
  /** The store of the running person. */
  readonly own: ListedStore;
  readonly tenants: Tenants;
  /** The caller's organization; null until it has been finalized. */
  readonly tenant: Tenant | null;
  readonly deadline: Deadline;
  /** The spreadsheet in front of the person; null when none is open. */
  readonly openFile: OpenFile | null;
}

/** How long an execution may last, and whether it may ask Google who calls. */
const SURFACES = {
  /** Shows a card, and makes no remote call. */
  card: { limitMs: LIMITS.CARD_RUNTIME_MS, savingMs: SAVING_MS.card, isAsking: false },
  press: { limitMs: LIMITS.CARD_RUNTIME_MS, savingMs: SAVING_MS.card, isAsking: true },
  script: { limitMs: LIMITS.SCRIPT_RUNTIME_MS, savingMs: SAVING_MS.script, isAsking: true },
  /** Comes every minute, and reads all properties at once. */
  run: { limitMs: LIMITS.SCRIPT_RUNTIME_MS, savingMs: SAVING_MS.script, isAsking: true },
} as const;

export type Surface = keyof typeof SURFACES;

/** Keys by which executions that overlap find out about each other: the lease, wishes and recent runs. */
const isLive = (key: string): boolean => /^(lease|wish|asked|runs)\./.test(key);

const asKept = (properties: ListedStore, surface: Surface): ListedStore =>
  surface === 'run' ? snapshotStore(properties, isLive) : properties;

/** A person's own are few, and a card asks for many of them: one call reads them all. */
const asTheirs = (properties: ListedStore, surface: Surface): ListedStore =>
  surface === 'card' ? snapshotStore(properties, () => false) : asKept(properties, surface);

/**
 * @param surface `card` and `press` for what has 30 seconds, `script` and `run` for what has six minutes.
 * Fails with `missing-scopes` when Google does not say who is running: without `userinfo.email` no door opens.
 */
export function execution(surface: Surface): Result<Execution, Failure> {
  const { limitMs, savingMs, isAsking } = SURFACES[surface];
  const deadline = deadlineAfter(limitMs - savingMs, clock);
  const email = effectiveEmail();
  if (!email.ok) return email;
  if (email.value === '') return fail({ kind: 'missing-scopes', scopes: [EMAIL_SCOPE] });
  const shared = customersStore(asKept(scriptProperties(), surface));
  const own = asTheirs(userProperties(), surface);
  const all = tenants(shared);
  const { caller, customerId } = rememberedCaller(own, email.value, isAsking);
  const tenant = tenantOf(all, caller, customerId);
  if (tenant !== null && caller.userId !== null && tenant.customerId !== customerId) {
    const { userId, email: now } = caller;
    // If it cannot be saved, the next execution notes it.
    void mySlot(own).write({ userId, email: now, customerId: tenant.customerId });
  }
  const noted = notedTenants(shared, caller);
  return ok({
    ...{ caller, decider: caller, shared, own, tenants: noted },
    ...{ tenant, deadline, openFile: null },
  });
}

/** The same execution, doing what somebody else asked the running account to do. */
export const inNameOf = (execution: Execution, decider: Caller): Execution => ({
  ...execution,
  decider,
  tenants: notedTenants(execution.shared, decider),
});

/**
 * An organization's own part of the script's properties, independent of its sync account. It counts toward the customer's share.
 */
export const organizationStore = (
  shared: StringStore,
  { customerId }: Pick<Tenant, 'customerId'>,
): StringStore => prefixed(shared, `${customerId}.`);

/** Finds the organization by the domain of the address; for a domain not noted yet, the one that the account was in before. */
const tenantOf = (all: Tenants, { domain }: Caller, customerId: string | null): Tenant | null =>
  valueOr(all.byDomain(domain), null) ??
  (customerId === null ? null : valueOr(all.byCustomer(customerId), null));
