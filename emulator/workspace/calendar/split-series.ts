import type { JsonObject } from '../api-method';
import type { Caller } from '../caller';
import { GoogleError, invalid } from '../google-error';
import type { Workspace } from '../workspace';
import { openCalendarById, type OpenCalendar } from './access';
import { toEventResource, readEventFields } from './event-fields';
import { basicForm, dateMs, dateOf, DAY, isAllDay, sameTime, toEventDateTime } from './event-time';
import { isOrganizers, requireEvent, viewOf, type EventView } from './event-view';
import { EventWrite } from './event-write';
import { storeShared, updateAllCopies } from './exceptions';
import type { SendUpdates } from './guest-mail';
import { putEvent } from './insert-event';
import { mergePatch } from './json-merge';
import { countBefore } from './series';
import { newEventId } from './stamps';
import type { EventTime, SharedFields } from '../state/calendar';
import { tellOfChange } from './tell-change';

/** "This and following events", as people choose it in Calendar. */
export interface Split {
  readonly calendarId: string;
  /** The first occurrence of the later part, as an instance id. */
  readonly eventId: string;
  /** A patch of the later part; null deletes it. */
  readonly change: JsonObject | null;
  readonly sendUpdates: SendUpdates;
}

/**
 * Ends a series before one of its occurrences and starts another there, `<old id>_R<occurrence>`, as Calendar does: the
 * API has no method for it. Exceptions after the cut are lost. Whether Google writes the suffix in UTC, as here, is
 * unconfirmed.
 *
 * @returns the id of the later series, or null when it was deleted.
 * @throws GoogleError as a change to the series would.
 * @see https://developers.google.com/workspace/calendar/api/guides/recurringevents
 */
export function splitSeries(workspace: Workspace, caller: Caller, split: Split): string | null {
  const open = openCalendarById(split.calendarId, caller, workspace, 'writer');
  const view = requireEvent(workspace, open.calendar, split.eventId);
  if (!view.instance) throw invalid('Not an occurrence of a series.');
  const copy = open.calendar.events[view.instance.seriesId]!;
  const series = viewOf(workspace, open.calendar, copy);
  if (!isOrganizers(series)) throw notOrganizer();
  const { original } = view.instance;
  const write = new EventWrite(workspace, caller, split.sendUpdates);
  const next =
    split.change === null
      ? null
      : laterPart(workspace, open, series, { original, change: split.change });
  trim(write, series, original);
  const id = next && begin(write, open, series, { original, next });
  write.finish(open.calendar);
  return id;
}

const notOrganizer = (): GoogleError =>
  new GoogleError(
    403,
    'forbiddenForNonOrganizer',
    'Shared properties can only be changed by the organizer of the event.',
    { domain: 'calendar' },
  );

/** The earlier part keeps its exceptions; nothing is left of a series that is cut at its first occurrence. */
function trim(write: EventWrite, series: EventView, original: EventTime): void {
  const { shared, core, calendar, id } = series;
  const cutsAll = sameTime(shared.start, original);
  const trimmed: SharedFields = cutsAll
    ? { ...shared, status: 'cancelled' }
    : { ...shared, recurrence: endedBefore(shared.recurrence!, original) };
  storeShared(write, core, trimmed);
  core.sequence++;
  updateAllCopies(write, core);
  if (cutsAll) write.log('delete_event', { calendar, core, id, shared });
  else tellOfChange(write, series, core, trimmed);
}

function begin(
  write: EventWrite,
  { calendar }: OpenCalendar,
  series: EventView,
  { original, next }: { readonly original: EventTime; readonly next: ReturnType<typeof laterPart> },
): string {
  const wanted = `${series.id.replace(/_R\d{8}(T\d{6})?$/, '')}_R${basicForm(original).replace('Z', '')}`;
  const id = Object.hasOwn(calendar.events, wanted) ? newEventId(write.workspace) : wanted;
  const core = putEvent(write, calendar, { id, type: series.core.eventType, ...next });
  write.log('create_event', { calendar, core, id, shared: core.shared });
  write.mail(
    'update',
    core,
    core.shared,
    (core.shared.attendees ?? []).map(({ email }) => email),
  );
  return id;
}

function laterPart(
  workspace: Workspace,
  { calendar }: OpenCalendar,
  series: EventView,
  { original, change }: { readonly original: EventTime; readonly change: JsonObject },
) {
  const { shared, own } = series;
  const length = orderOf(shared.end) - orderOf(shared.start);
  const zones = { answer: calendar.timeZone, calendar: calendar.timeZone };
  const end: EventTime = isAllDay(original)
    ? { date: dateOf(dateMs(original.date) + length) }
    : { ...original, at: original.at + length };
  const whole: JsonObject = {
    ...toEventResource({ shared, own }, calendar),
    start: toEventDateTime(original, zones),
    end: toEventDateTime(end, zones),
    recurrence: beginningAt(shared.recurrence!, countBefore(shared, original)),
  };
  const body = mergePatch(whole, change);
  const fields = readEventFields(body, {
    workspace,
    calendar,
    conferenceDataVersion: 1,
    eventLabelVersion: own.eventLabelId === undefined ? 0 : 1,
    supportsAttachments: true,
    previous: null,
  });
  return { body: {}, fields };
}

const orderOf = (time: EventTime): number => (isAllDay(time) ? dateMs(time.date) : time.at);

const LAST = /;?(?:UNTIL|COUNT)=[^;]*/gi;

function endedBefore(lines: readonly string[], original: EventTime): string[] {
  const until = isAllDay(original)
    ? basicForm({ date: dateOf(dateMs(original.date) - DAY) })
    : basicForm({ at: original.at - 1000 });
  return lines.map((line) =>
    /^RRULE/i.test(line) ? `${line.replace(LAST, '')};UNTIL=${until}` : line,
  );
}

/** A rule with a COUNT continues counting. */
const beginningAt = (lines: readonly string[], before: number): string[] =>
  lines.map((line) =>
    line.replace(/COUNT=(\d+)/i, (_, count) => `COUNT=${Math.max(1, Number(count) - before)}`),
  );
