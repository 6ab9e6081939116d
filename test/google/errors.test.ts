import { failureOf } from '../../src/google/error-table';
import { refusalOf, type About } from '../../src/google/refusal';
import { failureOfText } from '../../src/google/service-errors';
import { ADMIN, ANNA } from '../support/small-company';
import { inGoogle, googleScript, runGoogle, SCOPES } from './in-google';

const about: About = { api: 'calendar', id: 'e1', account: ANNA, scopes: ['s1'] };

/** The body of a REST response in Google's classic form. */
const classic = (status: number, reason: string, message = 'Words') => ({
  code: status,
  message,
  errors: [{ domain: 'global', reason, message }],
});

const SERVICE = { calendar: 'Google Calendar API', directory: 'Admin SDK API' };

describe('a refusal by reason', () => {
  test.each([
    // status, reason, api, what it means
    [400, 'invalid', 'calendar', { kind: 'rejected', id: 'e1', reason: 'Words' }],
    [400, 'required', 'calendar', { kind: 'rejected', id: 'e1', reason: 'Words' }],
    [400, 'eventTypeRestriction', 'calendar', { kind: 'rejected', id: 'e1', reason: 'Words' }],
    [401, 'authError', 'calendar', { kind: 'grant-revoked', account: ANNA }],
    [403, 'userRateLimitExceeded', 'calendar', { kind: 'rate-limited', retryAfterMs: null }],
    [403, 'rateLimitExceeded', 'calendar', { kind: 'rate-limited', retryAfterMs: null }],
    [403, 'quotaExceeded', 'calendar', { kind: 'tenant-limit', pauseMs: 3_600_000 }],
    [403, 'forbiddenForNonOrganizer', 'calendar', { kind: 'not-organizer', id: 'e1' }],
    [403, 'notACalendarUser', 'calendar', { kind: 'calendar-off', account: ANNA }],
    [403, 'requiredAccessLevel', 'calendar', { kind: 'forbidden', id: 'e1' }],
    [
      403,
      'accessNotConfigured',
      'calendar',
      { kind: 'service-disabled', service: SERVICE.calendar },
    ],
    [403, 'insufficientPermissions', 'calendar', { kind: 'missing-scopes', scopes: ['s1'] }],
    [404, 'notFound', 'calendar', { kind: 'not-found', id: 'e1' }],
    [409, 'duplicate', 'calendar', { kind: 'already-exists', id: 'e1' }],
    [409, 'conflict', 'calendar', { kind: 'rate-limited', retryAfterMs: null }],
    [410, 'fullSyncRequired', 'calendar', { kind: 'sync-token-expired' }],
    [410, 'updatedMinTooLongAgo', 'calendar', { kind: 'sync-token-expired' }],
    [410, 'deleted', 'calendar', { kind: 'gone', id: 'e1' }],
    [412, 'conditionNotMet', 'calendar', { kind: 'stale-etag', id: 'e1' }],
    [429, 'rateLimitExceeded', 'calendar', { kind: 'rate-limited', retryAfterMs: null }],
    [500, 'backendError', 'calendar', { kind: 'unavailable', message: 'Words' }],
    [504, '', 'calendar', { kind: 'timed-out', service: SERVICE.calendar }],
    [403, 'forbidden', 'directory', { kind: 'not-directory-admin', account: ANNA }],
    [403, 'domainCannotUseApis', 'directory', { kind: 'api-access-blocked' }],
    [403, 'quotaExceeded', 'directory', { kind: 'rate-limited', retryAfterMs: null }],
    [503, 'backendError', 'directory', { kind: 'unavailable', message: 'Words' }],
    [401, 'authError', 'reports', { kind: 'not-directory-admin', account: ANNA }],
    [401, 'authError', 'drive', { kind: 'grant-revoked', account: ANNA }],
    [429, 'RATE_LIMIT_EXCEEDED', 'sheets', { kind: 'rate-limited', retryAfterMs: null }],
    [403, '', 'marketplace', { kind: 'key-of-another-project', project: 'e1' }],
    [405, '', 'calendar', { kind: 'rejected', id: 'e1', reason: 'Words' }],
    [501, '', 'calendar', { kind: 'unavailable', message: 'Words' }],
  ] as const)('%i %s of %s', (status, reason, api, failure) => {
    const refusal = refusalOf(classic(status, reason), status);
    expect(failureOf(refusal, { ...about, api })).toEqual(failure);
  });

  const APIS = ['calendar', 'directory', 'reports', 'sheets', 'drive', 'marketplace'] as const;
  const CODES = [400, 401, 403, 404, 405, 409, 410, 412, 413, 422, 428] as const;
  const ASKED: readonly About[] = APIS.flatMap((api) => [
    { api, account: ANNA },
    { api, account: ANNA, listing: 'the users of your Workspace' },
    { api },
  ]);

  test.each(CODES)(
    'a list that Google refuses with %i is told as a failure that names what was asked for, whatever the API and the reason',
    (status) => {
      const reasons = ['', 'invalid', 'forbidden', 'notFound', 'conflict', 'failedPrecondition'];
      for (const of of ASKED)
        for (const reason of reasons) {
          const failure = failureOf(refusalOf(classic(status, reason), status), of);
          const told = `${of.api} ${status} ${reason}: ${JSON.stringify(failure)}`;
          expect(told).not.toMatch(/null$|"id":""|replan/);
          expect([
            'not-found',
            'gone',
            'forbidden',
            'stale-etag',
            'already-exists',
            'rejected',
          ]).not.toContain(failure?.kind);
        }
    },
  );

  test('a refused list of one person’s events is that person’s failure, and of all users the organization’s', () => {
    const refusal = refusalOf(classic(400, 'invalid'), 400);
    expect(failureOf(refusal, { api: 'calendar', account: ANNA })).toEqual({
      kind: 'calendar-not-listed',
      account: ANNA,
      reason: 'Words',
    });
    expect(failureOf(refusal, { api: 'directory', listing: 'the users' })).toEqual({
      kind: 'listing-refused',
      listing: 'the users',
      reason: 'Words',
    });
  });

  test('a workbook without room for more cells', () => {
    const words =
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.';
    expect(
      failureOf(refusalOf(classic(400, 'badRequest', words), 400), { ...about, api: 'sheets' }),
    ).toEqual({ kind: 'workbook-full', workbook: 'e1' });
  });

  test.each([
    ['SERVICE_DISABLED', 'service-disabled'],
    ['ACCESS_TOKEN_SCOPE_INSUFFICIENT', 'missing-scopes'],
  ])('in the newer form, %s', (reason, kind) => {
    const body = {
      code: 403,
      message: 'Words',
      status: 'PERMISSION_DENIED',
      details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason }],
    };
    expect(failureOf(refusalOf(body, 403), about)).toMatchObject({ kind });
  });
});

describe('a sentence of a built-in service', () => {
  test.each([
    ['Service invoked too many times: urlfetch', { kind: 'daily-limit', service: 'urlfetch' }],
    [
      'Service invoked too many times for one day: urlfetch.',
      { kind: 'daily-limit', service: 'urlfetch' },
    ],
    [
      'Service invoked too many times in a short time: properties. Try Utilities.sleep(1000) between calls.',
      { kind: 'rate-limited', retryAfterMs: 1_000 },
    ],
    [
      'Service using too much computer time for one day.',
      { kind: 'daily-limit', service: 'triggers' },
    ],
    [
      'There are too many scripts running simultaneously for this Google user account.',
      { kind: 'rate-limited', retryAfterMs: null },
    ],
    [
      'Lock timeout: another process was holding the lock for too long.',
      { kind: 'busy', until: null },
    ],
    ['DNS error: https://work.example/api?a=b', { kind: 'host-not-found', host: 'work.example' }],
    [
      'Address unavailable: https://work.example/',
      { kind: 'unavailable', message: 'work.example cannot be reached' },
    ],
    ['Timeout: https://work.example/', { kind: 'timed-out', service: 'work.example' }],
    [
      "UrlFetch calls to https://work.example/ are not permitted by your manifest's urlFetchWhitelist.",
      { kind: 'url-not-allowed', host: 'work.example' },
    ],
    [
      'Specified permissions are not sufficient to call Session.getEffectiveUser. Required permissions: https://a/x',
      { kind: 'missing-scopes', scopes: ['https://a/x'] },
    ],
    [
      'You do not have permission to call UrlFetchApp.fetch. Required permissions: (https://a/x || https://a/y)',
      { kind: 'missing-scopes', scopes: ['https://a/x', 'https://a/y'] },
    ],
    [
      'Authorization is required to perform that action.',
      { kind: 'missing-scopes', scopes: ['s1'] },
    ],
  ])('%s', (text, failure) => {
    expect(failureOfText(text, ['s1'])).toEqual(failure);
  });

  test('that is on no list has no failure', () => {
    expect(failureOfText('x is not a function')).toBeNull();
  });
});

describe('a call', () => {
  const DIRECTORY = `G.call(() => AdminDirectory.Users.get('${ANNA}'), { api: 'directory', id: '${ANNA}', account: '${ADMIN}' })`;

  test.each([
    [403, 'forbidden', { kind: 'not-directory-admin', account: ADMIN }],
    [403, 'domainCannotUseApis', { kind: 'api-access-blocked' }],
    [404, 'notFound', { kind: 'not-found', id: ANNA }],
    [429, 'rateLimitExceeded', { kind: 'rate-limited', retryAfterMs: null }],
    [503, 'backendError', { kind: 'unavailable' }],
  ])(
    'of an advanced service that is refused with %i %s fails, in any language',
    (code, reason, failure) => {
      const workspace = googleScript(`function f() { return ${DIRECTORY} }`, {
        settings: { exceptionLocale: 'es' },
      });
      workspace.faults.plan([{ method: 'directory.*', fault: { kind: 'error', code, reason } }]);
      expect(runGoogle(workspace, 'f')).toMatchObject({ ok: false, failure });
    },
  );

  test('for a person who is not an administrator fails with their address', () => {
    expect(
      inGoogle(
        `return G.call(() => AdminDirectory.Users.list({ customer: 'my_customer' }), { api: 'directory', account: '${ANNA}' })`,
        { as: ANNA },
      ),
    ).toEqual({ ok: false, failure: { kind: 'not-directory-admin', account: ANNA } });
  });

  test('without the scope fails with the scopes it needs', () => {
    expect(
      inGoogle(
        `return G.call(() => AdminDirectory.Users.get('${ANNA}'), { api: 'directory', scopes: ['s'] })`,
        { manifest: { oauthScopes: SCOPES.slice(0, 2) } },
      ),
    ).toEqual({ ok: false, failure: { kind: 'missing-scopes', scopes: ['s'] } });
  });

  test('with an error that is on no list throws it again', () => {
    expect(() => inGoogle('return G.call(() => nothing.at.all)')).toThrow(/nothing is not defined/);
  });

  test('of a listing that Google does not take is a failure in its own words', () => {
    const listing = `"people"`;
    expect(
      inGoogle(
        `return G.call(() => AdminDirectory.Users.list({ customer: 'my_customer', maxResults: 501 }), { api: 'directory', listing: ${listing} })`,
      ),
    ).toMatchObject({ ok: false, failure: { kind: 'listing-refused', listing: 'people' } });
  });
});
