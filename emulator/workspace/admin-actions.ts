import type { AdminActions } from './admin-action';
import { calendarActions } from './calendar/console-actions';
import { cloudActions } from './cloud/cloud-actions';
import { driveActions } from './drive/actions';
import { oauthActions } from './oauth/oauth-actions';
import { marketplaceActions } from './marketplace/actions';
import { reportsActions } from './reports/filtering-groups';

/** Everything the Admin and Cloud consoles can do besides the public APIs. */
export const ADMIN_ACTIONS: AdminActions = {
  ...oauthActions,
  ...calendarActions,
  ...cloudActions,
  ...driveActions,
  ...marketplaceActions,
  ...reportsActions,
};
