import { folded } from '../../card/card';
import type { CardSection } from '../../card/card-json';
import { copyable } from '../../card/copyable';
import type { CalendarSettings } from '../settings';
import { PRIVACY_SENTENCE } from './sentences';

/** A message to all colleagues: nobody can turn on somebody else's sync (S26), so people need to know that it is there. */
export const colleaguesText = ({
  privateEvents,
}: Pick<CalendarSettings, 'privateEvents'>): string =>
  [
    'From today you can have your Google Calendar and our work system kept in step: what you plan in one appears in the other.',
    'Open Google Calendar on a computer, choose Tandem in the panel on the right, and press “Turn on my calendar sync”. Nothing is changed yet. After a minute or two press “Refresh”: you see what would happen. Press “Start” if you want it, or “Not now”.',
    `It reads and writes your calendar only while it is on, never mails your guests, and never changes meetings that somebody else organizes. ${PRIVACY_SENTENCE[privateEvents]} You can turn it off at any time and choose whether the copies stay.`,
  ].join('\n\n');

/** On the administrators' page, once calendars are on. */
export const colleaguesSection = (settings: CalendarSettings): CardSection =>
  folded(
    'Tell your colleagues',
    0,
    copyable(
      'colleagues',
      'A message to send them. Add who can read your work system, and whom to ask',
      colleaguesText(settings),
    ),
  );
