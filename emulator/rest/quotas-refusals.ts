import { SERVICE_NAMES, type ApiName } from '../discovery/discovery';
import { GoogleError } from '../workspace/google-error';

/** The quota that ran out, as Google's sentence names it. */
export interface SpentQuota {
  readonly api: ApiName;
  /** `Queries`, `Read requests` … */
  readonly metric: string;
  readonly perUser: boolean;
  readonly projectNumber: string;
}

/** The sentence of Google's quota service. */
const sentence = ({ api, metric, perUser, projectNumber }: SpentQuota): string =>
  `Quota exceeded for quota metric '${metric}' and limit '${metric} per minute${perUser ? ' per user' : ''}' ` +
  `of service '${SERVICE_NAMES[api]}' for consumer 'project_number:${projectNumber}'.`;

/** 403, as Directory refuses. @see https://developers.google.com/workspace/admin/directory/v1/limits */
export const userRateLimit = (quota: SpentQuota): GoogleError =>
  new GoogleError(403, 'userRateLimitExceeded', sentence(quota), { domain: 'usageLimits' });

/** 403, as Calendar and Drive refuse one user. @see https://developers.google.com/workspace/calendar/api/guides/errors */
export const classicUserRateLimit = (): GoogleError =>
  new GoogleError(403, 'userRateLimitExceeded', 'User Rate Limit Exceeded', {
    domain: 'usageLimits',
  });

/** 403, as Calendar refuses a project, or quick writes to one calendar. */
export const classicRateLimit = (): GoogleError =>
  new GoogleError(403, 'rateLimitExceeded', 'Rate Limit Exceeded', { domain: 'usageLimits' });

/** 429, as Sheets refuses. @see https://developers.google.com/workspace/sheets/api/limits */
export const tooManyRequests = (quota: SpentQuota): GoogleError =>
  new GoogleError(429, 'rateLimitExceeded', sentence(quota), {
    status: 'RESOURCE_EXHAUSTED',
    errorInfoReason: 'RATE_LIMIT_EXCEEDED',
  });

/** 503, as Reports refuses: there 403 means wrong input. @see https://developers.google.com/workspace/admin/reports/v1/limits */
export const unavailable = (quota: SpentQuota): GoogleError =>
  new GoogleError(503, 'backendError', sentence(quota));

/** 403, as Directory refuses too many of one operation at once. Status and wording for these two limits are inferred. */
export const tooManyOperations = (): GoogleError =>
  new GoogleError(403, 'quotaExceeded', 'Request rate higher than configured.', {
    domain: 'usageLimits',
  });
