import type { AdminActions } from '../admin-action';
import { apiControlsActions } from './api-controls-actions';
import { consentActions } from './consent-actions';
import { delegationActions } from './delegation-actions';

/** Delegation, API controls and consent: what Google offers only on pages. */
export const oauthActions: AdminActions = {
  ...delegationActions,
  ...apiControlsActions,
  ...consentActions,
};
