import type { LocalWorkspace } from '../../../emulator/local-workspace';
import { allScopes } from '../../../emulator/rest/all-scopes';
import { answerRequest } from '../../../emulator/server/answer';
import { textOf, type HttpResponse } from '../../../emulator/kit/http-message';
import { tokenFor } from '../../../emulator/workspace/oauth/tokens';

/** A request as a client would send it, with a person's token for every scope unless `as` is null. */
export interface Ask {
  readonly as?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | string | Uint8Array;
}

/** Sends one request to a Workspace in this process. */
export function ask(
  workspace: LocalWorkspace,
  methodAndUrl: string,
  { as = null, headers = {}, body = '' }: Ask = {},
): HttpResponse {
  const [method = '', url = ''] = methodAndUrl.split(' ');
  const isJson = typeof body === 'object' && !(body instanceof Uint8Array);
  return answerRequest(workspace, {
    method,
    url,
    headers: {
      ...(as !== null && { authorization: bearer(workspace, as) }),
      ...(isJson && { 'content-type': 'application/json' }),
      ...headers,
    },
    body: isJson ? JSON.stringify(body) : (body as string | Uint8Array),
  });
}

export const bearer = (workspace: LocalWorkspace, email: string, scopes = allScopes()): string =>
  `Bearer ${tokenFor(workspace, email, scopes).token}`;

/** The JSON of an answer. */
export const json = ({ body }: HttpResponse) => JSON.parse(textOf(body)) as Record<string, unknown>;

/** The first entry of an error's list, or its message. */
export const errorOf = (response: HttpResponse) =>
  json(response)['error'] as {
    code: number;
    message: string;
    status?: string;
    errors?: { reason: string; message: string; location?: string; domain?: string }[];
    details?: { fieldViolations?: { field?: string; description: string }[] }[];
  };
