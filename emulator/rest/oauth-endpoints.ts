import {
  answerRevokeRequest,
  answerTokenRequest,
  type TokenAnswer,
} from '../workspace/oauth/token-endpoint';
import { answerTokenInfo } from '../workspace/oauth/token-info';
import { googleKeySet } from '../workspace/oauth/id-token';
import { GoogleError } from '../workspace/google-error';
import { errorResponse } from './error-response';
import { FORM, type Exchange } from './exchange';
import { jsonResponse, mediaType, textOf, type HttpResponse } from '../kit/http-message';

type Form = Readonly<Record<string, string>>;
type Endpoint = (exchange: Exchange, form: Form) => TokenAnswer;

const token: Endpoint = ({ workspace }, form) => answerTokenRequest(workspace, form);
const revoke: Endpoint = ({ workspace }, form) => answerRevokeRequest(workspace, form);
const tokenInfo: Endpoint = ({ workspace, request }, form) => {
  const [, bearer] = /^Bearer\s+(\S+)/i.exec(request.headers['authorization'] ?? '') ?? [];
  return answerTokenInfo(workspace, { ...(bearer && { access_token: bearer }), ...form });
};

const certificates: Endpoint = () => ({ status: 200, body: googleKeySet() });

/** OAuth's addresses, over the years and over several hosts, by the name under which their calls are recorded. */
const ENDPOINTS: Readonly<Record<string, readonly [name: string, endpoint: Endpoint]>> = {
  token: ['token', token],
  'o/oauth2/token': ['token', token],
  'oauth2/v4/token': ['token', token],
  revoke: ['oauth2.revoke', revoke],
  'o/oauth2/revoke': ['oauth2.revoke', revoke],
  tokeninfo: ['oauth2.tokeninfo', tokenInfo],
  'oauth2/v3/certs': ['oauth2.certs', certificates],
  'oauth2/v3/tokeninfo': ['oauth2.tokeninfo', tokenInfo],
};

/** Whether an address is one of OAuth's, apart from its API. */
export const isOAuth = ({ path, apis }: Exchange): boolean =>
  Object.hasOwn(ENDPOINTS, path) && (apis === null || apis.includes('oauth2'));

/** Answers an OAuth endpoint: errors in its own form, `error` and `error_description`. */
export function answerOAuth(exchange: Exchange): HttpResponse {
  const { workspace, execution, path, query, ms } = exchange;
  const [name, endpoint] = ENDPOINTS[path]!;
  try {
    const { status, body } = workspace.traffic.call(
      name,
      execution,
      () => endpoint(exchange, formOf(exchange)),
      ms,
    );
    const response = jsonResponse(status, body);
    const headers = { ...response.headers, 'cache-control': 'no-cache, no-store' };
    return { ...response, headers };
  } catch (error) {
    if (!(error instanceof GoogleError)) return errorResponse(error, { api: undefined, query });
    const reason = error.code >= 500 ? 'internal_failure' : error.reason;
    return jsonResponse(error.code, { error: reason, error_description: error.message });
  }
}

/** The fields of the urlencoded (or JSON) body, the query, and an Authorization header with client id and secret. */
function formOf({ request, query }: Exchange): Form {
  const type = mediaType(request.headers['content-type']);
  const fields = Object.fromEntries(query);
  if (type === FORM || type === '')
    Object.assign(fields, Object.fromEntries(new URLSearchParams(textOf(request.body))));
  if (type === 'application/json') Object.assign(fields, jsonFields(textOf(request.body)));
  const [, basic] = /^Basic\s+(\S+)/i.exec(request.headers['authorization'] ?? '') ?? [];
  if (basic === undefined) return fields;
  const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString().split(':');
  const client = new URLSearchParams(`client_id=${id}&client_secret=${secret}`);
  return { ...Object.fromEntries(client), ...fields };
}

function jsonFields(text: string): Record<string, string> {
  try {
    const fields: unknown = JSON.parse(text);
    return typeof fields === 'object' && fields !== null ? (fields as Record<string, string>) : {};
  } catch {
    return {};
  }
}
