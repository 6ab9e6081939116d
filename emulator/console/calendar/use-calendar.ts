import { useEffect, useMemo, useState } from 'preact/hooks';
import { CLOCK_MOVED } from '../shell/clock';
import { go } from '../shell/place';
import type { CalendarClient } from './calendar-client';
import { writableCalendars, type CalendarHome } from './calendar-home';
import { calendarAddress, type CalendarPlace, type OpenEvent, type View } from './calendar-place';
import { withGuests } from './edit-event';
import { newDraft, type EventDraft } from './event-draft';
import type { Span } from './event-span';
import { Hands } from './hands';
import { useQuestions } from './questions';
import { useEvents, type Days } from './use-events';
import { useNow } from './use-now';
import { dayOf, laterBy, MINUTE_MS } from './wall-time';

const NARROW = '(max-width: 720px)';

/** The props of one person's calendar page. */
export interface CalendarProps {
  readonly client: CalendarClient;
  readonly home: CalendarHome;
  readonly reloadHome: () => Promise<void>;
  readonly place: CalendarPlace;
  /** Addresses that an add-on adds to the open form. */
  readonly invited: readonly string[];
  readonly forgetInvited: () => void;
  /** Counts an add-on's changes. */
  readonly turn: number;
}

/** A new event in its small form or the whole one. */
export interface Beginning {
  readonly draft: EventDraft;
  readonly full: boolean;
}

/** The state that the parts of the page share. */
export type CalendarModel = ReturnType<typeof useCalendar>;

export function useCalendar(props: CalendarProps) {
  const { client, home, place, invited } = props;
  const now = useNow(client, home);
  const view: View = place.view ?? (matchMedia(NARROW).matches ? 'day' : 'week');
  const date = place.date ?? dayOf(now);
  const [days, setDays] = useState<Days | null>(null);
  const selected = useMemo(() => home.calendars.filter((entry) => entry.selected), [home]);
  const events = useEvents(client, selected, days, home.zone);
  const [writes, setWrites] = useState(0);
  const onWritten = async () => {
    setWrites((count) => count + 1);
    await events.reload();
  };
  const questions = useQuestions();
  const hands = new Hands({ client, zone: home.zone, questions, events, onWritten });
  useLookingAgain(events.reload, props.turn);

  const to = (next: Partial<{ view: View; date: string; open: OpenEvent }>) =>
    calendarAddress(client.account, { view, date, ...next });
  const showDays = (start: string, end: string) =>
    setDays((known) => (known?.start === start && known.end === end ? known : { start, end }));
  return {
    ...props,
    now,
    view,
    date,
    events,
    writes,
    questions,
    hands,
    to,
    showDays,
    closeEvent: () => go(to({})),
    ...useBeginning(home, place.open, { invited, now, date, close: () => go(to({})) }),
  };
}

/** Fetches again after an add-on's change and when the clock was moved. */
function useLookingAgain(reload: () => Promise<void>, turn: number): void {
  useEffect(() => void (turn > 0 && reload()), [turn]);
  useEffect(() => {
    const moved = () => void reload();
    addEventListener(CLOCK_MOVED, moved);
    return () => removeEventListener(CLOCK_MOVED, moved);
  }, [reload]);
}

/** A new event, while there is one. Opening an event discards it; a click beside either only closes it. */
function useBeginning(
  home: CalendarHome,
  open: OpenEvent | null,
  {
    invited,
    now,
    date,
    close,
  }: {
    readonly invited: readonly string[];
    readonly now: string;
    readonly date: string;
    readonly close: () => void;
  },
) {
  const [beginning, setBeginning] = useState<Beginning | null>(null);
  useEffect(() => {
    if (open) setBeginning(null);
  }, [open?.eventId]);
  useEffect(() => {
    if (invited.length > 0 && !open)
      setBeginning((known) => known && { ...known, draft: withGuests(known.draft, invited) });
  }, [invited]);
  const begin = (span: Span) => {
    setBeginning(null);
    if (open) return close();
    const calendar = writableCalendars(home)[0];
    if (calendar && !beginning)
      setBeginning({ draft: newDraft(calendar.id, span, home.zone), full: false });
  };
  const beginSoon = () => begin(soon(date, now, home.defaultMinutes));
  return { beginning, setBeginning, begin, beginSoon };
}

/** The next full hour today, or nine o'clock on another day. */
function soon(date: string, now: string, minutes: number): Span {
  const hour = date === dayOf(now) ? Math.min(22, Number(now.slice(11, 13)) + 1) : 9;
  const start = `${date}T${String(hour).padStart(2, '0')}:00:00`;
  return { allDay: false, start, end: laterBy(start, minutes * MINUTE_MS) };
}
