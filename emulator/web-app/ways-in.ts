import type { HttpRequest, HttpResponse } from '../kit/http-message';
import type { Deployment } from './deployment';
import { messagePage } from './message-page';
import { isGoogles, pathOf, redirectTo } from './request-address';

/** Redirects visitors who are not signed in to where they can sign in, and from there back. */
export function signIn(request: HttpRequest, fromScript: boolean): HttpResponse {
  return redirectTo(
    fromScript || isGoogles(request)
      ? `https://accounts.google.com/ServiceLogin?${new URLSearchParams({ continue: request.url })}`
      : signInPage(request),
  );
}

/** The console's page for choosing an account. */
export const signInPage = (request: HttpRequest): string =>
  `/sign-in?${new URLSearchParams({ continue: pathOf(request) })}`;

/** What comes before the consent screen, which is a page of the console and leads back here. */
export const consentPage = (
  request: HttpRequest,
  { script: { record } }: Deployment,
  email: string,
  scopes: readonly string[],
): HttpResponse =>
  messagePage(
    200,
    'Authorization needed',
    `${record.name} (${record.ownerEmail}) needs your permission to access your data on Google.`,
    {
      href: `/u/${encodeURIComponent(email)}/authorize?${new URLSearchParams({
        client: record.clientId,
        scope: scopes.join(' '),
        continue: pathOf(request),
      })}`,
      words: 'Review permissions',
    },
  );
