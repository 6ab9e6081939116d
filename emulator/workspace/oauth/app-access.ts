import type { Workspace } from '../workspace';
import { findClient } from './clients';
import { isSignInScope, serviceOf } from './scopes';
import type { ApiControls, AppAccess } from '../state/oauth';

/** What the administrators of an organization allow one app to do. */
export interface AllowedAccess {
  readonly access: AppAccess | 'sign-in-only';
  readonly controls: ApiControls;
  readonly clientId: string;
}

/**
 * An organization's API controls for an app; null when there are none, which allows everything. An app that is not
 * configured by name is trusted if it is the organization's own and such apps are trusted, else the rule for unconfigured
 * apps applies.
 *
 * @see https://support.google.com/a/answer/7281227
 */
export function accessOf(
  workspace: Workspace,
  customerId: string | null,
  clientId: string,
): AllowedAccess | null {
  if (customerId === null) return null;
  const controls = workspace.state.oauth.apiControls[customerId];
  if (!controls) return null;
  const configured = Object.hasOwn(controls.apps, clientId) ? controls.apps[clientId] : undefined;
  if (configured) return { access: configured, controls, clientId };
  const isOwn = findClient(workspace, clientId)?.ownerCustomerId === customerId;
  const access =
    isOwn && controls.trustInternalApps ? 'trusted' : UNCONFIGURED[controls.unconfiguredApps];
  return { access, controls, clientId };
}

const UNCONFIGURED = {
  allow: 'limited',
  'sign-in-only': 'sign-in-only',
  block: 'blocked',
} as const;

/** Whether the policy allows the app this scope. */
export function allowsScope(policy: AllowedAccess | null, scope: string): boolean {
  switch (policy?.access) {
    case undefined:
    case 'trusted':
      return true;
    case 'blocked':
      return false;
    case 'sign-in-only':
      return isSignInScope(scope);
    case 'limited':
      return !policy!.controls.restrictedServices.includes(serviceOf(scope));
    case 'specific':
      return isSignInScope(scope) || specificScopes(policy!).includes(scope);
  }
}

/** "Specific Google data": the scopes that an administrator picked for an app. */
export const specificScopes = ({ controls, clientId }: AllowedAccess): readonly string[] =>
  controls.specificScopes?.[clientId] ?? [];
