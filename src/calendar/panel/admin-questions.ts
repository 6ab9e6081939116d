/** Questions to an administrator before something changes for everybody. */
import { button, buttons, mainButton, runs, type Parameters } from '../../card/action';
import { card, fact, paragraph, section } from '../../card/card';
import type { Card } from '../../card/card-json';
import { CALENDAR } from './action-names';
import type { PrivateCopies } from './action-ports';
import { counted, entriesOf } from './sentences';
import { SETTING_WORDS, type CalendarSettings } from '../settings';

/** @param people how many have their own sync on; null when the card that asked did not say. */
export const askSwitchOffCard = (people: number | null, typed: Parameters): Card =>
  card(
    'Turn off calendar sync for everybody?',
    section(
      '',
      ...(people === null
        ? []
        : [
            fact(
              'Have their sync on',
              people === 0 ? 'Nobody' : counted(people, 'person', 'people'),
            ),
          ]),
      paragraph(
        'From the next run on, no calendar is read or written. Copies stay where they are on both sides, and changes are not carried over.',
      ),
      paragraph(
        'What people decided for themselves is kept: when you turn it on again, their syncs resume.',
      ),
      buttons(
        mainButton('Turn off', runs(CALENDAR.switchOff, typed)),
        button('Leave it on', runs(CALENDAR.admin, typed)),
      ),
    ),
  );

type PrivateEvents = CalendarSettings['privateEvents'];

const TAKEN_OUT: Readonly<Record<PrivateEvents, string>> = {
  full: '',
  busy: 'The next runs remove their titles, places, notes and participants from the work system. The time stays, as “Busy”.',
  'leave-out':
    'The next runs delete these copies in the work system. What somebody wrote into one since the last run goes to Google Calendar first. Activities that people entered themselves stay, without details that came from Google.',
};

/** Asked before less is shown of private events. */
export const askTakeOutCard = (
  choice: PrivateEvents,
  { entries, people }: PrivateCopies,
  typed: Parameters,
): Card =>
  card(
    `Private events: ${SETTING_WORDS.privateEvents.choices[choice]}?`,
    section(
      '',
      fact(
        'Private events in the work system now',
        `${entriesOf(entries)} of ${counted(people, 'person', 'people')}`,
      ),
      paragraph(TAKEN_OUT[choice]),
      paragraph(
        'The events themselves stay in Google Calendar. Their details are removed from the Journal too. Google’s version history of the workbook still shows them to those who can edit it.',
      ),
      paragraph('Each person is told on their own card.'),
      buttons(
        mainButton('Save', runs(CALENDAR.saveSettings, { ...typed, isConfirmed: 'yes' })),
        button('Back', runs(CALENDAR.admin, typed)),
      ),
    ),
  );
