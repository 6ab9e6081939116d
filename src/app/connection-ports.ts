/** What the connection's cards need, in the caller's name. */
import type { ConnectionPorts } from '../connection/actions';
import { delegationProofs } from '../connection/delegation';
import { publishedAccount } from '../connection/key-file';
import type { Caller } from '../card/action';
import { tokenEndpoint } from '../google/token-endpoint';
import type { ScopeNeed } from '../kit/needs';
import { fail } from '../kit/result';
import type { Execution } from './execution';
import type { Mounted } from './mounted';
import { delegationNeeds } from './needs';
import { publicAccount, signing } from './service-account';

export const connectionPorts = (
  { caller, shared }: Execution,
  features: readonly Mounted[],
): ConnectionPorts => ({
  account: () => publicAccount(shared),
  needs: () => delegationNeeds(features),
  proofs: () => proofsFor(caller, publishedAccount(shared), delegationNeeds(features)),
});

type Account = ReturnType<typeof publishedAccount>;

/** One proof for each scope, made in the caller's own name. */
export function proofsFor({ email }: Caller, account: Account, needs: readonly ScopeNeed[]) {
  const scopes = needs.map(({ scope }) => scope);
  if (!account.ok) return scopes.map((scope) => ({ scope, proof: fail(account.failure) }));
  return delegationProofs({ ...signing(account.value), endpoint: tokenEndpoint }, email, scopes);
}
