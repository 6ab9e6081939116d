import { Calendar, type CalendarOptions } from '@fullcalendar/core';
import dayGridPlugin from '@fullcalendar/daygrid';
import interactionPlugin from '@fullcalendar/interaction';
import timeGridPlugin from '@fullcalendar/timegrid';

/** The third-party component, loaded only by this page. */
export const makeCalendar = (element: HTMLElement, options: CalendarOptions): Calendar =>
  new Calendar(element, {
    plugins: [dayGridPlugin, timeGridPlugin, interactionPlugin],
    ...options,
  });
