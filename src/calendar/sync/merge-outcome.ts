/** What a merge wants written, and what it decided against one side. */
import type { Entry, Side } from '../entry/entry';
import type { Conflict } from '../ports';
import type { NextLink, Write } from './operations';

export const writeOf = (before: Entry, after: Entry, fields: Write['fields']): Write | null =>
  fields.length === 0 ? null : { before, after, fields };

export const conflictOf = (
  { google, work }: NextLink,
  entries: Readonly<Record<Side, Entry>>,
  fields: Conflict['fields'],
  winner: Side,
): Conflict | null =>
  fields.length === 0
    ? null
    : {
        google: google.id,
        work: work.id,
        winner,
        fields,
        lost: entries[winner === 'google' ? 'work' : 'google'],
      };
