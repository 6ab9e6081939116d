import type { Person } from '../../kit/person';
import { NO_CHOICES } from '../entry/own-choices';
import type { Connection } from '../ports';

/** Somebody who has never turned their sync on. */
export const stranger = (
  { userId, email }: Person,
  addresses: readonly string[] = [email],
): Connection => ({
  userId,
  email,
  addresses,
  state: 'off',
  consentedAt: '',
  consentVersion: 0,
  zone: null,
  workState: null,
  lastRunAt: null,
  freshAt: null,
  failure: null,
  progress: null,
  conflicts: [],
  choices: NO_CHOICES,
});
