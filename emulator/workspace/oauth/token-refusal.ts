/** A refusal of the token endpoint: in its own form, not that of the APIs. @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
export class TokenRefusal extends Error {
  override readonly name = 'TokenRefusal';

  constructor(
    readonly status: number,
    readonly error: string,
    readonly description: string,
  ) {
    super(`${error}: ${description}`);
  }

  toBody(): { error: string; error_description: string } {
    return { error: this.error, error_description: this.description };
  }
}

const refusal = (status: number, error: string, description: string) => (): TokenRefusal =>
  new TokenRefusal(status, error, description);

/** 400 `invalid_grant`: the most common one. */
export const invalidGrant = (description: string): TokenRefusal =>
  new TokenRefusal(400, 'invalid_grant', description);

/**
 * The refusals with a fixed form. Texts are Google's; some statuses are recalled, not documented.
 *
 * @see https://developers.google.com/identity/protocols/oauth2/service-account#error-codes
 */
export const REFUSALS = {
  /** Nothing is delegated to the client in the subject's domain. */
  clientNotDelegated: refusal(
    401,
    'unauthorized_client',
    'Unauthorized client or scope in request.',
  ),
  /** None of the requested scopes is delegated, or the delegation names the address, not the client id. */
  noScopeDelegated: refusal(
    401,
    'unauthorized_client',
    'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.',
  ),
  /** Some scopes are delegated, not all: a token is all or nothing. */
  someScopesNotDelegated: refusal(403, 'access_denied', 'Requested client not authorized.'),
  adminPolicy: refusal(
    400,
    'admin_policy_enforced',
    "The administrator's policy does not let this account authorize one or more of the scopes requested.",
  ),
  unknownSubject: () => invalidGrant('Invalid email or User ID'),
  subjectNotAnEmail: () => invalidGrant('Not a valid email.'),
  deletedSubject: () => invalidGrant('The account has been deleted'),
  timeframe: () =>
    invalidGrant(
      "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your 'iat' and 'exp' values and use a clock with skew to account for clock differences between systems.",
    ),
  signature: () => invalidGrant('Invalid JWT Signature.'),
  audience: () => invalidGrant('Invalid JWT: Failed audience check.'),
  unknownIssuer: () => invalidGrant('Invalid JWT: No valid verifier found for issuer'),
  invalidScope: refusal(400, 'invalid_scope', 'Invalid OAuth scope or ID token audience provided.'),
  disabledClient: refusal(401, 'disabled_client', 'The OAuth client was disabled.'),
  deletedClient: refusal(401, 'deleted_client', 'The OAuth client was deleted.'),
  unknownClient: refusal(401, 'invalid_client', 'The OAuth client was not found.'),
  wrongSecret: refusal(401, 'invalid_client', 'The provided client secret is invalid.'),
  orgInternal: refusal(
    403,
    'org_internal',
    'This client is restricted to users within its organization.',
  ),
  revoked: () => invalidGrant('Token has been expired or revoked.'),
  malformedCode: () => invalidGrant('Malformed auth code.'),
  badRequest: () => invalidGrant('Bad Request'),
  redirectMismatch: refusal(400, 'redirect_uri_mismatch', 'Bad Request'),
} as const;

export const missingParameter = (name: string): TokenRefusal =>
  new TokenRefusal(400, 'invalid_request', `Missing required parameter: ${name}`);
