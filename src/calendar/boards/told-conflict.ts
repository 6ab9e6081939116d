/** Conflicts as a person's card shows them, until the person dismisses them. */
import { array, boolean, literal, object, optional, picklist, string } from 'valibot';
import { timeWords } from '../../kit/date-words';
import { decoderOf } from '../../kit/decoder';
import { shortened } from '../../kit/text';
import type { Entry, Field } from '../entry/entry';
import { FIELDS } from '../entry/fields';
import { BUSY_TITLE } from '../entry/google-change';
import { addDays } from '../entry/moments';
import type { Conflict, ToldConflict } from '../journal-port';

export type { ToldConflict } from '../journal-port';

export const toldConflictsForm = array(
  object({
    key: string(),
    at: string(),
    google: string(),
    title: string(),
    winner: picklist(['google', 'work']),
    fields: array(picklist(FIELDS as Field[])),
    lost: string(),
    isPrivate: boolean(),
    oneWay: optional(literal(true)),
  }),
);

/** Null for anything that is not a list of conflicts. */
export const conflictsOf = decoderOf<readonly ToldConflict[]>(toldConflictsForm);

/** How many fit into a row of the workbook; the journal has all of them. */
export const MOST_CONFLICTS = 100;
const TITLE_CHARACTERS = 60;
const LOST_CHARACTERS = 160;

/** The newest first. */
export const withNew = (
  before: readonly ToldConflict[],
  found: readonly Conflict[],
  at: string,
): readonly ToldConflict[] =>
  found.length === 0
    ? before
    : [...found.map((conflict, index) => toldConflict(conflict, { at, index })), ...before].slice(
        0,
        MOST_CONFLICTS,
      );

const toldConflict = (
  { google, winner, fields, lost, oneWay }: Conflict,
  { at, index }: { readonly at: string; readonly index: number },
): ToldConflict => ({
  key: `${Date.parse(at).toString(36)}.${index}`,
  at,
  google,
  title: shortened(lost.title, TITLE_CHARACTERS),
  winner,
  fields,
  lost: shortened(fields.map((field) => lostWords(field, lost)).join('; '), LOST_CHARACTERS),
  isPrivate: lost.private,
  ...(oneWay && { oneWay }),
});

/** The conflicts without the values of events whose details have been hidden since. */
export const withoutDetails = (
  conflicts: readonly ToldConflict[],
  isHidden: (conflict: ToldConflict) => boolean,
): readonly ToldConflict[] =>
  conflicts.some((one) => isHidden(one) && one.lost !== '')
    ? conflicts.map((one) => (isHidden(one) ? { ...one, title: BUSY_TITLE, lost: '' } : one))
    : conflicts;

/** What a person has dismissed: conflicts with these keys, and all up to an instant. */
export interface Dismissed {
  readonly keys: readonly string[];
  /** Null when only the keys count. */
  readonly until: string | null;
}

export const withoutDismissed = (
  conflicts: readonly ToldConflict[],
  { keys, until }: Dismissed,
): readonly ToldConflict[] =>
  conflicts.filter(({ key, at }) => !keys.includes(key) && (until === null || at > until));

export const FIELD_NAME: Readonly<Record<Field, string>> = {
  title: 'title',
  when: 'time',
  recurrence: 'repetition',
  private: 'privacy',
  busy: 'busy or free',
  location: 'place',
  notes: 'notes',
  participants: 'participants',
  status: 'tentative or confirmed',
  organizer: 'organizer',
  answer: 'answer',
  added: 'added text',
};

function lostWords(field: Field, entry: Entry): string {
  switch (field) {
    case 'title':
      return `“${entry.title || '(no title)'}”`;
    case 'when':
      return whenWords(entry);
    case 'recurrence':
      return entry.recurrence ? 'repeating' : 'not repeating';
    case 'private':
      return entry.private ? 'private' : 'not private';
    case 'busy':
      return entry.busy ? 'busy' : 'free';
    case 'location':
      return entry.location === '' ? 'no place' : `at “${shortened(entry.location, 60)}”`;
    case 'notes':
      return entry.notes === '' ? 'no notes' : `notes “${shortened(entry.notes, 80)}”`;
    case 'participants':
      return entry.participants.length === 0
        ? 'no participants'
        : `with ${entry.participants.map(({ email }) => email).join(', ')}`;
    case 'status':
      return entry.status;
    case 'organizer':
      return entry.organizer;
    case 'answer':
      return entry.answer ?? 'no answer';
    case 'added':
      return 'added text';
  }
}

function whenWords({ when }: Entry): string {
  if (when.kind === 'timed') {
    const [start, end] = [when.start.local, when.end.local];
    const isSameDay = start.slice(0, 10) === end.slice(0, 10);
    return `${timeWords(start)}–${isSameDay ? end.slice(11, 16) : timeWords(end, start)}`;
  }
  const last = addDays(when.end, -1);
  return last <= when.start
    ? `${timeWords(when.start)}, all day`
    : `${timeWords(when.start, last)}–${timeWords(last)}, all day`;
}
