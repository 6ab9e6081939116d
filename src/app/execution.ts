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
import { prefixed } from '../kit/prefixed-store';
import { valueOr } from '../kit/slot';
import { snapshotStore } from '../kit/snapshot-store';
import type { ListedStore, StringStore } from '../kit/string-store';
import { notedTenants } from './noted-tenants';
import { mySlot, rememberedCaller } from './remembered-caller';
import { customersStore } from './store-shares';

/** Kept back at the end of an execution, to put away what was done. */
const SAVING_MS = { card: 8_000, script: 45_000 } as const;

const EMAIL_SCOPE = 'https://www.googleapis.com/auth/userinfo.email';

export interface Execution {
  /** With an id wherever it is remembered, or may be asked for. */
  readonly caller: Caller;
  /** In whose name decisions are noted: the caller, or whoever asked the sync account for something. */
  readonly decider: Caller;
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

/** The lease and what people ask for: by these, executions that run at the same time find out about each other. */
const isLive = (key: string): boolean => /^(lease|wish|asked|runs)\./.test(key);

const asKept = (properties: ListedStore, surface: Surface): ListedStore =>
  surface === 'run' ? snapshotStore(properties, isLive) : properties;

/**
 * @param surface `card` and `press` for what has 30 seconds, `script` and `run` for what has six minutes.
 * Fails with `missing-scopes` when Google does not tell who runs: without `userinfo.email` no door opens.
 */
export function execution(surface: Surface): Result<Execution, Failure> {
  const { limitMs, savingMs, isAsking } = SURFACES[surface];
  const deadline = deadlineAfter(limitMs - savingMs, clock);
  const email = effectiveEmail();
  if (!email.ok) return email;
  if (email.value === '') return fail({ kind: 'missing-scopes', scopes: [EMAIL_SCOPE] });
  const shared = customersStore(asKept(scriptProperties(), surface));
  const own = asKept(userProperties(), surface);
  const all = tenants(shared);
  const { caller, customerId } = rememberedCaller(own, email.value, isAsking);
  const tenant = tenantOf(all, caller, customerId);
  if (tenant !== null && caller.userId !== null && tenant.customerId !== customerId) {
    const { userId, email: now } = caller;
    // What is not kept is noted by the next execution.
    void mySlot(own).write({ userId, email: now, customerId: tenant.customerId });
  }
  const noted = notedTenants(shared, caller);
  return ok({
    ...{ caller, decider: caller, shared, own, tenants: noted },
    ...{ tenant, deadline, openFile: null },
  });
}

/** The same execution doing what somebody else asked the running account for. */
export const inNameOf = (execution: Execution, decider: Caller): Execution => ({
  ...execution,
  decider,
  tenants: notedTenants(execution.shared, decider),
});

/**
 * Where an organization keeps what belongs to it among the script's properties, whoever its sync account is: it counts for the customer's
 * share.
 */
export const organizationStore = (
  shared: StringStore,
  { customerId }: Pick<Tenant, 'customerId'>,
): StringStore => prefixed(shared, `${customerId}.`);

/** By the domain of the address; for one that nobody noted yet, the organization that the account was in before. */
const tenantOf = (all: Tenants, { domain }: Caller, customerId: string | null): Tenant | null =>
  valueOr(all.byDomain(domain), null) ??
  (customerId === null ? null : valueOr(all.byCustomer(customerId), null));
