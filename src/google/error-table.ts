/** What Google's refusals mean: by reason where an API gives one, otherwise by HTTP status. */
import type { Failure } from '../kit/failure';
import type { About, GoogleApi, Refusal } from './refusal';

type Made = (refusal: Refusal, about: About) => Failure;
type Table = Readonly<Record<string, Made>>;

const SERVICES: Readonly<Record<GoogleApi, string>> = {
  calendar: 'Google Calendar API',
  directory: 'Admin SDK API',
  reports: 'Admin SDK API',
  sheets: 'Google Sheets API',
  drive: 'Google Drive API',
  marketplace: 'Google Workspace Marketplace API',
  oauth2: 'Google OAuth2 API',
  iam: 'IAM Service Account Credentials API',
};

/** Usage limits have no published period; the shortest that Google's page for administrators names is an hour. */
const TENANT_PAUSE_MS = 3_600_000;

const idOf = ({ id = '' }: About): string => id;
const accountOf = ({ account = '' }: About): string => account;

const serviceDisabled: Made = (_, { api }) => ({
  kind: 'service-disabled',
  service: SERVICES[api],
});
const missingScopes: Made = (_, { scopes = [] }) => ({ kind: 'missing-scopes', scopes });
const rateLimited: Made = ({ retryAfterMs }) => ({ kind: 'rate-limited', retryAfterMs });
const notDirectoryAdmin: Made = (_, about) => ({
  kind: 'not-directory-admin',
  account: accountOf(about),
});
const notFound: Made = (_, about) => ({ kind: 'not-found', id: idOf(about) });
const gone: Made = (_, about) => ({ kind: 'gone', id: idOf(about) });
const forbidden: Made = (_, about) => ({ kind: 'forbidden', id: idOf(about) });
const alreadyExists: Made = (_, about) => ({ kind: 'already-exists', id: idOf(about) });
const staleEtag: Made = (_, about) => ({ kind: 'stale-etag', id: idOf(about) });
const syncTokenExpired: Made = () => ({ kind: 'sync-token-expired' });
const grantRevoked: Made = (_, about) => ({ kind: 'grant-revoked', account: accountOf(about) });
const unavailable: Made = ({ status, message }) => ({
  kind: 'unavailable',
  message: message === '' ? `HTTP ${status}` : message,
});
const mayNotSign: Made = (_, about) => ({ kind: 'may-not-sign', serviceAccount: idOf(about) });
const rejected: Made = ({ reason, message }, about) => ({
  kind: 'rejected',
  id: idOf(about),
  reason: message === '' ? reason : message,
});

/** Reasons that mean the same in every API. */
const BY_REASON: Table = {
  accessNotConfigured: serviceDisabled,
  SERVICE_DISABLED: serviceDisabled,
  domainCannotUseApis: () => ({ kind: 'api-access-blocked' }),
  domainPolicy: () => ({ kind: 'api-access-blocked' }),
  insufficientPermissions: missingScopes,
  ACCESS_TOKEN_SCOPE_INSUFFICIENT: missingScopes,
  userRateLimitExceeded: rateLimited,
  rateLimitExceeded: rateLimited,
  RATE_LIMIT_EXCEEDED: rateLimited,
  quotaExceeded: rateLimited,
  dailyLimitExceeded: (_, { api }) => ({ kind: 'daily-limit', service: SERVICES[api] }),
  dailyLimitExceededUnreg: (_, { api }) => ({ kind: 'daily-limit', service: SERVICES[api] }),
  fullSyncRequired: syncTokenExpired,
  updatedMinTooLongAgo: syncTokenExpired,
  duplicate: alreadyExists,
  deleted: gone,
  conditionNotMet: staleEtag,
};

const BY_API: Readonly<Record<GoogleApi, Table>> = {
  calendar: {
    /** A limit of the customer's own people, not of our calls. */
    quotaExceeded: () => ({ kind: 'tenant-limit', pauseMs: TENANT_PAUSE_MS }),
    notACalendarUser: (_, about) => ({ kind: 'calendar-off', account: accountOf(about) }),
    forbiddenForNonOrganizer: (_, about) => ({ kind: 'not-organizer', id: idOf(about) }),
    /** Two items of one batch collided; neither was written in part. */
    conflict: rateLimited,
  },
  directory: { forbidden: notDirectoryAdmin },
  /** 401 although the token is valid: the account lacks the Reports privilege. */
  reports: { authError: notDirectoryAdmin, forbidden: notDirectoryAdmin },
  sheets: {},
  drive: {},
  marketplace: {},
  oauth2: {},
  iam: {},
};

const BY_STATUS: Readonly<Record<number, Made>> = {
  401: grantRevoked,
  403: forbidden,
  404: notFound,
  409: alreadyExists,
  410: gone,
  412: staleEtag,
  429: rateLimited,
  500: unavailable,
  502: unavailable,
  503: unavailable,
  504: (_, { api }) => ({ kind: 'timed-out', service: SERVICES[api] }),
};

/** Statuses without a reason that mean something else in one API than in the others. */
const BY_API_AND_STATUS: Readonly<Partial<Record<GoogleApi, Readonly<Record<number, Made>>>>> = {
  /** "Not authorized to access the application ID": the request came from another project than the listing's. */
  marketplace: {
    403: (_, about) => ({ kind: 'key-of-another-project', project: idOf(about) }),
  },
  /** Whoever may not sign is not told whether there is such an account. */
  iam: {
    403: mayNotSign,
    404: mayNotSign,
  },
};

const OF_ONE_RECORD: ReadonlySet<Made> = new Set([
  notFound,
  gone,
  forbidden,
  alreadyExists,
  staleEtag,
]);

/**
 * Whether a refusal can only be about a single record. Google has been seen to refuse correct listings with 400 and
 * 404 for hours.
 */
const isOfOneRecord = (made: Made | undefined): boolean =>
  made === undefined || OF_ONE_RECORD.has(made);

/** For a call that is not about a record: it names what was requested, because nothing else would. */
function listingRefused({ status, reason, message }: Refusal, about: About): Failure {
  const words = message || reason || `HTTP ${status}`;
  const account = accountOf(about);
  return about.listing === undefined && about.api === 'calendar' && account !== ''
    ? { kind: 'calendar-not-listed', account, reason: words }
    : {
        kind: 'listing-refused',
        listing: about.listing ?? `a list from ${SERVICES[about.api]}`,
        reason: words,
      };
}

/** The workbook has no cells left. Google gives no reason for it, only this number in the message. */
const CELLS_PER_WORKBOOK = '10000000';

/**
 * What a refusal means. A record that Google does not accept is not a bug, because people write records; and a listing may
 * be refused although the request was correct. Null for a status that is not a refusal.
 */
export function failureOf(refusal: Refusal, about: About): Failure | null {
  const { status, reason, message } = refusal;
  if (status < 400) return null;
  const made =
    BY_API[about.api][reason] ??
    BY_REASON[reason] ??
    BY_API_AND_STATUS[about.api]?.[status] ??
    BY_STATUS[status];
  const isListing = about.listing !== undefined || idOf(about) === '';
  if (isListing && status < 500 && isOfOneRecord(made)) return listingRefused(refusal, about);
  if (made) return made(refusal, about);
  if (about.api === 'sheets' && message.includes(CELLS_PER_WORKBOOK))
    return { kind: 'workbook-full', workbook: idOf(about) };
  return status < 500 ? rejected(refusal, about) : unavailable(refusal, about);
}

/** The name of a service in the Cloud console. */
export const serviceName = (api: GoogleApi): string => SERVICES[api];
