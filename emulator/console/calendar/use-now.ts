import { useCallback, useEffect, useState } from 'preact/hooks';
import { CLOCK_MOVED } from '../shell/clock';
import type { CalendarClient } from './calendar-client';
import type { CalendarHome } from './calendar-home';
import { wallIn } from './wall-time';

/** What the clocks in the person's zone show, as far as the page knows: read again when the clock was moved. */
export function useNow(client: CalendarClient, { zone, readAt }: CalendarHome): string {
  const [at, setAt] = useState(readAt);
  const look = useCallback(() => void client.now().then(setAt, () => {}), [client]);
  useEffect(() => {
    addEventListener(CLOCK_MOVED, look);
    return () => removeEventListener(CLOCK_MOVED, look);
  }, [look]);
  return wallIn(at, zone);
}
