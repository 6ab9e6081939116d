import type { Workspace } from '../workspace';
import { conditionNotMet } from './refusals';
import { textOf } from './json-copy';
import type { UserRecord } from '../state/directory';

/**
 * Refuses to change a user for a while after its creation; how long is a setting.
 * @throws GoogleError 412 with Google's "User creation is not complete."
 */
export function requireCreationComplete(
  { clock, settings }: Workspace,
  { profile }: UserRecord,
): void {
  const created = Date.parse(textOf(profile.creationTime) ?? '');
  if (clock.now() - created < settings.userCreationMs) {
    throw conditionNotMet('User creation is not complete.');
  }
}
