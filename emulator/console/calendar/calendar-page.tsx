import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { CLOCK_MOVED } from '../shell/clock';
import { Problem } from '../shell/loading';
import { go } from '../shell/place';
import { toast } from '../shell/toast';
import type { CalendarClient } from './calendar-client';
import { CalendarDialog } from './calendar-dialogs';
import { writableCalendars, type CalendarHome } from './calendar-home';
import { calendarAddress, stepped, type CalendarPlace, type View } from './calendar-place';
import { CalendarsPane, type PaneAction } from './calendars-pane';
import { EditEvent, withGuests } from './edit-event';
import { EventCard } from './event-card';
import { newDraft, type EventDraft } from './event-draft';
import { EventForm } from './event-form';
import type { CalendarEntry, ShownEvent } from './event-resource';
import type { Span } from './event-span';
import { Icon } from '../shell/icon';
import { Grid } from './grid';
import { draftBlock, gridEvents } from './grid-events';
import { handsOf } from './hands';
import { MiniMonth } from './mini-month';
import { useQuestions } from './questions';
import { QuickCreate } from './quick-create';
import { TopLine } from './top-line';
import { useEvents, type Days } from './use-events';
import { useShortcuts } from './use-shortcuts';
import { WaitingTriggers } from './waiting-triggers';
import { dayOf, laterBy, MINUTE_MS, wallIn } from './wall-time';

const NARROW = '(max-width: 720px)';
const ROOMY = '(min-width: 1000px)';

interface PageProps {
  readonly client: CalendarClient;
  readonly home: CalendarHome;
  readonly reloadHome: () => Promise<void>;
  readonly place: CalendarPlace;
  /** Addresses that an add-on wants in the open form. */
  readonly invited: readonly string[];
  readonly forgetInvited: () => void;
  /** Counts what an add-on changed. */
  readonly turn: number;
}

/** The calendar with everything around it. Where it is, and which event is open, is in the address. */
export function CalendarPage(props: PageProps) {
  const { client, home, reloadHome, place, turn } = props;
  const { account } = client;
  const now = useNow(client, home);
  const view: View = place.view ?? (matchMedia(NARROW).matches ? 'day' : 'week');
  const date = place.date ?? dayOf(now);
  const [days, setDays] = useState<Days | null>(null);
  const selected = useMemo(() => home.calendars.filter((entry) => entry.selected), [home]);
  const events = useEvents(client, selected, days, home.zone);
  const [writes, setWrites] = useState(0);
  const questions = useQuestions();
  const hands = handsOf({
    client,
    zone: home.zone,
    questions,
    events,
    written: async () => {
      setWrites((count) => count + 1);
      await events.reload();
    },
  });
  const [draft, setDraft] = useState<{ readonly value: EventDraft; readonly full: boolean } | null>(
    null,
  );
  const [pane, setPane] = useState(() => matchMedia(ROOMY).matches);
  const [action, setAction] = useState<PaneAction | null>(null);
  useEffect(() => void (turn > 0 && events.reload()), [turn]);
  useEffect(() => {
    const moved = () => void events.reload();
    addEventListener(CLOCK_MOVED, moved);
    return () => removeEventListener(CLOCK_MOVED, moved);
  }, [events.reload]);
  useEffect(() => {
    if (place.open) setDraft(null);
  }, [place.open?.eventId]);
  useEffect(() => {
    if (props.invited.length > 0 && !place.open)
      setDraft((known) => known && { ...known, value: withGuests(known.value, props.invited) });
  }, [props.invited]);

  const to = (next: Partial<{ view: View; date: string; open: CalendarPlace['open'] }>) => {
    const { open, ...rest } = { view, date, ...next };
    return calendarAddress(account, { ...rest, ...(open && { open }) });
  };
  const closeEvent = () => go(to({}));
  const begin = (span: Span, full = false) => {
    if (place.open || draft) {
      setDraft(null);
      if (place.open) closeEvent();
      return;
    }
    const calendar = writableCalendars(home)[0];
    if (calendar) setDraft({ value: newDraft(calendar.id, span, home.zone), full });
  };
  const beginSoon = () => begin(soon(date, now, home.defaultMinutes));
  const show = (entry: CalendarEntry, shown: boolean) => {
    void client.changeEntry(entry.id, { selected: shown }).then(reloadHome, (error: Error) => {
      toast(error.message);
      void reloadHome();
    });
  };
  useShortcuts({
    c: beginSoon,
    n: () => go(to({ date: stepped(view, date, 1) })),
    j: () => go(to({ date: stepped(view, date, 1) })),
    p: () => go(to({ date: stepped(view, date, -1) })),
    k: () => go(to({ date: stepped(view, date, -1) })),
    t: () => go(to({ date: dayOf(now) })),
    d: () => go(to({ view: 'day' })),
    w: () => go(to({ view: 'week' })),
    m: () => go(to({ view: 'month' })),
  });

  const opened = useOpened(client, home, events.shown, place);
  const blocks = useMemo(() => {
    const color = home.calendars.find(({ id }) => id === draft?.value.calendarId)?.backgroundColor;
    const all = gridEvents(events.shown, home);
    return draft && color ? [...all, draftBlock(draft.value, color)] : all;
  }, [events.shown, home, draft]);

  if (place.open?.editing)
    return (
      <>
        <EditEvent
          client={client}
          home={home}
          open={place.open}
          invited={props.invited}
          hands={hands}
          close={() => {
            props.forgetInvited();
            closeEvent();
          }}
        />
        {questions.node}
      </>
    );
  if (draft?.full)
    return (
      <>
        <EventForm
          draft={draft.value}
          change={(value) => setDraft({ value, full: true })}
          home={home}
          isNew
          mayChange
          organizer
          save={() => hands.create(draft.value)}
          close={() => {
            props.forgetInvited();
            setDraft(null);
          }}
        />
        {questions.node}
      </>
    );
  return (
    <div class="calendar">
      <TopLine
        account={account}
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
            <button type="button" class="button create" onClick={beginSoon}>
              <Icon name="add" /> Create
            </button>
            <MiniMonth
              account={account}
              view={view}
              date={date}
              now={now}
              weekStart={home.weekStart}
            />
            <CalendarsPane calendars={home.calendars} show={show} act={setAction} />
          </div>
        )}
        <div class="calendar-main">
          {events.error && <Problem error={events.error} retry={() => void events.reload()} />}
          <Grid
            view={view}
            date={date}
            now={now}
            weekStart={home.weekStart}
            hour24={home.hour24}
            defaultMinutes={home.defaultMinutes}
            events={blocks}
            showing={(start, end) =>
              setDays((known) =>
                known?.start === start && known.end === end ? known : { start, end },
              )
            }
            create={begin}
            open={({ event, entry }) =>
              go(to({ open: { calendarId: entry.id, eventId: event.id, editing: false } }))
            }
            openDay={(day) => go(to({ view: 'day', date: day }))}
            move={(shown, span, revert) => void hands.move(shown, span, revert)}
          />
          {!pane && (
            <button
              type="button"
              class="button create floating"
              aria-label="Create"
              onClick={beginSoon}
            >
              <Icon name="add" />
            </button>
          )}
          <WaitingTriggers turn={writes} />
        </div>
        {draft && (
          <QuickCreate
            draft={draft.value}
            change={(value) => setDraft({ value, full: false })}
            types={isPrimary(home, draft.value.calendarId)}
            save={() => hands.create(draft.value)}
            more={() => setDraft({ value: draft.value, full: true })}
            close={() => setDraft(null)}
          />
        )}
        {opened && place.open && (
          <EventCard
            shown={opened}
            home={home}
            client={client}
            hands={hands}
            editHref={to({ open: { ...place.open, editing: true } })}
            close={closeEvent}
          />
        )}
      </div>
      {action && (
        <CalendarDialog
          action={action}
          client={client}
          home={home}
          close={() => setAction(null)}
          changed={reloadHome}
        />
      )}
      {questions.node}
    </div>
  );
}

const isPrimary = ({ calendars }: CalendarHome, calendarId: string): boolean =>
  calendars.some(({ id, primary }) => id === calendarId && primary);

/** The next full hour of a day, or nine o'clock of one that is not today. */
function soon(date: string, now: string, minutes: number): Span {
  const hour = date === dayOf(now) ? Math.min(22, Number(now.slice(11, 13)) + 1) : 9;
  const start = `${date}T${String(hour).padStart(2, '0')}:00:00`;
  return { allDay: false, start, end: laterBy(start, minutes * MINUTE_MS) };
}

/** What the clocks of the person's zone show, as far as the page knows: read again when the clock was moved. */
function useNow(client: CalendarClient, { zone, now: first }: CalendarHome): string {
  const [now, setNow] = useState(first);
  const look = useCallback(
    () =>
      void client.now().then(
        (at) => setNow(wallIn(at, zone)),
        () => {},
      ),
    [client, zone],
  );
  useEffect(() => {
    addEventListener(CLOCK_MOVED, look);
    return () => removeEventListener(CLOCK_MOVED, look);
  }, [look]);
  return now;
}

/** The event that the address names: as it is shown, or fetched when it lies elsewhere. */
function useOpened(
  client: CalendarClient,
  home: CalendarHome,
  shown: readonly ShownEvent[],
  { open }: CalendarPlace,
): ShownEvent | null {
  const [fetched, setFetched] = useState<ShownEvent | null>(null);
  const isIt = ({ event, entry }: ShownEvent) =>
    entry.id === open?.calendarId && event.id === open.eventId;
  const here = shown.find(isIt);
  const entry = home.calendars.find(({ id }) => id === open?.calendarId);
  useEffect(() => {
    setFetched(null);
    if (!open || here || !entry) return;
    void client.event(open.calendarId, open.eventId, home.zone).then(
      (event) => event.status !== 'cancelled' && setFetched({ event, entry }),
      () => {},
    );
  }, [open?.calendarId, open?.eventId, here === undefined]);
  return here ?? (fetched && isIt(fetched) ? fetched : null);
}
