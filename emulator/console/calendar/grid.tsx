import './grid.css';
import type {
  Calendar,
  CalendarOptions,
  EventApi,
  EventInput,
  FormatterInput,
} from '@fullcalendar/core';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { View } from './calendar-place';
import { eventFace } from './event-face';
import type { ShownEvent } from './event-resource';
import type { Span } from './event-span';
import { addDays, dayOf, laterBy, MINUTE_MS, wallOf } from './wall-time';

const VIEW_NAMES: Readonly<Record<View, string>> = {
  day: 'timeGridDay',
  week: 'timeGridWeek',
  month: 'dayGridMonth',
};
const SLOT_MS = 30 * MINUTE_MS;

export interface GridProps {
  readonly view: View;
  readonly date: string;
  /** What the clocks in the person's zone show. The grid is rebuilt when it changes. */
  readonly now: string;
  readonly weekStart: number;
  readonly hour24: boolean;
  readonly defaultMinutes: number;
  readonly events: readonly EventInput[];
  /** The days that are shown; the second is exclusive. */
  readonly showing: (start: string, end: string) => void;
  readonly create: (span: Span) => void;
  readonly open: (shown: ShownEvent) => void;
  readonly openDay: (date: string) => void;
  readonly move: (shown: ShownEvent, span: Span, revert: () => void) => void;
}

/** FullCalendar as a component. It calculates in wall times of the person's zone, which it takes for UTC. */
export function Grid(props: GridProps) {
  const element = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const [calendar, setCalendar] = useState<Calendar>();
  const { view, date, events, now, weekStart, hour24 } = props;
  useEffect(() => {
    let made: Calendar | undefined;
    let gone = false;
    void import('./full-calendar').then(({ makeCalendar }) => {
      if (gone) return;
      made = makeCalendar(
        element.current!,
        optionsOf(() => latest.current),
      );
      made.render();
      setCalendar(made);
    });
    return () => {
      gone = true;
      made?.destroy();
      setCalendar(undefined);
    };
  }, [now, weekStart, hour24]);
  useEffect(() => {
    const observer = new ResizeObserver(() => calendar?.updateSize());
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, [calendar]);
  useEffect(() => calendar?.changeView(VIEW_NAMES[view], date), [calendar, view, date]);
  useEffect(() => calendar?.setOption('events', [...events]), [calendar, events]);
  return (
    <div class="grid" aria-busy={calendar === undefined}>
      <div
        ref={element}
        class="grid-body"
        onKeyDown={(event) => {
          const { key, target } = event;
          const day = target instanceof HTMLTableCellElement && target.dataset['date'];
          if (key !== 'Enter' || !day) return;
          // The form that opens takes the focus: this same key must not submit it.
          event.preventDefault();
          props.create(spanAt(new Date(`${day}T09:00:00Z`), false, props));
        }}
      />
    </div>
  );
}

function optionsOf(latest: () => GridProps): CalendarOptions {
  const { view, date, weekStart, hour24, now } = latest();
  const time: FormatterInput = hour24
    ? { hour: '2-digit', minute: '2-digit', hour12: false }
    : { hour: 'numeric', minute: '2-digit', omitZeroMinute: true, meridiem: 'short' };
  return {
    timeZone: 'UTC',
    initialView: VIEW_NAMES[view],
    initialDate: date,
    firstDay: weekStart,
    now: () => latest().now,
    nowIndicator: true,
    headerToolbar: false,
    height: '100%',
    expandRows: true,
    allDayText: '',
    dayMaxEvents: true,
    slotEventOverlap: false,
    scrollTime: scrollTo(now),
    slotLabelFormat: time,
    eventTimeFormat: time,
    eventInteractive: true,
    selectable: true,
    selectMirror: true,
    editable: true,
    eventResizableFromStart: true,
    longPressDelay: 400,
    forceEventDuration: true,
    defaultTimedEventDuration: { minutes: latest().defaultMinutes },
    ...eventFace,
    moreLinkClick: ({ date: day }) => latest().openDay(dayOf(wallOf(day.getTime()))),
    ...gesturesOf(latest),
  };
}

/** A few hours before now, so that the working day is in view. */
const scrollTo = (now: string): string =>
  `${String(Math.min(13, Math.max(6, Number(now.slice(11, 13)) - 3))).padStart(2, '0')}:00:00`;

function gesturesOf(latest: () => GridProps): CalendarOptions {
  const move = (event: EventApi, revert: () => void) =>
    latest().move(event.extendedProps['shown'] as ShownEvent, spanOfBlock(event), revert);
  return {
    datesSet: ({ start, end }) =>
      latest().showing(dayOf(wallOf(start.getTime())), dayOf(wallOf(end.getTime()))),
    dateClick: ({ date, allDay }) => latest().create(spanAt(date, allDay, latest())),
    select: ({ start, end, allDay, view }) => {
      view.calendar.unselect();
      const lasts = end.getTime() - start.getTime();
      const isClick = lasts <= (allDay ? 2 * 24 * 60 * MINUTE_MS - 1 : SLOT_MS);
      if (!isClick) latest().create(toSpan(start, end, allDay));
    },
    eventClick: ({ event, jsEvent }) => {
      jsEvent.preventDefault();
      const shown = event.extendedProps['shown'] as ShownEvent | undefined;
      if (shown) latest().open(shown);
    },
    eventDrop: ({ event, revert }) => move(event, revert),
    eventResize: ({ event, revert }) => move(event, revert),
  };
}

const toSpan = (start: Date, end: Date, allDay: boolean): Span => {
  const [from, to] = [wallOf(start.getTime()), wallOf(end.getTime())];
  return allDay ? { allDay, start: dayOf(from), end: dayOf(to) } : { allDay, start: from, end: to };
};

const spanAt = (at: Date, allDay: boolean, { defaultMinutes }: GridProps): Span => {
  const start = wallOf(at.getTime());
  return allDay
    ? { allDay, start: dayOf(start), end: addDays(dayOf(start), 1) }
    : { allDay, start, end: laterBy(start, defaultMinutes * MINUTE_MS) };
};

const spanOfBlock = ({ start, end, allDay }: EventApi): Span => toSpan(start!, end!, allDay);
