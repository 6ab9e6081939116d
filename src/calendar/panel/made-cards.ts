/** The card on which an administrator says what the events that Tandem makes in Google Calendar look like. */
import { button, buttons, mainButton, runs, type Parameters } from '../../card/action';
import { card, fact, paragraph, section, textArea, textInput } from '../../card/card';
import type { Card } from '../../card/card-json';
import { SETTING_WORDS } from '../setting-words';
import type { FieldSettings } from '../settings';
import { CALENDAR } from './action-names';
import type { EntriesOfPeople } from './action-ports';
import { ofPeople } from './admin-questions';
import type { MadeSettings } from './made-settings';
import { wordedChoice } from './setting-widgets';

export const madeEventsCard = (settings: MadeSettings): Card =>
  card(
    'Events that Tandem makes',
    section(
      'Client IDs',
      wordedChoice('clientId', settings),
      paragraph(
        'It is the last line of the description, “Client ID: …”, and comes from the column Client ID of the activity. Whoever can see the event’s details can read it: its guests, and people with whom the calendar is shared. Choose No if staff must not see client IDs.',
      ),
    ),
    section(
      'How new ones are shown',
      wordedChoice('shownAs', settings),
      wordedChoice('visibility', settings),
      paragraph(
        'Events that are there stay as they are, and what people change in Google Calendar later is kept and not copied. An event that is shown as free does not keep clients from booking its time. Private activities are private in either case.',
      ),
    ),
    section(
      'Texts',
      textInput(
        'titleTemplate',
        SETTING_WORDS.titleTemplate.name,
        settings.titleTemplate,
        'Fields: {title}, {type}, {reference}.',
      ),
      textArea(
        'notesTemplate',
        SETTING_WORDS.notesTemplate.name,
        settings.notesTemplate,
        'Fields: {notes}, {type}, {reference}. A line whose field is empty is left out.',
      ),
      paragraph(
        '{reference} is the client ID. When somebody edits such an event in Google Calendar, what Tandem added does not come back into the work system. If they change an added part itself, it counts as their own text.',
      ),
      buttons(
        mainButton('Save', runs(CALENDAR.saveMadeEvents)),
        button('Back', runs(CALENDAR.admin)),
      ),
    ),
  );

/** Which way changes of single fields go (TF18). */
export const fieldWaysCard = (settings: FieldSettings): Card =>
  card(
    'Fields that go one way',
    section(
      '',
      wordedChoice('titleWay', settings),
      wordedChoice('notesWay', settings),
      wordedChoice('locationWay', settings),
      wordedChoice('participantsWay', settings),
      paragraph(
        'Where a field goes one way, an edit on the other side is put back in copies that Tandem made, and listed on the person’s card, where they can take it after all. In an entry that people made there themselves, their edit stays.',
      ),
      paragraph(
        'A new copy gets the fields that go in its direction, and always the title. What was copied before stays where it is. Nobody is ever invited because of a participant.',
      ),
      buttons(
        mainButton('Save', runs(CALENDAR.saveFieldWays)),
        button('Back', runs(CALENDAR.admin)),
      ),
    ),
  );

/** Asked before the texts of events that are there are rewritten. */
export const askBeforeRewriting = (made: EntriesOfPeople, typed: Parameters): Card =>
  card(
    'Change the events that Tandem made?',
    section(
      '',
      fact('Events that Tandem made in Google Calendar', ofPeople(made)),
      paragraph(
        'The next runs change them. What people wrote in them stays, and nobody gets mail.',
      ),
      paragraph(
        'Events that people made themselves are not touched, and neither are copies in the calendars of people whose sync is off.',
      ),
      buttons(
        mainButton('Save', runs(CALENDAR.saveMadeEvents, { ...typed, isConfirmed: 'yes' })),
        button('Back', runs(CALENDAR.madeEvents, typed)),
      ),
    ),
  );
