/** The card on which an administrator says what the events that Tandem makes in Google Calendar look like. */
import { button, buttons, mainButton, runs, type Parameters } from '../../card/action';
import { card, fact, paragraph, section, textArea, textInput } from '../../card/card';
import type { Card } from '../../card/card-json';
import { SETTING_WORDS } from '../settings';
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
