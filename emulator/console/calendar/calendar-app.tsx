import './calendar.css';
import './event-form.css';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { go, type Place } from '../shell/place';
import { Loaded, useLoaded } from '../shell/loading';
import { WithSidePanel } from '../side-panel/with-side-panel';
import { CalendarClient } from './calendar-client';
import { loadHome } from './calendar-home';
import { CalendarPage } from './calendar-page';
import { calendarAddress, calendarPlace } from './calendar-place';

/** One person's Google Calendar. */
export function CalendarApp({
  account,
  place,
}: {
  readonly account: string;
  readonly place: Place;
}) {
  const client = useMemo(() => new CalendarClient(account), [account]);
  const home = useLoaded(() => loadHome(client), [client]);
  const [turn, setTurn] = useState(0);
  const [invited, setInvited] = useState<readonly string[]>([]);
  const { view, date, open } = calendarPlace(place);
  const lookAgain = useCallback(() => setTurn((now) => now + 1), []);
  /** Guests that an add-on adds stay in the form: nothing is stored before the person saves. */
  const addGuests = (emails: readonly string[]) => {
    setInvited(emails);
    if (open && view && date)
      go(calendarAddress(account, { view, date, open: { ...open, editing: true } }));
  };
  return (
    <WithSidePanel
      account={account}
      host="CALENDAR"
      open={open ? { calendar: { calendarId: open.calendarId, eventId: open.eventId } } : {}}
      addGuests={addGuests}
      onHostChanged={lookAgain}
    >
      <Loaded of={home}>
        {(value) => (
          <CalendarPage
            client={client}
            home={value}
            reloadHome={home.reload}
            place={calendarPlace(place)}
            invited={invited}
            forgetInvited={() => setInvited([])}
            turn={turn}
          />
        )}
      </Loaded>
    </WithSidePanel>
  );
}
