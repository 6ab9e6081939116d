import type { HttpRequest, HttpResponse } from '../kit/http-message';

/** Google's APIs may be called from pages of any origin. */
export function withCors(request: HttpRequest, response: HttpResponse): HttpResponse {
  const origin = request.headers['origin'];
  if (origin === undefined) return response;
  return {
    ...response,
    headers: {
      ...response.headers,
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'date,etag,retry-after,content-encoding,server,vary',
    },
  };
}

/** The answer to a browser's preflight request. */
export const preflightResponse = ({ headers }: HttpRequest): HttpResponse => ({
  status: 200,
  headers: {
    'access-control-allow-origin': headers['origin'] ?? '*',
    'access-control-allow-methods': 'DELETE,GET,HEAD,PATCH,POST,PUT',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? 'authorization',
    'access-control-max-age': '3600',
    vary: 'origin,referer,x-origin',
  },
  body: '',
});
