/** OAuth log events, read with the running administrator's own rights. */
import type { TokenActivity, TokenLog, TokenLogQuery } from '../audit/ports';
import { ok } from '../kit/result';
import { logActivities } from './advanced';
import { call } from './call';
import { LIMITS } from './limits';

export const LOG_SCOPE = 'https://www.googleapis.com/auth/admin.reports.audit.readonly';

const FIELDS =
  'nextPageToken,items(id(time,uniqueQualifier,applicationName,customerId),actor(email,profileId),ipAddress,events(name,type,parameters(name,value,multiValue,multiMessageValue)))';

/**
 * Filters are separated by commas, and Google documents no way to write one inside a value. Such a name is left out
 * of the filter, so Google returns more than was asked for.
 */
const FITS_A_FILTER = /^[^,<>=]+$/;

/**
 * @param account the running account, named in failures.
 * @see https://developers.google.com/workspace/admin/reports/reference/rest/v1/activities/list
 */
export const tokenLog = (account: string): TokenLog => ({
  page(query, pageToken) {
    const listed = call(() => logActivities().list('all', 'token', paramsOf(query, pageToken)), {
      api: 'reports',
      listing: 'the OAuth log events',
      account,
      scopes: [LOG_SCOPE],
    });
    if (!listed.ok) return listed;
    return ok({
      items: (listed.value.items ?? []) as unknown as readonly TokenActivity[],
      nextPageToken: listed.value.nextPageToken,
      nextSyncToken: undefined,
    });
  },
});

const paramsOf = (
  { from, to, appName, eventName }: TokenLogQuery,
  pageToken: string | undefined,
): object => ({
  maxResults: LIMITS.LOG_ACTIVITIES_PER_PAGE,
  fields: FIELDS,
  ...(from !== null && { startTime: from }),
  ...(to !== null && { endTime: to }),
  ...(eventName !== '' && { eventName }),
  ...(FITS_A_FILTER.test(appName) && { filters: `app_name==${appName}` }),
  ...(pageToken !== undefined && { pageToken }),
});
