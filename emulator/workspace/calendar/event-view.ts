import { GoogleError, notFound } from '../google-error';
import type { Workspace } from '../workspace';
import { basicForm } from './event-time';
import { coreOf, effective, occurrenceFields, seriesOf } from './event-store';
import { occurrenceAt, type Occurrence } from './series';
import type {
  CalendarRecord,
  EventCopy,
  EventCore,
  EventTime,
  PrivateFields,
  SharedFields,
} from '../state/calendar';

/** One event as it appears on one calendar: a single event, a series, an exception, or a plain occurrence of a series. */
export interface EventView {
  readonly calendar: CalendarRecord;
  readonly id: string;
  /** For a plain occurrence, the series' copy and core. */
  readonly copy: EventCopy;
  readonly core: EventCore;
  readonly shared: SharedFields;
  readonly own: PrivateFields;
  /** Set for exceptions and occurrences. */
  readonly instance?: { readonly original: EventTime; readonly seriesId: string };
  /** Whether it is an occurrence without an exception of its own. */
  readonly isPlain: boolean;
}

const INSTANCE_ID = /^(.+)_(\d{8}|\d{8}T\d{6}Z)$/;

/** The id of an occurrence. */
export const instanceId = (seriesId: string, original: EventTime): string =>
  `${seriesId}_${basicForm(original)}`;

/** The event with this id on a calendar. @throws GoogleError 404 */
export function requireEvent(
  workspace: Workspace,
  calendar: CalendarRecord,
  id: string,
): EventView {
  const view = findEvent(workspace, calendar, id);
  if (!view) throw notFound();
  return view;
}

/** The event with this id on a calendar, even a deleted one; an occurrence also by its instance id. */
export function findEvent(
  workspace: Workspace,
  calendar: CalendarRecord,
  id: string,
): EventView | undefined {
  const copy = Object.hasOwn(calendar.events, id) ? calendar.events[id] : undefined;
  if (copy && copy.gone !== 'dropped') return viewOf(workspace, calendar, copy);
  return findOccurrence(workspace, calendar, id) ?? (copy && viewOf(workspace, calendar, copy));
}

function findOccurrence(
  workspace: Workspace,
  calendar: CalendarRecord,
  id: string,
): EventView | undefined {
  const [, seriesId, basic] = INSTANCE_ID.exec(id) ?? [];
  const series =
    seriesId !== undefined && Object.hasOwn(calendar.events, seriesId)
      ? calendar.events[seriesId]
      : undefined;
  if (!series || basic === undefined) return undefined;
  const { shared } = coreOf(workspace, series);
  const occurrence = shared.recurrence && occurrenceAt(shared, basic);
  return occurrence && occurrenceView(workspace, calendar, series, occurrence);
}

/** A stored copy as a view. */
export function viewOf(workspace: Workspace, calendar: CalendarRecord, copy: EventCopy): EventView {
  const core = coreOf(workspace, copy);
  const series = seriesOf(workspace, core);
  const view = {
    calendar,
    id: copy.id,
    copy,
    core,
    shared: effective(workspace, core),
    own: copy.own,
    isPlain: false,
  };
  if (!series) return view;
  const seriesId = series.copies[calendar.key] ?? copy.id.slice(0, copy.id.lastIndexOf('_'));
  return {
    ...view,
    own: { ...calendar.events[seriesId]?.own, ...copy.own },
    instance: { original: core.exception!.original, seriesId },
  };
}

/** One occurrence of a series on a calendar as a view. */
export function occurrenceView(
  workspace: Workspace,
  calendar: CalendarRecord,
  series: EventCopy,
  { start }: Pick<Occurrence, 'start'>,
): EventView {
  const core = coreOf(workspace, series);
  return {
    calendar,
    id: instanceId(series.id, start),
    copy: series,
    core,
    shared: occurrenceFields(core.shared, start),
    own: series.own,
    instance: { original: start, seriesId: series.id },
    isPlain: true,
  };
}

/** Whether the event appears as deleted on this calendar. */
export const isDeleted = ({ copy, shared }: EventView): boolean =>
  copy.gone !== undefined || shared.status === 'cancelled';

/** Whether this calendar may write what all copies share. */
export const isOrganizers = ({ core, calendar }: EventView): boolean =>
  core.organizerKey === calendar.key || core.privateCopy === true;

/** @throws GoogleError 412 when the caller holds another version. */
export function requireUnchanged(etag: string, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch === '*' || ifMatch === etag) return;
  throw new GoogleError(412, 'conditionNotMet', 'Precondition Failed', {
    locationType: 'header',
    location: 'If-Match',
  });
}
