import { sameRepeats } from '../../kit/recurrence/dates';
import { sameAdded } from './added-text';
import type { Entry, Field, Moment, Participant, When } from './entry';
import { seriesStart } from './series-start';
import { isSameText } from './text';

/** In the order in which conflicts and previews name them. */
export const FIELDS: readonly Field[] = [
  'title',
  'when',
  'recurrence',
  'private',
  'busy',
  'location',
  'notes',
  'participants',
  'status',
  'organizer',
  'answer',
  'added',
];

/**
 * Whether a field is the same in both. Start and end are one field, so that a merge never mixes them. The times of a single
 * entry are compared as instants, because a work system may have no time zones; a series depends on its zone.
 */
export function sameField(field: Field, one: Entry, other: Entry): boolean {
  switch (field) {
    case 'when':
      return sameWhen(one.when, other.when, one.recurrence !== null || other.recurrence !== null);
    case 'recurrence':
      return sameRecurrence(one, other);
    case 'participants':
      return sameAddresses(one.participants, other.participants);
    case 'added':
      return sameAdded(one.added, other.added);
    case 'title':
    case 'location':
    case 'notes':
      return isSameText(one[field], other[field], field);
    default:
      return one[field] === other[field];
  }
}

export const sameEntry = (one: Entry, other: Entry, fields: readonly Field[] = FIELDS): boolean =>
  one === other || fields.every((field) => sameField(field, one, other));

function sameWhen(one: When, other: When, inZone: boolean): boolean {
  if (one.kind === 'timed')
    return (
      other.kind === 'timed' &&
      sameMoment(one.start, other.start, inZone) &&
      sameMoment(one.end, other.end, inZone)
    );
  return other.kind === 'all-day' && one.start === other.start && one.end === other.end;
}

const sameMoment = (one: Moment, other: Moment, inZone: boolean): boolean =>
  one.instant === other.instant && (!inZone || one.zone === other.zone);

/** Compares who takes part, not their responses, which each side keeps for itself. */
const sameAddresses = (one: readonly Participant[], other: readonly Participant[]): boolean =>
  one.length === other.length && one.every(({ email }, index) => email === other[index]!.email);

function sameRecurrence(one: Entry, other: Entry): boolean {
  const [repeats, others] = [one.recurrence, other.recurrence];
  if (repeats === null || others === null) return repeats === others;
  return sameRepeats(repeats, seriesStart(one.when), others, seriesStart(other.when));
}
