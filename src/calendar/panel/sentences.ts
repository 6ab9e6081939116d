/** Sentences that several of the calendar's cards share. */
import type { Freshness } from '../../runs/freshness';
import type { Hold } from '../sync/brakes';
import type { Side } from '../entry/entry';
import type { CalendarSettings } from '../settings';

export const SIDE_NAME: Readonly<Record<Side, string>> = {
  google: 'Google Calendar',
  work: 'your work system',
};

/** What the organization's choice means for a person. */
export const PRIVACY_SENTENCE: Readonly<Record<CalendarSettings['privateEvents'], string>> = {
  full: 'Your private events are copied with their details: title, place, notes and participants.',
  busy: 'Only the time of your private events is copied: your work system shows “Busy”.',
  'leave-out': 'Your private events are not copied.',
};

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

export const entriesOf = (count: number): string => counted(count, 'entry', 'entries');

export const orNothing = (count: number): string => (count === 0 ? 'Nothing' : entriesOf(count));

/** A length of time as people say it, rounded down. */
function spoken(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 120) return counted(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? counted(hours, 'hour') : counted(Math.floor(hours / 24), 'day');
}

/** How long ago an instant was. */
export const ago = (ms: number): string => (ms < 60_000 ? 'a moment ago' : `${spoken(ms)} ago`);

const minutesOf = (minutes: number): string =>
  minutes === 1 ? 'a minute' : counted(minutes, 'minute');

/** When somebody can expect the next run. */
export const withinMinutes = (everyMinutes: number | null): string =>
  everyMinutes === null
    ? 'as soon as an administrator has started Tandem’s runs'
    : `within about ${minutesOf(everyMinutes)}`;

export function freshnessSentence(age: Freshness): string {
  switch (age.kind) {
    case 'never':
      return 'Unknown right now. The next run will show it.';
    case 'fresh':
      return `Up to date as of ${ago(age.ageMs)}.`;
    case 'behind':
      return `Behind: up to date as of ${ago(age.ageMs)}.`;
  }
}

export function holdSentence(hold: Hold): string {
  switch (hold.kind) {
    case 'too-many-deletions':
      return `${entriesOf(hold.deletions)} of ${hold.links} would be deleted at once.`;
    case 'too-many-changes':
      return (
        `Your work system would change ${hold.changes} of ${entriesOf(hold.links)} at once` +
        (hold.deletions > 0 ? `, and ${hold.deletions} would be deleted.` : '.')
      );
    case 'too-many-creations':
      return `${entriesOf(hold.creations)} would be created at once; more than ${hold.most} is unusual.`;
    case 'empty-listing':
      return `${capital(SIDE_NAME[hold.side])} appears to be empty, although ${entriesOf(hold.links)} were in step.`;
    case 'shrunken-listing':
      return `${hold.missing} of ${entriesOf(hold.links)} are missing from ${SIDE_NAME[hold.side]}.`;
  }
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
