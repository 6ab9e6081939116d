import { sign } from 'node:crypto';
import { requiredParam, type ApiMethod, type ApiMethods, type ApiRequest } from '../api-method';
import type { Caller } from '../caller';
import { GoogleError } from '../google-error';
import { googleIdToken } from './id-token';
import { signedJwt } from './jwt';
import { isKnownScope } from './scopes';
import { issueToken } from './tokens';
import type { Workspace } from '../workspace';
import { googleManagedKey } from '../cloud/keys';
import { findServiceAccount } from '../cloud/service-accounts';
import type { ServiceAccount } from '../state/cloud';

/** A claims set may be valid this long; the token endpoint accepts at most an hour. */
const LONGEST_JWT_S = 12 * 60 * 60;
const LONGEST_TOKEN_S = 60 * 60;

/** Signs a claims set for a service account with a key that Google keeps: delegation without any key file. */
const signJwt: ApiMethod = (request, caller, workspace) => {
  const account = allowedAccount(request, caller, workspace);
  const payload = requiredText(request, 'payload');
  requireClaims(payload, workspace.clock.now() / 1000);
  const { key, privateKey } = googleManagedKey(workspace, account);
  return { keyId: key.keyId, signedJwt: signedJwt(payload, key.keyId, privateKey) };
};

const signBlob: ApiMethod = (request, caller, workspace) => {
  const account = allowedAccount(request, caller, workspace);
  const bytes = Buffer.from(requiredText(request, 'payload'), 'base64');
  const { key, privateKey } = googleManagedKey(workspace, account);
  return { keyId: key.keyId, signedBlob: sign('sha256', bytes, privateKey).toString('base64') };
};

/** A token for the account itself: no subject can be named here. */
const generateAccessToken: ApiMethod = (request, caller, workspace) => {
  const account = allowedAccount(request, caller, workspace);
  const scopes = request.body?.['scope'];
  if (!Array.isArray(scopes) || scopes.length === 0 || !scopes.map(String).every(isKnownScope))
    throw invalidArgument('Invalid OAuth scope or ID token audience provided.');
  const lifetimeSeconds = lifetimeOf(request);
  const { token, expiresAt } = issueToken(workspace, {
    clientId: account.uniqueId,
    serviceAccountEmail: account.email,
    scopes: scopes.map(String),
    lifetimeSeconds,
  });
  return { accessToken: token, expireTime: new Date(expiresAt).toISOString().replace(/\.\d+/, '') };
};

const generateIdToken: ApiMethod = (request, caller, workspace) => {
  const { email, uniqueId } = allowedAccount(request, caller, workspace);
  const aud = requiredText(request, 'audience');
  const emailClaims = request.body?.['includeEmail'] === true && { email, email_verified: true };
  const claims = { aud, azp: uniqueId, sub: uniqueId, ...emailClaims };
  return { token: googleIdToken(workspace, claims) };
};

/** Methods of the IAM Service Account Credentials API. */
export const iamCredentialsMethods: ApiMethods = {
  'iamcredentials.projects.serviceAccounts.signJwt': signJwt,
  'iamcredentials.projects.serviceAccounts.signBlob': signBlob,
  'iamcredentials.projects.serviceAccounts.generateAccessToken': generateAccessToken,
  'iamcredentials.projects.serviceAccounts.generateIdToken': generateIdToken,
};

/**
 * The account that the request names, if the caller holds `roles/iam.serviceAccountTokenCreator` on it. Other callers
 * cannot tell whether it exists.
 *
 * @see https://cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/signJwt
 */
function allowedAccount(request: ApiRequest, caller: Caller, { state }: Workspace): ServiceAccount {
  const name = requiredParam(request, 'name');
  const [, project, key = ''] = /^projects\/([^/]+)\/serviceAccounts\/([^/]+)$/.exec(name) ?? [];
  if (project !== '-') throw invalidArgument(`Invalid resource name: ${name}`);
  const account = findServiceAccount(state.cloud, decodeURIComponent(key))?.account;
  const chain = delegatesOf(request).map(
    (email) => findServiceAccount(state.cloud, email)?.account,
  );
  let holder: string = caller.principal.email;
  for (const next of [...chain, account]) {
    if (!next?.tokenCreators.includes(holder)) throw permissionDenied(request.methodId);
    holder = next.email;
  }
  if (account!.disabled)
    throw new GoogleError(
      400,
      'failedPrecondition',
      `Service account ${account!.email} was disabled.`,
      {
        status: 'FAILED_PRECONDITION',
      },
    );
  return account!;
}

/** Service accounts in between, each allowed to act for the next. */
function delegatesOf({ body }: ApiRequest): readonly string[] {
  const delegates = body?.['delegates'];
  return Array.isArray(delegates) ? delegates.map((name) => String(name).split('/').at(-1)!) : [];
}

function requireClaims(payload: string, now: number): void {
  let claims: unknown;
  try {
    claims = JSON.parse(payload);
  } catch {
    throw invalidArgument('Invalid JWT payload: not a JSON object.');
  }
  if (typeof claims !== 'object' || claims === null || Array.isArray(claims))
    throw invalidArgument('Invalid JWT payload: not a JSON object.');
  const { exp } = claims as { exp?: unknown };
  if (exp === undefined) return;
  if (!Number.isInteger(exp) || (exp as number) < now || (exp as number) > now + LONGEST_JWT_S)
    throw invalidArgument(
      'Invalid JWT payload: exp must be an integer that is not in the past and at most 12 hours ahead.',
    );
}

function lifetimeOf({ body }: ApiRequest): number {
  const given = body?.['lifetime'];
  if (given === undefined || given === null) return LONGEST_TOKEN_S;
  const seconds = /^(\d+)(\.\d+)?s$/.exec(String(given));
  const lifetime = Number(seconds?.[1]);
  if (!(lifetime > 0 && lifetime <= LONGEST_TOKEN_S))
    throw invalidArgument('The provided lifetime is not between 1 second and 3600 seconds.');
  return lifetime;
}

function requiredText({ body }: ApiRequest, name: string): string {
  const value = body?.[name];
  if (typeof value !== 'string' || value === '') throw invalidArgument(`${name} is required.`);
  return value;
}

const invalidArgument = (message: string): GoogleError =>
  new GoogleError(400, 'badRequest', message, { status: 'INVALID_ARGUMENT' });

const PERMISSIONS: Readonly<Record<string, string>> = {
  signJwt: 'iam.serviceAccounts.signJwt',
  signBlob: 'iam.serviceAccounts.signBlob',
  generateAccessToken: 'iam.serviceAccounts.getAccessToken',
  generateIdToken: 'iam.serviceAccounts.getOpenIdToken',
};

const permissionDenied = (methodId: string): GoogleError =>
  new GoogleError(
    403,
    'forbidden',
    `Permission '${PERMISSIONS[methodId.split('.').at(-1)!]}' denied on resource (or it may not exist).`,
    { status: 'PERMISSION_DENIED', errorInfoReason: 'IAM_PERMISSION_DENIED' },
  );
