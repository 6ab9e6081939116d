import { GOOGLE_QUOTAS, NO_QUOTAS, type QuotaLimits } from '../../../emulator/rest/quotas-limits';
import type { JsonObject } from '../../../emulator/workspace/api-method';
import { ADMIN, ANNA } from '../../support/small-company';
import { calendarRead, Company } from './company';

interface Case {
  readonly limit: keyof QuotaLimits;
  readonly method: string;
  readonly params?: object;
  readonly body?: JsonObject;
  readonly windowMs?: number;
  readonly code: number;
  readonly reason: string;
  readonly words: string;
}

const quotaText = (metric: string, limit: string, service: string): string =>
  `Quota exceeded for quota metric '${metric}' and limit '${metric} per minute${limit}' of service '${service}.googleapis.com' for consumer 'project_number:1'.`;

const CASES: readonly Case[] = [
  {
    limit: 'DIRECTORY_QUERIES_PER_USER',
    method: 'directory.users.list',
    params: { customer: 'my_customer' },
    code: 403,
    reason: 'userRateLimitExceeded',
    words: quotaText('Queries', ' per user', 'admin'),
  },
  {
    limit: 'USER_CREATIONS_PER_SECOND_PER_DOMAIN',
    method: 'directory.users.insert',
    body: { primaryEmail: 'a@acme.example' },
    windowMs: 1000,
    code: 403,
    reason: 'quotaExceeded',
    words: 'Request rate higher than configured.',
  },
  {
    limit: 'ORG_UNIT_WRITES_PER_SECOND_PER_CUSTOMER',
    method: 'directory.orgunits.insert',
    params: { customerId: 'my_customer' },
    body: { name: 'X', parentOrgUnitPath: '/' },
    windowMs: 1000,
    code: 403,
    reason: 'quotaExceeded',
    words: 'Request rate higher than configured.',
  },
  {
    limit: 'CALENDAR_QUERIES',
    method: 'calendar.events.list',
    params: calendarRead,
    code: 403,
    reason: 'rateLimitExceeded',
    words: 'Rate Limit Exceeded',
  },
  {
    limit: 'CALENDAR_QUERIES_PER_USER',
    method: 'calendar.events.list',
    params: calendarRead,
    code: 403,
    reason: 'userRateLimitExceeded',
    words: 'User Rate Limit Exceeded',
  },
  {
    limit: 'CALENDAR_WRITES_PER_10_SECONDS_PER_CALENDAR',
    method: 'calendar.events.insert',
    params: calendarRead,
    body: {},
    windowMs: 10_000,
    code: 403,
    reason: 'rateLimitExceeded',
    words: 'Rate Limit Exceeded',
  },
  {
    limit: 'REPORTS_QUERIES_PER_USER',
    method: 'reports.activities.list',
    params: { userKey: 'all', applicationName: 'admin' },
    code: 503,
    reason: 'backendError',
    words: quotaText('Queries', ' per user', 'admin'),
  },
  {
    limit: 'REPORTS_FILTERED_QUERIES',
    method: 'reports.activities.list',
    params: { userKey: ANNA, applicationName: 'admin' },
    code: 503,
    reason: 'backendError',
    words: quotaText('Filtered queries', '', 'admin'),
  },
  {
    limit: 'SHEETS_READS',
    method: 'sheets.spreadsheets.get',
    params: { spreadsheetId: 'x' },
    code: 429,
    reason: 'rateLimitExceeded',
    words: quotaText('Read requests', '', 'sheets'),
  },
  {
    limit: 'SHEETS_READS_PER_USER',
    method: 'sheets.spreadsheets.values.batchGetByDataFilter',
    params: { spreadsheetId: 'x' },
    code: 429,
    reason: 'rateLimitExceeded',
    words: quotaText('Read requests', ' per user', 'sheets'),
  },
  {
    limit: 'SHEETS_WRITES',
    method: 'sheets.spreadsheets.batchUpdate',
    params: { spreadsheetId: 'x' },
    code: 429,
    reason: 'rateLimitExceeded',
    words: quotaText('Write requests', '', 'sheets'),
  },
  {
    limit: 'SHEETS_WRITES_PER_USER',
    method: 'sheets.spreadsheets.values.append',
    params: { spreadsheetId: 'x', range: 'A1' },
    code: 429,
    reason: 'rateLimitExceeded',
    words: quotaText('Write requests', ' per user', 'sheets'),
  },
];

describe.each(CASES)('$limit', ({ limit, method, params, body, windowMs = 60_000, ...refusal }) => {
  const spent = () => {
    const company = new Company({ ...NO_QUOTAS, [limit]: 3 });
    const call = () => company.call(method, params, company.caller(ADMIN), body ?? null);
    expect(company.granted(3, call)).toBe(3);
    return { company, call };
  };

  test('refuses the call after the last in its own words', () => {
    const { code, reason, message } = spent().call()!;
    expect({ code, reason, words: message }).toEqual(refusal);
  });

  test('opens again as the window slides, and not before', () => {
    const { company, call } = spent();
    company.workspace.clock.advance(windowMs - 1);
    expect(call()).not.toBeNull();
    company.workspace.clock.advance(1);
    expect(company.granted(4, call)).toBe(3);
  });

  test('does not bind a person at Google’s own products', () => {
    const { company } = spent();
    const caller = company.caller(ADMIN, { projectNumber: null });
    expect(company.granted(5, () => company.call(method, params, caller, body ?? null))).toBe(5);
  });
});

test('every limit but Drive’s is in the table of cases', () => {
  const tested = new Set<string>([...CASES.map(({ limit }) => limit), 'DRIVE_UNITS_PER_USER']);
  expect([...tested].sort()).toEqual(Object.keys(GOOGLE_QUOTAS).sort());
});

test('Drive charges units: a listing costs as much as twenty gets', () => {
  const company = new Company({ ...NO_QUOTAS, DRIVE_UNITS_PER_USER: 110 });
  expect(company.call('drive.files.list')).toBeNull();
  const get = () => company.call('drive.files.get', { fileId: 'x' });
  expect(company.granted(5, get)).toBe(2);
  expect(get()).toMatchObject({ code: 403, reason: 'userRateLimitExceeded' });
});

test.each([
  ['calendar.events.list', calendarRead, 600],
  ['reports.activities.list', { userKey: 'all', applicationName: 'admin', eventName: 'X' }, 250],
  ['sheets.spreadsheets.get', { spreadsheetId: 'x' }, 60],
])('of its own accord %s lets %i calls a minute through', (method, params, limit) => {
  const company = new Company({});
  expect(company.granted(limit + 5, () => company.call(method, params))).toBe(limit);
});
