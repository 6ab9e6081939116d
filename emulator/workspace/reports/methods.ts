import type { ApiMethods } from '../api-method';
import { listActivities } from './activities';
import { watchActivities } from './watch';

/** The methods of this API that the local Workspace answers. Usage reports are not among them. */
export const reportsMethods: ApiMethods = {
  'reports.activities.list': listActivities,
  'reports.activities.watch': watchActivities,
};
