import type { ApiMethodDescription } from '../discovery/discovery';
import { MediaAnswer, type ApiAnswer } from '../workspace/api-method';
import type { Exchange } from './exchange';
import { FRONT_ENDS } from './front-end';
import type { HttpResponse } from '../kit/http-message';

/** A method's answer as HTTP: JSON with its etag as a header, bytes, or 204 without a body. */
export function apiResponse(
  { workspace, query }: Pick<Exchange, 'workspace' | 'query'>,
  method: ApiMethodDescription,
  answer: ApiAnswer,
): HttpResponse {
  const date = new Date(workspace.clock.now()).toUTCString();
  if (answer === undefined) return { status: 204, headers: { date }, body: '' };
  if (answer instanceof MediaAnswer)
    return {
      status: 200,
      headers: { date, 'content-type': answer.contentType },
      body: answer.bytes,
    };
  const { etag } = answer as { readonly etag?: unknown };
  return {
    status: 200,
    headers: {
      date,
      'content-type': 'application/json; charset=UTF-8',
      'cache-control': 'no-cache, no-store, max-age=0, must-revalidate',
      vary: 'Origin, X-Origin, Referer',
      ...(typeof etag === 'string' && { etag }),
    },
    body: render(method, answer, query.get('prettyPrint') !== 'false'),
  };
}

/** Older front ends indent by one space, newer ones by two and end with a newline. */
function render({ api }: ApiMethodDescription, answer: object, pretty: boolean): string {
  if (!pretty) return JSON.stringify(answer);
  const indent = FRONT_ENDS[api].reads === 'classic' ? 1 : 2;
  return `${JSON.stringify(answer, null, indent)}\n`;
}
