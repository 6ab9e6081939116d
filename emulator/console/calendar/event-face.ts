import type {
  CalendarOptions,
  DayCellMountArg,
  DayHeaderContentArg,
  EventApi,
  EventContentArg,
} from '@fullcalendar/core';
import { dayOf } from './wall-time';

const element = (tag: string, className: string, text: string): HTMLElement => {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
};

/**
 * The text of a block: title first, then when and where; in months a line with a dot. The visible text is part of the
 * accessible name, followed by the full time for people who do not see the grid.
 */
function blockContent({ event, timeText, view, borderColor }: EventContentArg) {
  const title = element('span', 'block-title fc-event-title', event.title);
  title.append(element('span', 'visually-hidden', ` ${event.extendedProps['label'] as string}`));
  const time = element(
    'span',
    'block-time',
    isWithinADay(event) || view.type !== 'dayGridMonth' ? timeText : '',
  );
  time.ariaHidden = 'true';
  if (view.type === 'dayGridMonth' && isWithinADay(event)) {
    const dot = element('span', 'fc-daygrid-event-dot', '');
    dot.style.borderColor = borderColor;
    return { domNodes: [dot, time, title] };
  }
  const place = element('span', 'block-place', event.allDay ? '' : placeOf(event));
  place.ariaHidden = 'true';
  const block = element('div', 'block', '');
  block.append(title, time, place);
  return { domNodes: [block] };
}

const isWithinADay = ({ allDay, start, end }: EventApi): boolean =>
  !allDay && dayOf(start!.toISOString()) === dayOf(new Date(end!.getTime() - 1).toISOString());

const placeOf = ({ extendedProps }: EventApi): string => extendedProps['place'] as string;

/** The weekday in small letters, the date in large ones. */
function headerContent({ date, view }: DayHeaderContentArg) {
  const weekday = date.toLocaleDateString('en-US', { timeZone: 'UTC', weekday: 'short' });
  if (view.type === 'dayGridMonth') return { domNodes: [element('span', 'day-name', weekday)] };
  return {
    domNodes: [
      element('span', 'day-name', weekday),
      element('span', 'day-number', String(date.getUTCDate())),
    ],
  };
}

/**
 * A day's name includes everything in it, not just its number. A day's hours can be focused, so that they can be scrolled by
 * keyboard where there is no event to go to; Enter begins an event there.
 */
function dayCellMounted({ el, date }: DayCellMountArg): void {
  el.removeAttribute('aria-labelledby');
  if (!el.classList.contains('fc-timegrid-col')) return;
  el.tabIndex = 0;
  const day = date.toLocaleDateString('en-US', { timeZone: 'UTC', dateStyle: 'full' });
  el.ariaDescription = `${day}. Press Enter to add an event.`;
}

/** How events and days are drawn, and their accessible names. */
export const eventFace: CalendarOptions = {
  eventContent: blockContent,
  dayHeaderContent: headerContent,
  dayCellDidMount: dayCellMounted,
  eventDidMount: ({ el, event }) => {
    el.setAttribute('role', 'button');
    el.dataset['event'] = event.id;
  },
};
