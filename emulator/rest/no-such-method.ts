import { apiOfPath } from './routes';
import type { Exchange } from './exchange';
import { ownError } from './error-response';
import { isGoogleHost } from './google-hosts';
import type { HttpResponse } from '../kit/http-message';

/** First path segments of Google APIs that are not emulated at all. */
const OTHER_APIS = [
  'gmail/v1',
  'people/v1',
  'v1/people',
  'v1/documents',
  'v1/presentations',
  'v1/groups',
  'groups/v1',
  'chat/v1',
  'tasks/v1',
  'admin/datatransfer',
  'apps/licensing',
  'calendar/v2',
  'drive/v2',
  'discovery/v1',
  '$discovery',
  'o/oauth2/v2/auth',
];

/**
 * The answer for an address that no emulated method has: 501 where Google may well have one, else Google's own 404
 * page.
 */
export function notFoundResponse({ httpMethod, host, path, apis }: Exchange): HttpResponse {
  const isOther = OTHER_APIS.some((prefix) => path.startsWith(prefix));
  const isOtherHost = isGoogleHost(host) && apis?.length === 0;
  if (isOther || isOtherHost || apiOfPath(path.replace(/^upload\//, '')))
    return ownError(
      501,
      'notEmulated',
      `${httpMethod} /${path} is not emulated by the local Workspace${isGoogleHost(host) ? ` (${host})` : ''}. What is: emulator/README.md`,
    );
  return {
    status: 404,
    headers: { 'content-type': 'text/html; charset=UTF-8' },
    body: `<!DOCTYPE html><html lang=en><title>Error 404 (Not Found)!!1</title><p><b>404.</b> The requested URL <code>/${escapeHtml(path)}</code> was not found on this server.</html>\n`,
  };
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
