import type { AuditEvent } from '../audit-log';

/**
 * Admin events that Google is renaming. Old and new names are written side by side for half a year, then only
 * the new ones. Parameters are copied unchanged: Google's page does not say how they differ.
 *
 * @see https://knowledge.workspace.google.com/admin/reports/admin-log-event-changes
 */
const NEW_NAMES: Readonly<Record<string, string>> = {
  ADD_TO_TRUSTED_OAUTH2_APPS: 'CHANGE_APP_ACCESS',
  ADD_TO_BLOCKED_OAUTH2_APPS: 'CHANGE_APP_ACCESS',
  ADD_TO_LIMITED_OAUTH2_APPS: 'CHANGE_APP_ACCESS',
  ALLOW_SERVICE_FOR_OAUTH2_ACCESS: 'CHANGE_API_ACCESS',
  DISALLOW_SERVICE_FOR_OAUTH2_ACCESS: 'CHANGE_API_ACCESS',
};

export const NEW_NAMES_FROM = Date.UTC(2026, 1, 17);
/** Google says "August 2026"; here the whole month still has both. */
export const OLD_NAMES_UNTIL = Date.UTC(2026, 8, 1);

/** The names under which the admin log writes an event that happens at `at`: one or two. */
export function namesAt({ name }: AuditEvent, at: number): readonly string[] {
  const newName = NEW_NAMES[name];
  if (newName === undefined || at < NEW_NAMES_FROM) return [name];
  return at < OLD_NAMES_UNTIL ? [name, newName] : [newName];
}
