/** Journal entries about people's switches, and about rows that follow a renamed owner. */
import type { Connection, Readdressing } from '../calendar/ports';
import { instantAt, type Clock } from '../kit/clock';
import type { JournalEntry } from '../runs/ports';

export interface EntryParts {
  readonly clock: Clock;
  /** Id of the run. */
  readonly run: string;
}

const BLANK = { fields: [], before: null, after: null, conflict: null } as const;

/** Somebody's calendar sync was turned on or off: who, and nothing about what they sync. */
export function switchEntry(
  { userId, email, state, failure, consentedAt, connected }: Connection,
  { clock, run }: EntryParts,
): JournalEntry {
  const byTandem = 'Turned off by Tandem: the account is suspended, deleted or no longer active.';
  const off = failure === null ? 'Turned off.' : byTandem;
  const on = connected
    ? `Connected by ${connected.by}: work appointments go to Google Calendar.`
    : 'Turned on.';
  return {
    ...BLANK,
    key: `switch ${userId} ${state} ${consentedAt}`,
    at: instantAt(clock.now()),
    run,
    person: email,
    side: 'tandem',
    operation: 'update',
    id: userId,
    title: connected ? 'Connected person' : 'Own calendar sync',
    change: state === 'on' ? on : off,
  };
}

/** The activities of a renamed person were given their new address; null when there were none. */
export function readdressEntry(
  { ids, from, to }: Readdressing,
  { clock, run }: EntryParts,
): JournalEntry | null {
  if (ids.length === 0) return null;
  const rows = ids.length === 1 ? '1 row' : `up to ${ids.length} rows`;
  return {
    ...BLANK,
    key: `readdress ${run} ${to}`,
    at: instantAt(clock.now()),
    run,
    person: to,
    side: 'work',
    operation: 'update',
    id: to,
    title: 'Owner',
    fields: ['owner'],
    change: `Has a new address: ${from.join(', ')} → ${to}, in ${rows}.`,
  };
}
