import type {
  CalendarOptions,
  DayHeaderContentArg,
  EventApi,
  EventContentArg,
} from '@fullcalendar/core';

const element = (tag: string, className: string, text: string): HTMLElement => {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
};

/**
 * A block's words: title first, then when and where; in months a line with a dot. What is seen is part of what it is
 * called, and when it is follows in full for those who do not see the grid.
 */
function blockContent({ event, timeText, view, borderColor }: EventContentArg) {
  const title = element('span', 'block-title fc-event-title', event.title);
  title.append(element('span', 'visually-hidden', ` ${event.extendedProps['label'] as string}`));
  const time = element('span', 'block-time', event.allDay ? '' : timeText);
  time.ariaHidden = 'true';
  if (view.type === 'dayGridMonth' && !event.allDay) {
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

const placeOf = ({ extendedProps }: EventApi): string => extendedProps['place'] as string;

/** The weekday small, the date large. */
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

/** How events and days are drawn and what they are called by those who do not see them. */
export const eventFace: CalendarOptions = {
  eventContent: blockContent,
  dayHeaderContent: headerContent,
  // A day of a month is called by all it holds, not by its number alone.
  dayCellDidMount: ({ el }) => el.removeAttribute('aria-labelledby'),
  eventDidMount: ({ el, event }) => {
    el.setAttribute('role', 'button');
    el.dataset['event'] = event.id;
  },
};
