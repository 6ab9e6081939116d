// Long because it is one table: a row for every refusal of the token endpoint.
import { DEFAULT_API_CONTROLS } from '../../../emulator/workspace/state/oauth';
import { ANNA, aUser } from '../../support/small-company';
import {
  ACME,
  act,
  ask,
  AUTH,
  CALENDAR,
  delegate,
  delegatedCompany,
  EVENTS,
  userNamed,
  type DelegatedCompany,
} from './delegated-company';

const UNDELEGATED = 'Unauthorized client or scope in request.';
const NONE_OF_THEM =
  'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.';
const TIMEFRAME =
  "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your 'iat' and 'exp' values and use a clock with skew to account for clock differences between systems.";

const company = () => {
  const made = delegatedCompany();
  delegate(made, [CALENDAR]);
  return made;
};

const otherTenant = ({ state }: DelegatedCompany['workspace']) => {
  state.directory.customers['C02'] = {
    ...state.directory.customers[ACME]!,
    id: 'C02',
    primaryDomain: 'other.example',
  };
  state.directory.users['2'] = aUser({
    id: '2',
    primaryEmail: 'eve@other.example',
    customerId: 'C02',
  });
  state.directory.revision++;
};

/** What is wrong, the answer to it, the claims that differ, and how the company was prepared. */
type Row = readonly [
  what: string,
  status: number,
  error: string,
  description: string,
  claims?: Record<string, unknown>,
  spoil?: (company: DelegatedCompany) => unknown,
];

const now = Date.UTC(2026, 2, 2, 8) / 1000;

const ROWS: readonly Row[] = [
  [
    'an issuer nobody knows',
    400,
    'invalid_grant',
    'Invalid JWT: No valid verifier found for issuer',
    { iss: 'x@y.iam.gserviceaccount.com' },
  ],
  [
    'no issuer',
    400,
    'invalid_grant',
    'Invalid JWT: No valid verifier found for issuer',
    { iss: undefined },
  ],
  [
    'the wrong audience',
    400,
    'invalid_grant',
    'Invalid JWT: Failed audience check.',
    { aud: 'https://evil.example/token' },
  ],
  ['a life of more than 65 minutes', 400, 'invalid_grant', TIMEFRAME, { exp: now + 3901 }],
  ['an end before its beginning', 400, 'invalid_grant', TIMEFRAME, { exp: now - 1 }],
  [
    'a beginning six minutes ahead',
    400,
    'invalid_grant',
    TIMEFRAME,
    { iat: now + 360, exp: now + 3900 },
  ],
  ['an end six minutes ago', 400, 'invalid_grant', TIMEFRAME, { iat: now - 3600, exp: now - 360 }],
  ['no times', 400, 'invalid_grant', TIMEFRAME, { iat: undefined, exp: undefined }],
  [
    'no scope',
    400,
    'invalid_scope',
    'Invalid OAuth scope or ID token audience provided.',
    { scope: undefined },
  ],
  [
    'scopes with commas between',
    400,
    'invalid_scope',
    'Invalid OAuth scope or ID token audience provided.',
    { scope: `${CALENDAR},${EVENTS}` },
  ],
  [
    'a misspelt scope',
    400,
    'invalid_scope',
    'Invalid OAuth scope or ID token audience provided.',
    { scope: `${AUTH}calender` },
  ],
  ['a subject that is no address', 400, 'invalid_grant', 'Not a valid email.', { sub: 'anna' }],
  [
    'a subject nobody has',
    400,
    'invalid_grant',
    'Invalid email or User ID',
    { sub: 'nobody@acme.example' },
  ],
  [
    'an alias for subject',
    400,
    'invalid_grant',
    'Invalid email or User ID',
    { sub: 'a@acme.example' },
    ({ workspace }) => {
      userNamed(workspace, ANNA).aliases.push('a@acme.example');
      workspace.state.directory.revision++;
    },
  ],
  [
    'a suspended subject',
    400,
    'invalid_grant',
    'Invalid email or User ID',
    {},
    ({ workspace }) => {
      userNamed(workspace, ANNA).suspended = true;
    },
  ],
  [
    'a deleted subject',
    400,
    'invalid_grant',
    'The account has been deleted',
    {},
    ({ workspace }) => {
      userNamed(workspace, ANNA).deletionTime = '2026-03-01T00:00:00Z';
      workspace.state.directory.revision++;
    },
  ],
  [
    'a subject of another organization',
    401,
    'unauthorized_client',
    UNDELEGATED,
    { sub: 'eve@other.example' },
    ({ workspace }) => otherTenant(workspace),
  ],
  [
    'a subject of none',
    401,
    'unauthorized_client',
    UNDELEGATED,
    { sub: 'me@gmail.example' },
    ({ workspace }) => {
      workspace.state.directory.consumers['me@gmail.example'] = '77';
    },
  ],
  [
    'a client with no delegation',
    401,
    'unauthorized_client',
    UNDELEGATED,
    {},
    ({ workspace, account }) => {
      act(workspace, 'delegation.remove', { clientId: account.uniqueId });
    },
  ],
  [
    'a delegation to its address instead',
    401,
    'unauthorized_client',
    NONE_OF_THEM,
    {},
    ({ workspace, account }) => {
      act(workspace, 'delegation.remove', { clientId: account.uniqueId });
      act(workspace, 'delegation.add', { clientId: account.email, scopes: CALENDAR });
    },
  ],
  [
    'a narrow scope where the broad one is delegated',
    401,
    'unauthorized_client',
    NONE_OF_THEM,
    { scope: EVENTS },
  ],
  [
    'one scope of two not delegated',
    403,
    'access_denied',
    'Requested client not authorized.',
    { scope: `${CALENDAR} ${EVENTS}` },
  ],
  [
    'an account that is switched off',
    401,
    'disabled_client',
    'The OAuth client was disabled.',
    {},
    ({ workspace, account }) => {
      act(workspace, 'cloud.setServiceAccountDisabled', {
        serviceAccount: account.email,
        disabled: true,
      });
    },
  ],
  [
    'an account that was deleted',
    401,
    'deleted_client',
    'The OAuth client was deleted.',
    {},
    ({ workspace, account }) => {
      act(workspace, 'cloud.deleteServiceAccount', { serviceAccount: account.email });
    },
  ],
  [
    'a key that was deleted',
    400,
    'invalid_grant',
    'Invalid JWT Signature.',
    {},
    ({ workspace, account, keyId }) => {
      act(workspace, 'cloud.deleteKey', { serviceAccount: account.email, keyId });
    },
  ],
  [
    'a key that is switched off',
    400,
    'invalid_grant',
    'Invalid JWT Signature.',
    {},
    ({ workspace, account, keyId }) => {
      act(workspace, 'cloud.setKeyDisabled', {
        serviceAccount: account.email,
        keyId,
        disabled: true,
      });
    },
  ],
  [
    'a client that administrators block',
    400,
    'admin_policy_enforced',
    expect.any(String) as never,
    {},
    ({ workspace, account }) => {
      act(workspace, 'apiControls.setApp', { clientId: account.uniqueId, access: 'blocked' });
    },
  ],
  [
    'a restricted service',
    400,
    'admin_policy_enforced',
    expect.any(String) as never,
    {},
    ({ workspace }) => {
      workspace.state.oauth.apiControls[ACME] = {
        ...DEFAULT_API_CONTROLS,
        trustInternalApps: false,
        restrictedServices: ['calendar'],
      };
    },
  ],
];

describe('an assertion', () => {
  test.each(ROWS.map((row) => [row[0], row] as const))('with %s is refused', (_, row) => {
    const [, status, error, description, claims = {}, spoil] = row;
    const here = company();
    spoil?.(here);
    expect(ask(here, claims)).toEqual({ status, body: { error, error_description: description } });
  });
});
