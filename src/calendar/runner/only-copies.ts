/**
 * The calendar of somebody whom an administrator connected (D24). Of everything that is not Tandem's, Google sends no more than an id;
 * what Tandem made is then read by itself.
 */
import { ok, type Result } from '../../kit/result';
import type { Failure } from '../../kit/failure';
import { originOfEvent } from '../entry/origin-mark';
import { NO_FILTER } from '../entry/own-filter';
import type { OwnChoices } from '../entry/own-choices';
import type { Connection, GoogleCalendar, GoogleEvent, Link } from '../ports';
import type { RunnerPorts } from './ports';

type CalendarsPorts = Pick<RunnerPorts, 'google' | 'records'>;

/** A person's calendar, as far as Tandem may read it. */
export function calendarOf({ google, records }: CalendarsPorts, person: Connection) {
  const calendar = google.of(person);
  return person.connected ? onlyCopies(calendar, records.linksOf(person.userId).load) : calendar;
}

/** What the person chose. Whoever was connected by an administrator gives nothing to the work system, whatever they chose before. */
export const choicesOf = ({ choices, connected }: Connection): OwnChoices =>
  connected
    ? {
        at: `connected ${choices.at}`,
        leftOut: choices.leftOut,
        rules: { way: 'to-google', filter: NO_FILTER },
      }
    : choices;

function onlyCopies(
  calendar: GoogleCalendar,
  load: () => Result<readonly Link[], Failure>,
): GoogleCalendar {
  return {
    ...calendar,
    changes(cursor, from) {
      const listing = calendar.changes(cursor, from, 'marks');
      if (!listing.ok || listing.value.items.length === 0) return listing;
      const { items } = listing.value;
      const links = load();
      if (!links.ok) return links;
      const ours = new Set(links.value.map(({ google }) => google.id));
      for (const event of items) if (originOfEvent(event)) ours.add(event.id);
      const isOurs = ({ id, recurringEventId = '' }: GoogleEvent): boolean =>
        ours.has(id) || ours.has(recurringEventId);
      const made = items.filter(isOurs);
      const ids = [...new Set(made.map(({ id }) => id))];
      const read = ids.length === 0 ? ok([]) : calendar.get(ids);
      if (!read.ok) return read;
      const events = ids.map((id, at) => read.value[at] ?? { id, status: 'cancelled' as const });
      return ok({ ...listing.value, items: events, hasOthers: made.length < items.length });
    },
  };
}
