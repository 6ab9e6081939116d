import type { Caller } from '../caller';
import type { Workspace } from '../workspace';
import { domainOf } from './addresses';
import { conditionNotMet, rateTooHigh } from './refusals';
import { textOf } from './json-copy';
import type { DirectoryState, UserRecord } from './state';

/** "Up to 10 user creations per second per domain". @see https://developers.google.com/workspace/admin/directory/v1/limits */
const CREATIONS_PER_SECOND = 10;

/** Instants of the latest creations by domain: too short-lived to be part of the state. */
const creations = new WeakMap<DirectoryState, Map<string, number[]>>();

/**
 * Counts a creation. The limit is the API's: a person in the Admin console does not meet it.
 * @throws GoogleError 403 for the eleventh within a second.
 */
export function requireCreationPace(
  { state, clock }: Workspace,
  { cause }: Caller,
  { primaryEmail }: UserRecord,
): void {
  if (cause === 'person') return;
  const byDomain = creations.get(state.directory) ?? new Map<string, number[]>();
  creations.set(state.directory, byDomain);
  const domain = domainOf(primaryEmail);
  const now = clock.now();
  const recent = (byDomain.get(domain) ?? []).filter((at) => now - at < 1000);
  if (recent.length >= CREATIONS_PER_SECOND) throw rateTooHigh();
  byDomain.set(domain, [...recent, now]);
}

/**
 * For a while after its creation a user cannot be changed; how long is a setting.
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
