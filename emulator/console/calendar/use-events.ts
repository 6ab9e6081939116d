import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CalendarClient } from './calendar-client';
import type { CalendarEntry, ShownEvent } from './event-resource';
import { addDays, instantOf } from './wall-time';

/** The days that are shown; the second is exclusive. */
export interface Days {
  readonly start: string;
  readonly end: string;
}

export interface Events {
  readonly shown: readonly ShownEvent[];
  /** False until they were first fetched. */
  readonly ready: boolean;
  readonly error: Error | undefined;
  readonly reload: () => Promise<void>;
  /** Shows a change before the server has it; returns a function that undoes that. */
  readonly pretend: (change: (shown: ShownEvent) => ShownEvent | null) => () => void;
}

/** The events of some calendars on some days. Old ones stay visible while newer ones are fetched. */
export function useEvents(
  client: CalendarClient,
  calendars: readonly CalendarEntry[],
  days: Days | null,
  zone: string,
): Events {
  const [state, setState] = useState<Pick<Events, 'shown' | 'error' | 'ready'>>({
    shown: [],
    error: undefined,
    ready: false,
  });
  const turn = useRef(0);
  const reload = useCallback(async () => {
    if (!days) return;
    const own = ++turn.current;
    const window = windowOf(days, zone);
    const lists = await Promise.allSettled(
      calendars.map(async (entry) =>
        (await client.events(entry.id, window)).map((event) => ({ event, entry })),
      ),
    );
    if (own !== turn.current) return;
    const failed = lists.find((list) => list.status === 'rejected');
    setState({
      shown: lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : [])),
      error: failed?.reason as Error | undefined,
      ready: true,
    });
  }, [client, calendars, days, zone]);
  useEffect(() => void reload(), [reload]);
  const pretend: Events['pretend'] = (change) => {
    const before = state.shown;
    setState((now) => ({ ...now, shown: now.shown.flatMap((one) => change(one) ?? []) }));
    return () => setState((now) => ({ ...now, shown: before }));
  };
  return { ...state, reload, pretend };
}

/** One more day on each side: all-day events are on the same day in every time zone. */
const windowOf = ({ start, end }: Days, zone: string) => ({
  timeMin: new Date(instantOf(`${addDays(start, -1)}T00:00:00`, zone)).toISOString(),
  timeMax: new Date(instantOf(`${addDays(end, 1)}T00:00:00`, zone)).toISOString(),
  timeZone: zone,
});
