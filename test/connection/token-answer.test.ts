import { readTokenAnswer } from '../../src/connection/token-answer';

const ANNA = 'anna@acme.example';
const ASKED = {
  account: { email: 'robot@p.example', clientId: '42' },
  subject: ANNA,
  scopes: ['a', 'b'],
};

const failureOf = (
  status: number,
  body: unknown,
  asked: Parameters<typeof readTokenAnswer>[1] = ASKED,
) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const result = readTokenAnswer({ status, body: text }, asked);
  return result.ok ? null : result.failure;
};

const KEY_REVOKED = { kind: 'key-revoked', serviceAccount: 'robot@p.example' };
const UNKNOWN = { kind: 'unknown-subject', account: ANNA };
const NOT_DELEGATED = { kind: 'unauthorized-client', clientId: '42' };
const MISMATCH = { kind: 'delegation-mismatch', clientId: '42' };
const DELETED = { kind: 'service-account-deleted', serviceAccount: 'robot@p.example' };
const OFF = { kind: 'service-account-disabled', serviceAccount: 'robot@p.example' };

test.each([
  [401, 'unauthorized_client', 'Unauthorized client or scope in request.', NOT_DELEGATED],
  [
    401,
    'unauthorized_client',
    'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.',
    MISMATCH,
  ],
  [400, 'invalid_scope', 'whatever', { kind: 'scope-not-delegated', scope: 'a b' }],
  [
    403,
    'access_denied',
    'Requested client not authorized.',
    { kind: 'scope-not-delegated', scope: 'a b' },
  ],
  [403, 'access_denied', 'Account restricted', { kind: 'suspended-subject', account: ANNA }],
  [400, 'admin_policy_enforced', 'whatever', { kind: 'api-access-blocked' }],
  [401, 'disabled_client', 'whatever', OFF],
  [401, 'deleted_client', 'whatever', DELETED],
  [401, 'invalid_client', 'whatever', DELETED],
  [403, 'org_internal', 'whatever', { kind: 'client-internal', clientId: '42' }],
  [400, 'invalid_grant', 'Invalid email or User ID', UNKNOWN],
  [400, 'invalid_grant', 'Not a valid email.', UNKNOWN],
  [400, 'invalid_grant', 'The account has been deleted', UNKNOWN],
  [400, 'invalid_grant', 'Invalid impersonation &quot;sub&quot; field.', UNKNOWN],
  [400, 'invalid_grant', 'Invalid impersonation prn email address.', UNKNOWN],
  [400, 'invalid_grant', 'Account restricted', { kind: 'suspended-subject', account: ANNA }],
  [400, 'invalid_grant', 'Invalid grant: account not found', DELETED],
  [400, 'invalid_grant', 'Robot is disabled.', OFF],
  [400, 'invalid_grant', 'Robot is missing a project number.', DELETED],
  [400, 'invalid_grant', 'Invalid JWT Signature.', KEY_REVOKED],
  [400, 'invalid_grant', 'Invalid JWT: No valid verifier found for issuer', KEY_REVOKED],
  [
    400,
    'invalid_grant',
    'Token has been expired or revoked.',
    { kind: 'grant-revoked', account: ANNA },
  ],
  [
    400,
    'invalid_grant',
    'reauth related error (invalid_rapt)',
    { kind: 'grant-revoked', account: ANNA },
  ],
])('%i %s (%s) is told apart [I7, TA8]', (status, error, error_description, failure) => {
  expect(failureOf(status, { error, error_description })).toEqual(failure);
});

test.each([
  [
    400,
    {
      error: 'invalid_grant',
      error_description: 'Invalid JWT: Token must be a short-lived token (60 minutes)',
    },
    'clock-differs',
  ],
  [500, { error: 'internal_failure', error_description: 'Backend Error' }, 'unavailable'],
  [400, { error: 'internal_failure' }, 'unavailable'],
  [503, '<html>', 'unavailable'],
  [429, 'Too many requests', 'rate-limited'],
])('%i %j heals by itself: nobody is disconnected for it', (status, body, kind) => {
  expect(failureOf(status, body)).toMatchObject({ kind });
});

test.each([
  [200, 'canary'],
  [200, { access_token: '', expires_in: 3600, canary: 1 }],
  [200, { access_token: 'canary' }],
  [400, { error: 'something_new', error_description: 'canary' }],
  [302, ''],
])('%i %j is unreadable, and nothing of it is repeated', (status, body) => {
  const failure = failureOf(status, body);
  expect(failure).toMatchObject({ kind: 'unreadable-answer' });
  expect(JSON.stringify(failure)).not.toContain('canary');
});

test.each([
  ['Invalid grant: account not found', DELETED],
  ['Robot is disabled.', OFF],
])(
  '“%s” is about the service account, whether or not a person was named',
  (error_description, expected) => {
    const body = { error: 'invalid_grant', error_description };
    expect(failureOf(400, body, { ...ASKED, subject: null })).toEqual(expected);
  },
);

test('without a person, a grant that is invalid is the key’s fault', () => {
  const answer = { error: 'invalid_grant', error_description: 'in another language' };
  expect(failureOf(400, answer, { ...ASKED, subject: null })).toEqual(KEY_REVOKED);
});
