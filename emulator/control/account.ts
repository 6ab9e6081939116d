import type { LocalWorkspace } from '../local-workspace';
import type { UserPrincipal } from '../workspace/caller';
import { findPrincipal } from '../workspace/directory/accounts';
import { ControlRefusal } from './input';

/** The account with this address. @throws ControlRefusal 404 when there is none. */
export function requireAccount({ state }: LocalWorkspace, email: string): UserPrincipal {
  const principal = findPrincipal(state.directory, email);
  if (principal) return principal;
  throw new ControlRefusal(404, `Nobody in this Workspace has the address ${email}.`);
}
