import type { Workspace } from '../workspace';
import { basicForm, isAllDay } from './event-time';
import { changesSince, coreOf, isCancelled } from './event-store';
import { occurrenceView, viewOf, type EventView } from './event-view';
import { isLeftOut } from './list-match';
import type { ListQuery } from './list-query';
import { hasException, plainOccurrences, type Row } from './list-rows';
import { occurrences, type Timing } from './series';
import type { SyncPoint } from './sync-token';
import type { CalendarRecord, EventCopy, EventCore, SharedFields } from '../state/calendar';

/** How far ahead increments mention a deleted series. @see https://github.com/googleapis/google-api-ruby-client/issues/860 */
const GONE_AHEAD_MS = 183 * 86_400_000;
const NO_WINDOW = { timeMin: null, timeMax: null };

/** A position within an increment. */
export interface ChangePlace {
  /** The revision at which it continues. */
  readonly revision: number;
  /** How many rows of that change were already listed. */
  readonly occurrence: number;
}

/** Changes from a position up to a revision, oldest first. Whatever changed again since comes in the next increment. */
export function* changedRows(
  workspace: Workspace,
  calendar: CalendarRecord,
  query: ListQuery,
  {
    at,
    upTo,
    since,
  }: { readonly at: ChangePlace; readonly upTo: number; readonly since: SyncPoint },
): Generator<Row> {
  for (const copy of changesSince(calendar, at.revision - 1)) {
    if (copy.revision > upTo) return;
    const skip = copy.revision === at.revision ? at.occurrence : 0;
    let occurrence = 0;
    for (const view of changedViews(workspace, calendar, query, copy, since)) {
      if (occurrence++ < skip) continue;
      yield { view: isLeftOut(view, query) ? null : view, order: copy.revision, occurrence };
    }
  }
}

function* changedViews(
  workspace: Workspace,
  calendar: CalendarRecord,
  query: ListQuery,
  copy: EventCopy,
  since: SyncPoint,
): Generator<EventView> {
  const core = coreOf(workspace, copy);
  const former = formerTiming(core, since);
  if (!query.singleEvents || (!core.shared.recurrence && !former) || core.exception) {
    if (copy.gone !== 'dropped' || core.exception) yield viewOf(workspace, calendar, copy);
    return;
  }
  if (!core.shared.recurrence) yield viewOf(workspace, calendar, copy);
  else if (former && !former.recurrence)
    yield singleBefore(viewOf(workspace, calendar, copy), former);
  const isGone = isCancelled(workspace, copy);
  const now = new Set<string>();
  if (!isGone && core.shared.recurrence) {
    for (const view of plainOccurrences(workspace, calendar, copy, NO_WINDOW)) {
      now.add(view.id);
      yield view;
    }
  }
  if (isGone || former)
    yield* goneOccurrences(workspace, calendar, copy, { timing: former ?? core.shared, now });
}

/** How a series recurred at the time of a token, if differently from now. */
const formerTiming = ({ former }: EventCore, { stamp }: SyncPoint): Timing | undefined =>
  former?.find(({ until }) => until > stamp)?.shared;

/** A client that expands series still holds the single event that became one, under the id that is now the series'. */
function singleBefore(view: EventView, { start, end }: Timing): EventView {
  const { recurrence: _, ...shared } = view.shared;
  return { ...view, shared: { ...shared, start, end, status: 'cancelled' } };
}

/** Occurrences that a client may still hold, as deleted ones. */
function* goneOccurrences(
  workspace: Workspace,
  calendar: CalendarRecord,
  copy: EventCopy,
  { timing, now }: { readonly timing: Timing; readonly now: ReadonlySet<string> },
): Generator<EventView> {
  if (!timing.recurrence) return;
  const core = coreOf(workspace, copy);
  const to = workspace.clock.now() + GONE_AHEAD_MS;
  for (const occurrence of occurrences(timing, isAllDay(timing.start) ? to + 86_400_000 : to)) {
    if (hasException(workspace, calendar, core.exceptions?.[basicForm(occurrence.start)])) continue;
    const view = occurrenceView(workspace, calendar, copy, occurrence);
    if (now.has(view.id)) continue;
    const shared: SharedFields = { ...view.shared, ...occurrence, status: 'cancelled' };
    yield { ...view, shared };
  }
}
