import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../shell/icon';
import { go } from '../shell/place';
import { toast } from '../shell/toast';
import { Board } from './board';
import { CalendarDialog } from './calendar-dialogs';
import { stepped } from './calendar-place';
import { CalendarsPane, type PaneAction } from './calendars-pane';
import { EditEvent } from './edit-event';
import { EventForm } from './event-form';
import type { CalendarEntry } from './event-resource';
import { MiniMonth } from './mini-month';
import { TopLine } from './top-line';
import { useCalendar, type CalendarModel, type CalendarProps } from './use-calendar';
import { useShortcuts } from './use-shortcuts';
import { dayOf } from './wall-time';

const ROOMY = '(min-width: 1000px)';

/** One person's calendar, or the form of an event in its place. The address says which view and event is open. */
export function CalendarPage(props: CalendarProps) {
  const calendar = useCalendar(props);
  const { place, beginning, questions } = calendar;
  const form = place.open?.editing ?? beginning?.full ?? false;
  return (
    <>
      {form ? <Form calendar={calendar} /> : <Calendar calendar={calendar} />}
      {questions.node}
    </>
  );
}

function Form({ calendar }: { readonly calendar: CalendarModel }) {
  const { client, home, place, hands, beginning, setBeginning, invited, forgetInvited } = calendar;
  if (place.open)
    return (
      <EditEvent
        client={client}
        home={home}
        open={place.open}
        invited={invited}
        hands={hands}
        close={() => {
          forgetInvited();
          calendar.closeEvent();
        }}
      />
    );
  return beginning ? (
    <EventForm
      draft={beginning.draft}
      change={(draft) => setBeginning({ draft, full: true })}
      home={home}
      isNew
      mayChange
      organizer
      save={() => hands.create(beginning.draft)}
      close={() => {
        forgetInvited();
        setBeginning(null);
      }}
    />
  ) : null;
}

function Calendar({ calendar }: { readonly calendar: CalendarModel }) {
  const { client, home, reloadHome, view, date, now } = calendar;
  const [pane, setPane] = useState(() => matchMedia(ROOMY).matches);
  const [action, setAction] = useState<PaneAction | null>(null);
  useKeys(calendar);
  // Where the list covers the grid, it closes once a day was chosen in it.
  useEffect(() => {
    if (!matchMedia(ROOMY).matches) setPane(false);
  }, [date]);
  const show = (entry: CalendarEntry, selected: boolean) => {
    void client
      .changeEntry(entry.id, { selected })
      .catch((error: Error) => toast(error.message))
      .then(reloadHome);
  };
  return (
    <div class="calendar">
      <TopLine
        account={client.account}
        view={view}
        date={date}
        now={now}
        weekStart={home.weekStart}
        zone={home.zone}
        paneOpen={pane}
        turnPane={() => setPane(!pane)}
      />
      <div class="calendar-board">
        {pane && (
          <div class="calendar-pane">
            <button type="button" class="button create" onClick={calendar.beginSoon}>
              <Icon name="add" /> Create
            </button>
            <MiniMonth
              account={client.account}
              view={view}
              date={date}
              now={now}
              weekStart={home.weekStart}
            />
            <CalendarsPane calendars={home.calendars} show={show} act={setAction} />
          </div>
        )}
        <Board calendar={calendar} floats={!pane} />
      </div>
      {action && (
        <CalendarDialog
          action={action}
          client={client}
          home={home}
          close={() => setAction(null)}
          onChanged={reloadHome}
        />
      )}
    </div>
  );
}

/** Calendar's keyboard shortcuts. */
function useKeys({ view, date, now, to, beginSoon }: CalendarModel): void {
  const next = () => go(to({ date: stepped(view, date, 1) }));
  const previous = () => go(to({ date: stepped(view, date, -1) }));
  useShortcuts({
    c: beginSoon,
    n: next,
    j: next,
    p: previous,
    k: previous,
    t: () => go(to({ date: dayOf(now) })),
    d: () => go(to({ view: 'day' })),
    w: () => go(to({ view: 'week' })),
    m: () => go(to({ view: 'month' })),
  });
}
