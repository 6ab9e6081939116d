import type { WebAppWorkspace } from './web-app-workspace';
import type { UserPrincipal } from '../workspace/caller';
import { scopesToAsk } from '../workspace/oauth/scopes-to-ask';
import type { Deployment } from './deployment';

/** Whether a visitor may run a web app, and the account it then runs as. */
export type Admission =
  | {
      readonly kind: 'admitted';
      readonly person: UserPrincipal;
      readonly activeUser: UserPrincipal | null;
    }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'denied' }
  /** The deployer's account cannot act any longer. */
  | { readonly kind: 'no-deployer' }
  | { readonly kind: 'consent'; readonly scopes: readonly string[] };

/**
 * Admits a visitor, or returns what stands in the way.
 *
 * @param latest the newest code is for editors: for scripts here, the owner.
 * @see https://developers.google.com/apps-script/manifest/web-app-api-executable
 */
export function admit(
  workspace: WebAppWorkspace,
  deployment: Deployment,
  visitor: UserPrincipal | null,
  latest: boolean,
): Admission {
  const { deployer, access, executeAs, script } = deployment;
  if (!deployer) return { kind: 'no-deployer' };
  const needsAccount = latest || access !== 'ANYONE_ANONYMOUS' || executeAs === 'USER_ACCESSING';
  if (!visitor && needsAccount) return { kind: 'sign-in' };
  if (visitor && !isAllowed(latest ? 'MYSELF' : access, visitor, deployer))
    return { kind: 'denied' };
  if (executeAs === 'USER_DEPLOYING' || !visitor)
    return { kind: 'admitted', person: deployer, activeUser: visitor };
  const { clientId } = script.record;
  const scopes = scopesToAsk(workspace, clientId, visitor, script.project.scopes);
  if (scopes.length > 0) return { kind: 'consent', scopes };
  return { kind: 'admitted', person: visitor, activeUser: visitor };
}

function isAllowed(access: string, visitor: UserPrincipal, deployer: UserPrincipal): boolean {
  if (access === 'MYSELF') return visitor.userId === deployer.userId;
  if (access !== 'DOMAIN') return true;
  return visitor.customerId !== null && visitor.customerId === deployer.customerId;
}
