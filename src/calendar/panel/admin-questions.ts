/** Questions to an administrator before something changes for everybody. */
import { button, buttons, mainButton, runs, type Parameters } from '../../card/action';
import { card, fact, paragraph, section } from '../../card/card';
import type { Card, Widget } from '../../card/card-json';
import { CALENDAR } from './action-names';
import type { EntriesOfPeople } from './action-ports';
import { counted, entriesOf } from './sentences';
import type { CalendarSettings } from '../settings';
import { SETTING_WORDS } from '../setting-words';

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

interface Counts {
  /** Copies of private events that say more than they will be allowed to. */
  readonly taken: EntriesOfPeople;
  /** Copies of activities whose type is no longer synced. */
  readonly left: EntriesOfPeople;
}

/** Asked before less is shown of private events, or fewer types are synced; null when neither concerns anything (D4). */
export function askBeforeSaving(
  choice: PrivateEvents,
  { taken, left }: Counts,
  typed: Parameters,
): Card | null {
  if (taken.entries === 0 && left.entries === 0) return null;
  const answers = buttons(
    mainButton('Save', runs(CALENDAR.saveSettings, { ...typed, isConfirmed: 'yes' })),
    button('Back', runs(CALENDAR.admin, typed)),
  );
  const title =
    taken.entries > 0
      ? `Private events: ${SETTING_WORDS.privateEvents.choices[choice]}?`
      : 'Send fewer types to Google Calendar?';
  return card(
    title,
    ...(taken.entries > 0 ? [section('', ...takenWidgets(choice, taken))] : []),
    ...(left.entries > 0
      ? [
          section(
            '',
            fact('Copies in Google Calendar of types no longer ticked', ofPeople(left)),
            paragraph('They stay where they are. Changes are no longer carried over.'),
            paragraph('When you tick a type again, its copies are updated again.'),
          ),
        ]
      : []),
    section('', answers),
  );
}

export const ofPeople = ({ entries, people }: EntriesOfPeople): string =>
  `${entriesOf(entries)} of ${counted(people, 'person', 'people')}`;

const takenWidgets = (choice: PrivateEvents, taken: EntriesOfPeople): Widget[] => [
  fact('Private events in the work system now', ofPeople(taken)),
  paragraph(TAKEN_OUT[choice]),
  paragraph(
    'The events themselves stay in Google Calendar. Their details are removed from the Journal too. Google’s version history of the workbook still shows them to those who can edit it.',
  ),
  paragraph('Each person is told on their own card.'),
];
