import type { SignAtGoogle } from '../connection/ports';
import { fail, ok } from '../kit/result';
import { fetchMany } from './fetch';
import { googleJson } from './google-answer';
import { serviceName } from './error-table';
import { bearer } from './person-calls';
import type { About } from './refusal';

/** Not in the manifest that everybody is asked for: an organization with its own script adds it there. */
export const CLOUD_SCOPE = 'https://www.googleapis.com/auth/cloud-platform';

/** @see https://cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/signJwt */
export const signAtGoogle: SignAtGoogle = (serviceAccount, claims) => {
  const about: About = { api: 'iam', id: serviceAccount, scopes: [CLOUD_SCOPE] };
  const url = `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${encodeURIComponent(serviceAccount)}:signJwt`;
  const headers = bearer(ScriptApp.getOAuthToken());
  return fetchMany(
    claims.map((payload) => ({
      ...{ url, method: 'post', headers, contentType: 'application/json' },
      body: JSON.stringify({ payload }),
    })),
  ).map((answer) => {
    if (!answer.ok) return answer;
    const json = googleJson(answer.value, about);
    if (!json.ok) return json;
    const { signedJwt } = (json.value ?? {}) as { readonly signedJwt?: string };
    if (signedJwt) return ok(signedJwt);
    const [service, reason] = [serviceName('iam'), 'A response without a signature'];
    return fail({ kind: 'unreadable-answer', service, reason });
  });
};
