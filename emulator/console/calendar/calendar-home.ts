import type { CalendarClient } from './calendar-client';
import type { CalendarEntry } from './event-resource';

/** What the page needs before it can show events. */
export interface CalendarHome {
  readonly zone: string;
  /** Sunday is 0. */
  readonly weekStart: number;
  readonly hour24: boolean;
  readonly defaultMinutes: number;
  readonly showsDeclined: boolean;
  /** The Workspace's time when this was read, in milliseconds. */
  readonly readAt: number;
  readonly calendars: readonly CalendarEntry[];
  readonly eventColors: Readonly<Record<string, string>>;
  readonly calendarColors: Readonly<Record<string, string>>;
}

export async function loadHome(client: CalendarClient): Promise<CalendarHome> {
  const [settings, calendars, colors, readAt] = await Promise.all([
    client.settings(),
    client.calendars(),
    client.colors(),
    client.now(),
  ]);
  const zone = settings['timezone'] ?? 'UTC';
  return {
    zone,
    weekStart: Number(settings['weekStart'] ?? 0),
    hour24: settings['format24HourTime'] === 'true',
    defaultMinutes: Number(settings['defaultEventLength'] ?? 60),
    showsDeclined: settings['showDeclinedEvents'] !== 'false',
    readAt,
    calendars: calendars.filter(({ hidden }) => !hidden),
    eventColors: backgrounds(colors.event),
    calendarColors: backgrounds(colors.calendar),
  };
}

const backgrounds = (
  palette: Readonly<Record<string, { readonly background: string }>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(palette).map(([id, { background }]) => [id, background]));

/** Calendars to which a person can add events, their own first. */
export const writableCalendars = ({ calendars }: CalendarHome): readonly CalendarEntry[] =>
  calendars
    .filter(({ accessRole }) =>
      ['owner', 'writer', 'writerWithoutPrivateAccess'].includes(accessRole),
    )
    .sort((a, b) => Number(b.primary ?? false) - Number(a.primary ?? false));
