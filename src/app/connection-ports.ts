/** What the connection's cards need, in the caller's name. */
import type { Caller } from '../card/action';
import { button, runs } from '../card/action';
import type { ConnectionPorts } from '../connection/actions';
import { delegationProofs } from '../connection/delegation';
import { publishedAccount } from '../connection/key-file';
import { leavingSlot } from '../connection/leaving';
import { asServiceAccount } from '../connection/own-account';
import type { ServiceAccount } from '../connection/ports';
import { clock } from '../google/clock';
import { sha256Hex } from '../google/digest';
import { ownAccount } from '../google/directory';
import { userIdOf } from '../google/own-account';
import { tokenEndpoint } from '../google/token-endpoint';
import { environmentOf } from '../install/environment';
import { INSTALL } from '../install/names';
import { TENANT_PREFIX, tenantKey } from '../install/tenant';
import type { Failure } from '../kit/failure';
import type { ScopeNeed } from '../kit/needs';
import { fail, ok, type Result } from '../kit/result';
import { valueOr, type Slot } from '../kit/slot';
import type { Execution } from './execution';
import type { Mounted } from './mounted';
import { delegationNeeds } from './needs';
import { disconnect } from './leave-when-done';
import { accountInUse, ownAccountPlace, publicAccount, signing, tokens } from './service-account';

const EMAIL_SCOPE = 'https://www.googleapis.com/auth/userinfo.email';

export function connectionPorts(
  execution: Execution,
  features: readonly Mounted[],
): ConnectionPorts {
  const { caller, shared, tenant } = execution;
  const customerId = customerOf(execution);
  const needs = delegationNeeds(features);
  return {
    clock,
    digest: sha256Hex,
    account: () => publicAccount(shared, customerId()),
    own: (which) => {
      const id = customerId();
      return id === null ? null : valueOr(ownAccountPlace(shared, id, which).read(), null);
    },
    saveOwn(which, account) {
      const id = customerId();
      if (id === null) return fail({ kind: 'not-directory-admin', account: caller.email });
      return put(ownAccountPlace(shared, id, which), account);
    },
    servesOthers: () => servesOthers(execution),
    clientIdOf(account) {
      const token = tokens(asServiceAccount(account)).newToken([EMAIL_SCOPE]);
      return token.ok ? userIdOf(token.value, account.email) : token;
    },
    publisher() {
      const published = publishedAccount(shared);
      return published.ok ? published.value.email : null;
    },
    needs: () => needs,
    proofs: (own) =>
      proofsFor(
        caller,
        own ? ok(asServiceAccount(own)) : accountInUse(shared, customerId()),
        needs,
      ),
    isDemo: () => environmentOf(shared, customerId()).name === 'demo',
    leaving: () => tenant && valueOr(leavingSlot(shared, tenant.customerId).read(), null),
    saveLeaving(leaving) {
      if (tenant === null) return fail({ kind: 'not-installed' });
      return put(leavingSlot(shared, tenant.customerId), leaving);
    },
    disconnect: (ending) =>
      tenant === null ? fail({ kind: 'not-installed' }) : disconnect(execution, tenant, ending),
    setup: tenant === null ? button('Go on with the set-up', runs(INSTALL.administrator)) : null,
  };
}

/** Null clears it. */
function put<T>(place: Slot<T>, value: T | null): Result<null, Failure> {
  if (value !== null) return place.write(value);
  place.clear();
  return ok(null);
}

/** Whether other organizations are set up in this script than the caller's. */
export const servesOthers = ({ shared, tenant }: Execution): boolean =>
  Object.keys(shared.entries(TENANT_PREFIX)).some(
    (key) => tenant === null || key !== tenantKey(tenant.customerId),
  );

/** The caller's organization by Google's own id, asked of the directory while it is not set up; null for nobody's administrator. */
export function customerOf({
  tenant,
  caller,
}: Pick<Execution, 'tenant' | 'caller'>): () => string | null {
  let known = tenant?.customerId;
  return () => {
    if (known !== undefined) return known;
    const account = ownAccount(caller.email);
    if (!account.ok) return null;
    return (known = account.value.customerId);
  };
}

/** One proof for each scope, made in the caller's own name. */
export function proofsFor(
  { email }: Caller,
  account: Result<ServiceAccount, Failure>,
  needs: readonly ScopeNeed[],
) {
  const scopes = needs.map(({ scope }) => scope);
  if (!account.ok) return scopes.map((scope) => ({ scope, proof: fail(account.failure) }));
  return delegationProofs({ ...signing(account.value), endpoint: tokenEndpoint }, email, scopes);
}
