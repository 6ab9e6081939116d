import { useMemo } from 'preact/hooks';
import { Icon } from '../shell/icon';
import { Problem } from '../shell/loading';
import { go } from '../shell/place';
import { EventCard } from './event-card';
import { Grid } from './grid';
import { draftBlock, gridEvents } from './grid-events';
import { QuickCreate } from './quick-create';
import type { CalendarModel } from './use-calendar';
import { useOpened } from './use-opened';
import { WaitingTriggers } from './waiting-triggers';

/** The grid with the windows beside its events. */
export function Board({
  calendar,
  floats,
}: {
  readonly calendar: CalendarModel;
  /** Whether the button for a new event floats above the grid. */
  readonly floats: boolean;
}) {
  const { home, events, hands, to, beginning, setBeginning, place } = calendar;
  const opened = useOpened(calendar.client, home, events.shown, place.open);
  const blocks = useMemo(() => {
    const all = gridEvents(events.shown, home);
    const draft = beginning?.draft;
    const color = home.calendars.find(({ id }) => id === draft?.calendarId)?.backgroundColor;
    return draft && color ? [...all, draftBlock(draft, color)] : all;
  }, [events.shown, home, beginning]);
  return (
    <>
      <div class="calendar-main">
        {events.error && <Problem error={events.error} retry={() => void events.reload()} />}
        <Grid
          view={calendar.view}
          date={calendar.date}
          now={calendar.now}
          weekStart={home.weekStart}
          hour24={home.hour24}
          defaultMinutes={home.defaultMinutes}
          events={blocks}
          showing={calendar.showDays}
          create={calendar.begin}
          open={({ event, entry }) =>
            go(to({ open: { calendarId: entry.id, eventId: event.id, editing: false } }))
          }
          openDay={(day) => go(to({ view: 'day', date: day }))}
          move={(shown, span, revert) => void hands.move(shown, span, revert)}
        />
        {floats && (
          <button
            type="button"
            class="button create floating"
            aria-label="Create"
            onClick={calendar.beginSoon}
          >
            <Icon name="add" />
          </button>
        )}
        <WaitingTriggers turn={calendar.writes} />
      </div>
      {beginning && (
        <QuickCreate
          draft={beginning.draft}
          change={(draft) => setBeginning({ draft, full: false })}
          types={home.calendars.some(
            ({ id, primary }) => id === beginning.draft.calendarId && primary,
          )}
          save={() => hands.create(beginning.draft)}
          more={() => setBeginning({ ...beginning, full: true })}
          close={() => setBeginning(null)}
        />
      )}
      {opened && place.open && (
        <EventCard
          shown={opened}
          home={home}
          client={calendar.client}
          hands={hands}
          editHref={to({ open: { ...place.open, editing: true } })}
          close={calendar.closeEvent}
        />
      )}
    </>
  );
}
