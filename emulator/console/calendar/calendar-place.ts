import { addressOf, type Place } from '../shell/place';
import { addDays, wallMs, wallOf, dayOf } from './wall-time';

export type View = 'day' | 'week' | 'month';
export const VIEWS: readonly { readonly value: View; readonly label: string }[] = [
  { value: 'day', label: 'Day' },
  { value: 'week', label: 'Week' },
  { value: 'month', label: 'Month' },
];

/** An open event, and whether its form is open. */
export interface OpenEvent {
  readonly calendarId: string;
  readonly eventId: string;
  readonly editing: boolean;
}

/** `…/calendar/<view>/<date>/event/<calendar>/<event>/edit`; each part may be missing from some point on. */
export interface CalendarPlace {
  readonly view: View | null;
  readonly date: string | null;
  readonly open: OpenEvent | null;
}

export function calendarPlace({ path }: Place): CalendarPlace {
  const [view, date = '', kind, calendarId, eventId, form] = path;
  return {
    view: VIEWS.find(({ value }) => value === view)?.value ?? null,
    date: /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(wallMs(date)) ? date : null,
    open:
      kind === 'event' && calendarId && eventId
        ? { calendarId, eventId, editing: form === 'edit' }
        : null,
  };
}

/** The address of a view, with an event open in it. */
export const calendarAddress = (
  account: string,
  { view, date, open }: { readonly view: View; readonly date: string; readonly open?: OpenEvent },
): string =>
  addressOf(
    account,
    'calendar',
    view,
    date,
    ...(open ? ['event', open.calendarId, open.eventId] : []),
    ...(open?.editing ? ['edit'] : []),
  );

/** The date for the next or previous period. */
export function stepped(view: View, date: string, by: 1 | -1): string {
  if (view !== 'month') return addDays(date, by * (view === 'day' ? 1 : 7));
  const first = new Date(wallMs(`${date.slice(0, 7)}-01`));
  first.setUTCMonth(first.getUTCMonth() + by);
  return dayOf(wallOf(first.getTime()));
}
