/** What a write changed, in words for the Journal. */
import { lastDate } from '../../kit/recurrence/dates';
import type { Repeats } from '../../kit/recurrence/repeats';
import { shortDay, shortMoment } from '../../kit/date-words';
import type { Entry, Field, Side, When } from '../entry/entry';
import { sameField } from '../entry/fields';
import { addDays } from '../entry/moments';
import { seriesStart } from '../entry/series-start';
import type { Conflict } from '../ports';

interface Changed {
  readonly side: Side;
  readonly before: Entry | null;
  readonly after: Entry | null;
  readonly fields: readonly Field[];
  readonly conflict: Conflict | null;
}

const WHERE: Readonly<Record<Side, string>> = {
  google: 'Google Calendar',
  work: 'the work system',
};
const WINNER: Readonly<Record<Side, string>> = {
  google: 'Google Calendar',
  work: 'The work system',
};

/** For example `Moved from Tue 3 Mar 2026 10:00 to 11:00. Notes changed.` Times are in the entry's own zone. */
export function changeWords({ side, before, after, fields, conflict }: Changed): string {
  if (after === null)
    return before === null
      ? `Deleted in ${WHERE[side]}.`
      : `Deleted in ${WHERE[side]}: ${spanOf(before.when)}.`;
  if (before === null) return `New in ${WHERE[side]}: ${spanOf(after.when)}.`;
  const changes = fields.map((field) => `${fieldWords(field, before, after)}.`);
  const decided = conflict
    ? [
        conflict.oneWay
          ? `Put back as ${lowerThe(WINNER[conflict.winner])} says it, because changes go the other way only.`
          : `Both sides had changed it, and ${lowerThe(WINNER[conflict.winner])} won.`,
      ]
    : [];
  return [...changes, ...decided].join(' ');
}

const lowerThe = (text: string): string => text.replace(/^The /, 'the ');

function fieldWords(field: Field, before: Entry, after: Entry): string {
  switch (field) {
    case 'title':
      return `Title changed, was “${before.title}”`;
    case 'when':
      return whenWords(before.when, after.when);
    case 'recurrence':
      return recurrenceWords(before, after);
    case 'private':
      return after.private ? 'Made private' : 'No longer private';
    case 'busy':
      return after.busy ? 'Now shown as busy' : 'Now shown as free';
    case 'location':
      return after.location === '' ? 'Location removed' : 'Location changed';
    case 'notes':
      return after.notes === '' ? 'Notes removed' : 'Notes changed';
    case 'participants':
      return 'Participants changed';
    case 'organizer':
      return 'Organizer changed';
    case 'answer':
      return 'Your answer changed';
    case 'added':
      return 'What Tandem adds to the text changed';
    case 'status':
      return after.status === 'tentative' ? 'Now tentative' : 'Now confirmed';
  }
}

function recurrenceWords(one: Entry, { recurrence: after, when }: Entry): string {
  const { recurrence: before } = one;
  if (after === null) return 'No longer repeats';
  if (before === null) return 'Repeats from now on';
  if (ruleOf(before) === ruleOf(after)) return 'Some of its dates changed';
  if (endless(before) !== endless(after) || !sameField('when', one, { ...one, when }))
    return 'Repeats differently';
  const last = lastDate(after, seriesStart(when));
  return last === null ? 'No longer ends' : `Ends on ${shortDay(last)}`;
}

const ruleOf = ({ rule, extra }: Repeats): string => JSON.stringify([rule, extra]);

const endless = ({ rule, ...dates }: Repeats): string =>
  ruleOf({ ...dates, rule: rule && { ...rule, end: null } });

function whenWords(before: When, after: When): string {
  if (before.kind === 'all-day' || after.kind === 'all-day' || lengthOf(before) !== lengthOf(after))
    return `Moved from ${spanOf(before)} to ${spanOf(after)}`;
  if (before.start.local === after.start.local)
    return `Time zone changed from ${before.start.zone} to ${after.start.zone}`;
  const from = shortMoment(before.start.local);
  return `Moved from ${from} to ${shortMoment(after.start.local, before.start.local)}`;
}

const lengthOf = (when: When): number =>
  when.kind === 'timed' ? Date.parse(when.end.instant) - Date.parse(when.start.instant) : 0;

/** `Tue 3 Mar 10:00–11:00`, and for whole days `Tue 3 Mar` or `Tue 3 Mar to Fri 6 Mar`. */
function spanOf(when: When): string {
  if (when.kind === 'timed') {
    const [start, end] = [when.start.local, when.end.local];
    const isSameDay = start.slice(0, 10) === end.slice(0, 10);
    return `${shortMoment(start)}${isSameDay ? '–' : ' to '}${shortMoment(end, start)}`;
  }
  const last = addDays(when.end, -1);
  return last <= when.start
    ? `${shortDay(when.start)}, all day`
    : `${shortDay(when.start)} to ${shortDay(last, when.start)}, all day`;
}
