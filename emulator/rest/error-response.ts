import type { ApiName } from '../discovery/discovery';
import { NotEmulated } from '../kit/not-emulated';
import { ExecutionKilled } from '../runtime/script-exception';
import { GoogleError } from '../workspace/google-error';
import { FRONT_ENDS } from './front-end';
import { jsonResponse, type HttpResponse } from '../kit/http-message';

/** Which API refused, and the query of the request (`$.xgafv` chooses the form of errors). */
export interface Asked {
  readonly api: ApiName | undefined;
  readonly query: URLSearchParams;
}

/**
 * Whatever was thrown, as an answer: Google's refusals in the form of the API that refused, 501 for what is not
 * emulated, 500 for a bug of ours. The end of an execution is not an answer and is thrown on.
 */
export function errorResponse(error: unknown, asked: Asked): HttpResponse {
  if (error instanceof ExecutionKilled) throw error;
  if (error instanceof GoogleError) return googleErrorResponse(error, asked);
  if (error instanceof NotEmulated) return ownError(501, 'notEmulated', error.message);
  const { message, stack } = error as Error;
  return ownError(500, 'emulatorFault', `A bug in the local Workspace itself: ${message}`, stack);
}

/** An error of the local Workspace, not of Google; its domain says so. */
export const ownError = (
  code: number,
  reason: string,
  message: string,
  stack?: string,
): HttpResponse =>
  jsonResponse(code, {
    error: {
      code,
      message,
      errors: [{ message, domain: 'local-workspace', reason }],
      ...(stack !== undefined && { stack: stack.split('\n').slice(1, 8) }),
    },
  });

function googleErrorResponse(error: GoogleError, { api, query }: Asked): HttpResponse {
  if (error.code === 304) return { status: 304, headers: {}, body: '' };
  const { retryAfterSeconds } = error.detail;
  const { status, headers, body } = jsonResponse(error.code, bodyOf(error, api, query));
  return {
    status,
    headers: {
      ...headers,
      ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
      ...(status === 401 && { 'www-authenticate': challenge(error) }),
    },
    body,
  };
}

function bodyOf(error: GoogleError, api: ApiName | undefined, query: URLSearchParams): object {
  const body = worded(error, api).toBody();
  if (!api || FRONT_ENDS[api].errorsList === 'always') return body;
  const { code, message, errors, status = statusOf(error.code), details } = body.error;
  return {
    error: {
      code,
      message,
      ...(query.get('$.xgafv') === '1' && { errors }),
      status,
      ...(details !== undefined && { details }),
    },
  };
}

/** The sentence that newer front ends put around the older ones' "Invalid Credentials". */
const BAD_TOKEN =
  'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';

function worded(error: GoogleError, api: ApiName | undefined): GoogleError {
  if (error.code !== 401 || error.message !== 'Invalid Credentials') return error;
  if (!api || FRONT_ENDS[api].reads === 'classic') return error;
  return new GoogleError(401, error.reason, BAD_TOKEN, {
    ...error.detail,
    innerMessage: error.message,
    status: 'UNAUTHENTICATED',
  });
}

const challenge = ({ reason }: GoogleError): string =>
  `Bearer realm="https://accounts.google.com/"${reason === 'required' ? '' : ', error="invalid_token"'}`;

/** The canonical name of an HTTP status. @see https://cloud.google.com/apis/design/errors#handling_errors */
const STATUSES: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ALREADY_EXISTS',
  412: 'FAILED_PRECONDITION',
  429: 'RESOURCE_EXHAUSTED',
  501: 'UNIMPLEMENTED',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
};

const statusOf = (code: number): string => STATUSES[code] ?? 'INTERNAL';
