/** Words for what can go wrong with one record or one listing. Most of it goes away by itself. */
import { named, quoted, said, type WordsTable } from './words-table';

/** One record, in the middle of a sentence and at its beginning. */
const idNamed = (id: string): string => named(id, 'such record');
const IdNamed = (id: string): string => named(id, 'The record');

const ALONE = 'Nothing needs to be done: the next run checks again.';

const moreDates = (more: number): string =>
  more === 0
    ? ''
    : more === 1
      ? ', as does another of its dates'
      : `, as do ${more} more of its dates`;

export const RECORD_WORDS = {
  'not-found': ({ id }) =>
    said({
      heading: 'It was not found',
      meaning: `There is no ${idNamed(id)}, or this account may not see it.`,
      cure: ALONE,
    }),
  gone: ({ id }) =>
    said({
      heading: 'It was deleted in the meantime',
      meaning: `${IdNamed(id)} is gone.`,
      cure: ALONE,
    }),
  'already-exists': ({ id }) =>
    said({
      heading: 'It already exists',
      meaning: `${IdNamed(id)} was there before.`,
      cure: ALONE,
    }),
  'stale-etag': ({ id }) =>
    said({
      heading: 'It was changed in the meantime',
      meaning: `Somebody changed ${named(id, 'it')} between reading and writing. Nothing was overwritten.`,
      cure: ALONE,
    }),
  'not-organizer': ({ id }) =>
    said({
      heading: 'Somebody else organizes this event',
      meaning: `Tandem changes only events that the person organizes${named(id, '') && `: not ${id}`}.`,
      cure: 'Ask the organizer to change it.',
    }),
  forbidden: ({ id }) =>
    said({
      heading: 'Google does not allow it',
      meaning: `This account may not read or change ${named(id, 'it')}.`,
      cure: 'Ask whoever owns it to share it with this account.',
    }),
  rejected: ({ id, reason }) =>
    said({
      heading: 'The other side rejected the entry',
      meaning: `${IdNamed(id)}: ${quoted(reason)}.`,
      cure: 'Change the entry; it is tried again when it has changed.',
    }),
  'double-booked': ({ booking, person, when, by, isRefused, dates = 1 }) =>
    said({
      heading: 'Double booking',
      meaning: `${named(booking, 'A booking')} of ${named(person, 'one person')} on ${named(when, 'one day')} overlaps something else in their calendar (${named(by, 'busy')})${moreDates(dates - 1)}${isRefused ? ', so it was not put there' : ''}.`,
      cure: isRefused
        ? 'Change its time in the work system; then it is tried again.'
        : 'Move one of the two, in the work system or in the calendar.',
    }),
  'sync-token-expired': () =>
    said({
      heading: 'Google wants everything to be listed again',
      meaning: 'The marker from which changes are read is no longer valid.',
      cure: 'Nothing needs to be done: the next run lists everything and deletes nothing without proof.',
    }),
  'listing-refused': ({ listing, reason }) =>
    said({
      heading: 'Google did not list everything',
      meaning: `Tandem asked for ${named(listing, 'a list')}, and Google refused: ${quoted(reason)}. Nothing was changed because of it.`,
      cure: 'Tandem tries again every hour. If this goes on for a day, tell whoever publishes Tandem what Google said.',
    }),
} satisfies Partial<WordsTable>;
