import type { ApiMethodDescription, ApiName } from '../discovery/discovery';
import type { Caller } from '../workspace/caller';
import type { GoogleError } from '../workspace/google-error';
import type { IncomingCall } from './incoming-call';
import { DRIVE_UNITS, type QuotaLimits } from './quotas-limits';
import {
  classicRateLimit,
  classicUserRateLimit,
  tooManyOperations,
  tooManyRequests,
  unavailable,
  userRateLimit,
  type SpentQuota,
} from './quotas-refusals';

/** A call made by an application: its project is known. */
export interface CountedCall {
  readonly method: ApiMethodDescription;
  readonly incoming: IncomingCall;
  readonly caller: Caller;
  readonly projectNumber: string;
}

/** One limit and what it counts. */
export interface QuotaRule {
  readonly limit: keyof QuotaLimits;
  readonly windowMs: number;
  /** The key of the window that a call counts in; null when this limit does not count it. */
  readonly keyOf: (call: CountedCall) => string | null;
  /** How much a call costs; 1 when left out. */
  readonly costOf?: (call: CountedCall) => number;
  readonly refuse: (call: CountedCall) => GoogleError;
}

const MINUTE_MS = 60_000;

/**
 * Who is charged. Where a service account acts for people, that is the service account, unless `quotaUser` names another.
 *
 * @see https://developers.google.com/workspace/calendar/api/guides/quota
 */
function chargedUser({ incoming, caller }: CountedCall): string {
  const { quotaUser } = incoming.params;
  if (typeof quotaUser === 'string' && quotaUser !== '') return quotaUser;
  const { principal, impersonated, clientId } = caller;
  if (impersonated) return clientId;
  return principal.kind === 'user' ? principal.userId : principal.uniqueId;
}

const perProject = ({ projectNumber }: CountedCall): string => projectNumber;
const perUser = (call: CountedCall): string => `${call.projectNumber} ${chargedUser(call)}`;

const spent =
  (api: ApiName, metric: string, isPerUser: boolean) =>
  ({ projectNumber }: CountedCall): SpentQuota => ({
    api,
    metric,
    perUser: isPerUser,
    projectNumber,
  });

const WRITES_UNITS = /^directory\.orgunits\.(insert|update|patch|delete)$/;

const directory: readonly QuotaRule[] = [
  {
    limit: 'DIRECTORY_QUERIES_PER_USER',
    windowMs: MINUTE_MS,
    keyOf: perUser,
    refuse: (call) => userRateLimit(spent('directory', 'Queries', true)(call)),
  },
  {
    limit: 'USER_CREATIONS_PER_SECOND_PER_DOMAIN',
    windowMs: 1000,
    keyOf: ({ method, incoming }) =>
      method.id === 'directory.users.insert' ? domainOf(incoming.body?.['primaryEmail']) : null,
    refuse: tooManyOperations,
  },
  {
    limit: 'ORG_UNIT_WRITES_PER_SECOND_PER_CUSTOMER',
    windowMs: 1000,
    keyOf: ({ method, caller: { principal } }) =>
      WRITES_UNITS.test(method.id) && principal.kind === 'user' ? principal.customerId : null,
    refuse: tooManyOperations,
  },
];

const domainOf = (email: unknown): string | null =>
  typeof email === 'string' ? email.slice(email.lastIndexOf('@') + 1).toLowerCase() : null;

const WRITES_EVENTS = /^calendar\.events\.(insert|import|update|patch|delete|move|quickAdd)$/;

const calendar: readonly QuotaRule[] = [
  {
    limit: 'CALENDAR_QUERIES',
    windowMs: MINUTE_MS,
    keyOf: perProject,
    refuse: classicRateLimit,
  },
  {
    limit: 'CALENDAR_QUERIES_PER_USER',
    windowMs: MINUTE_MS,
    keyOf: perUser,
    refuse: classicUserRateLimit,
  },
  {
    limit: 'CALENDAR_WRITES_PER_10_SECONDS_PER_CALENDAR',
    windowMs: 10_000,
    keyOf: ({ method, incoming, caller: { principal } }) =>
      WRITES_EVENTS.test(method.id)
        ? calendarOf(incoming.params['calendarId'], principal.email)
        : null,
    refuse: classicRateLimit,
  },
];

const calendarOf = (calendarId: unknown, own: string): string =>
  (calendarId === 'primary' ? own : String(calendarId)).toLowerCase();

const FILTERING = ['actorIpAddress', 'eventName', 'filters', 'orgUnitID', 'groupIdFilter'];

const reports: readonly QuotaRule[] = [
  {
    limit: 'REPORTS_QUERIES_PER_USER',
    windowMs: MINUTE_MS,
    keyOf: perUser,
    refuse: (call) => unavailable(spent('reports', 'Queries', true)(call)),
  },
  {
    limit: 'REPORTS_FILTERED_QUERIES',
    windowMs: MINUTE_MS,
    keyOf: (call) => (isFiltered(call) ? call.projectNumber : null),
    refuse: (call) => unavailable(spent('reports', 'Filtered queries', false)(call)),
  },
];

const isFiltered = ({ method, incoming: { params } }: CountedCall): boolean =>
  method.id === 'reports.activities.list' &&
  (params['userKey'] !== 'all' || FILTERING.some((name) => Boolean(params[name])));

const isSheetsRead = ({ method }: CountedCall): boolean =>
  method.httpMethod === 'GET' || /[gG]etByDataFilter$/.test(method.id);

const sheetsRule = (
  limit: keyof QuotaLimits,
  reads: boolean,
  keyOf: (call: CountedCall) => string,
): QuotaRule => ({
  limit,
  windowMs: MINUTE_MS,
  keyOf: (call) => (isSheetsRead(call) === reads ? keyOf(call) : null),
  refuse: (call) =>
    tooManyRequests(
      spent('sheets', reads ? 'Read requests' : 'Write requests', keyOf === perUser)(call),
    ),
});

const sheets: readonly QuotaRule[] = [
  sheetsRule('SHEETS_READS', true, perProject),
  sheetsRule('SHEETS_READS_PER_USER', true, perUser),
  sheetsRule('SHEETS_WRITES', false, perProject),
  sheetsRule('SHEETS_WRITES_PER_USER', false, perUser),
];

const drive: readonly QuotaRule[] = [
  {
    limit: 'DRIVE_UNITS_PER_USER',
    windowMs: MINUTE_MS,
    keyOf: perUser,
    costOf: ({ method }) => (method.id.endsWith('.list') ? DRIVE_UNITS.list : DRIVE_UNITS.other),
    refuse: classicUserRateLimit,
  },
];

/** The limits of each API. For the others Google publishes no number that we found: they are not limited. */
export const QUOTA_RULES: Readonly<Partial<Record<ApiName, readonly QuotaRule[]>>> = {
  directory,
  calendar,
  reports,
  sheets,
  drive,
};
