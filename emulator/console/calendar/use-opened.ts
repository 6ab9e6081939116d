import { useEffect, useState } from 'preact/hooks';
import type { CalendarClient } from './calendar-client';
import type { CalendarHome } from './calendar-home';
import type { OpenEvent } from './calendar-place';
import type { ShownEvent } from './event-resource';

/** The event that the address names: as it is shown, or fetched when it is elsewhere. */
export function useOpened(
  client: CalendarClient,
  { calendars, zone }: CalendarHome,
  shown: readonly ShownEvent[],
  open: OpenEvent | null,
): ShownEvent | null {
  const [fetched, setFetched] = useState<ShownEvent | null>(null);
  const isIt = ({ event, entry }: ShownEvent) =>
    entry.id === open?.calendarId && event.id === open.eventId;
  const here = shown.find(isIt);
  const entry = calendars.find(({ id }) => id === open?.calendarId);
  useEffect(() => {
    setFetched(null);
    if (!open || here || !entry) return;
    void client.event(open.calendarId, open.eventId, zone).then(
      (event) => event.status !== 'cancelled' && setFetched({ event, entry }),
      () => {},
    );
  }, [open?.calendarId, open?.eventId, here === undefined]);
  return here ?? (fetched && isIt(fetched) ? fetched : null);
}
