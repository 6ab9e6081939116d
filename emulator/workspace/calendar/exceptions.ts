import { entryOf, guestsBeyond } from './attendees';
import { basicForm, isAllDay } from './event-time';
import { addCopy, addCore, occurrenceFields } from './event-store';
import { instanceId, type EventView } from './event-view';
import type { EventWrite } from './event-write';
import { updateCopies } from './guest-copies';
import { occurrenceAt } from './series';
import { differences } from './shared-changes';
import type { Attendee, EventCopy, EventCore, EventTime, SharedFields } from '../state/calendar';

/** How many earlier forms of a series are kept, because increments may still have to mention them. */
const FORMER_KEPT = 20;

/** The core that a write to this view changes: a plain occurrence becomes an exception of its series. */
export const coreToWrite = (write: EventWrite, view: EventView): EventCore =>
  view.isPlain ? exceptionAt(write, view.core, view.instance!.original) : view.core;

function exceptionAt(
  { workspace, now, stamp }: EventWrite,
  series: EventCore,
  original: EventTime,
): EventCore {
  const { calendar } = workspace.state;
  const known = calendar.cores[series.exceptions?.[basicForm(original)] ?? ''];
  if (known) return revive(known, calendar.calendars, stamp);
  const { organizerKey, organizer, creator, created, sequence, iCalUID, eventType, privateCopy } =
    series;
  const core = addCore(workspace, {
    organizerKey,
    organizer,
    creator,
    created,
    sequence,
    iCalUID,
    eventType,
    ...(privateCopy && { privateCopy }),
    updated: now,
    shared: { status: 'confirmed', start: original, end: original, plain: {} },
    exception: { series: series.key, original },
    differs: {},
  });
  (series.exceptions ??= {})[basicForm(original)] = core.key;
  return core;
}

/** An exception whose occurrence left the series and returned starts afresh. */
function revive(
  core: EventCore,
  calendars: EventWrite['workspace']['state']['calendar']['calendars'],
  stamp: number,
): EventCore {
  for (const [key, id] of Object.entries(core.copies)) {
    const copy = calendars[key]?.events[id];
    if (copy?.gone !== 'dropped') continue;
    delete copy.gone;
    copy.own = {};
    copy.stamp = stamp;
    core.differs = {};
  }
  return core;
}

/** The copy of an exception on the view's own calendar, created when there is none yet. */
export function copyHere(write: EventWrite, view: EventView, core: EventCore): EventCopy {
  const { calendar } = view;
  const known = calendar.events[core.copies[calendar.key] ?? ''];
  if (known) return known;
  const id = instanceId(view.instance!.seriesId, view.instance!.original);
  write.change(calendar);
  return addCopy(calendar, core, { id, stamp: write.stamp, own: {} });
}

/** Stores an event's new fields: all of them for a single event or series, the differences for an exception. */
export function storeShared(write: EventWrite, core: EventCore, next: SharedFields): void {
  core.updated = write.now;
  if (core.exception) {
    const series = write.workspace.state.calendar.cores[core.exception.series]!;
    core.differs = differences(occurrenceFields(series.shared, core.exception.original), next);
    return;
  }
  const before = core.shared;
  core.shared = next;
  if (before.recurrence || next.recurrence) rememberFormer(core, before, write.stamp);
  if (!before.recurrence) return;
  refitExceptions(write, core);
  carryGuests(write, core, before.attendees);
}

function rememberFormer(core: EventCore, before: SharedFields, until: number): void {
  const { start, end, recurrence } = before;
  if (
    JSON.stringify([start, end, recurrence]) ===
    JSON.stringify([core.shared.start, core.shared.end, core.shared.recurrence])
  )
    return;
  const former = [
    ...(core.former ?? []),
    { until, shared: { start, end, ...(recurrence && { recurrence }) } },
  ];
  core.former = former.slice(-FORMER_KEPT);
}

/** Exceptions of a series, except dropped ones. */
export function exceptionsOf(
  { workspace }: Pick<EventWrite, 'workspace'>,
  series: EventCore,
): EventCore[] {
  const { cores, calendars } = workspace.state.calendar;
  return Object.values(series.exceptions ?? {})
    .map((key) => cores[key]!)
    .filter((core) =>
      Object.entries(core.copies).some(([key, id]) => {
        const copy = calendars[key]?.events[id];
        return copy !== undefined && copy.gone !== 'dropped';
      }),
    );
}

/** Drops exceptions whose occurrence the series no longer has. */
function refitExceptions(write: EventWrite, series: EventCore): void {
  const { calendars } = write.workspace.state.calendar;
  for (const core of exceptionsOf(write, series)) {
    const { original } = core.exception!;
    const sameKind = isAllDay(original) === isAllDay(series.shared.start);
    if (sameKind && series.shared.recurrence && occurrenceAt(series.shared, basicForm(original)))
      continue;
    for (const [key, id] of Object.entries(core.copies)) {
      const copy = calendars[key]?.events[id];
      if (!copy) continue;
      copy.gone = 'dropped';
      write.touch(calendars[key]!, copy);
    }
  }
}

/** Guests added to or removed from the series are added to or removed from exceptions with their own guest list. */
function carryGuests(
  write: EventWrite,
  series: EventCore,
  before: readonly Attendee[] | undefined,
): void {
  const { attendees } = series.shared;
  const gone = guestsBeyond(before, attendees);
  const come = guestsBeyond(attendees, before);
  for (const { differs } of exceptionsOf(write, series)) {
    if (!differs?.attendees) continue;
    const staying = differs.attendees.filter(({ email }) => !entryOf(gone, email));
    differs.attendees = [...staying, ...guestsBeyond(come, staying).map((guest) => ({ ...guest }))];
  }
}

/** Updates copies and etags of an event and, for a series, of its exceptions, which show its fields. */
export function updateAllCopies(write: EventWrite, core: EventCore): void {
  updateCopies(write, core);
  for (const exception of exceptionsOf(write, core)) updateCopies(write, exception);
}
