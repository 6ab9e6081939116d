import { Calendar, type CalendarOptions } from '@fullcalendar/core';
import dayGridPlugin from '@fullcalendar/daygrid';
import interactionPlugin from '@fullcalendar/interaction';
import timeGridPlugin from '@fullcalendar/timegrid';

/** The kept component, loaded by this page alone. */
export const makeCalendar = (element: HTMLElement, options: CalendarOptions): Calendar =>
  new Calendar(element, {
    plugins: [dayGridPlugin, timeGridPlugin, interactionPlugin],
    ...options,
  });
