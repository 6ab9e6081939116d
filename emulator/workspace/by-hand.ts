import type { Caller, UserPrincipal } from './caller';

/** A person using Google's own products by hand: every scope, no application, no quota. */
export const byHand = (principal: UserPrincipal): Caller => ({
  principal,
  scopes: EVERY_SCOPE,
  clientId: 'google',
  projectNumber: null,
  applicationName: 'Google',
  impersonated: false,
  cause: 'person',
  ipAddress: '198.51.100.7',
});

/** Contains every scope: Google's own products need no consent. */
const EVERY_SCOPE: ReadonlySet<string> = new (class extends Set<string> {
  override has(): boolean {
    return true;
  }
})();
