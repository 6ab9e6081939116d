import type { ApiName } from '../discovery/discovery';

/** Which of the emulated APIs a Google host answers. `www.googleapis.com` is the oldest and answers several. */
const HOSTS: Readonly<Record<string, readonly ApiName[]>> = {
  'www.googleapis.com': ['calendar', 'drive', 'oauth2', 'directory', 'reports'],
  'admin.googleapis.com': ['directory', 'reports'],
  'calendar-json.googleapis.com': ['calendar'],
  'content.googleapis.com': ['calendar', 'drive'],
  'drive.googleapis.com': ['drive'],
  'sheets.googleapis.com': ['sheets'],
  'script.googleapis.com': ['script'],
  'appsmarket.googleapis.com': ['appsmarket'],
  'iamcredentials.googleapis.com': ['iamcredentials'],
  'openidconnect.googleapis.com': ['oauth2'],
  'oauth2.googleapis.com': ['oauth2'],
  'accounts.google.com': ['oauth2'],
};

/** Whether a request to this host is answered here when it is made inside the Workspace. */
export const isGoogleHost = (host: string): boolean =>
  ['accounts.google.com', 'script.google.com', 'script.googleusercontent.com'].includes(host) ||
  host.endsWith('.googleapis.com');

/** The APIs of a host; null for the local origin, which answers all of them; empty for Google's other hosts. */
export const apisOfHost = (host: string): readonly ApiName[] | null =>
  isGoogleHost(host) ? (HOSTS[host] ?? []) : null;
