/** What somebody is told whom an administrator has connected (D24). */
import { button, buttons, runs } from '../../card/action';
import { fact, paragraph, section } from '../../card/card';
import type { CardSection } from '../../card/card-json';
import { CALENDAR } from './action-names';

const whatItDoes = (): readonly string[] => [
  'Appointments that are yours in the work system are copied into your Google Calendar, and follow their changes there.',
  'Tandem does not read what you enter in your calendar yourself. Where your organization lets clients book appointments, it passes on when you are busy, and nothing else.',
];

export const connectedMail = (by: string): { readonly subject: string; readonly text: string } => ({
  subject: 'Your work appointments now appear in your Google Calendar',
  text: [
    `${by} has connected your Google Calendar to your work system with Tandem.`,
    ...whatItDoes(),
    'You can end this at any time: open Google Calendar, choose Tandem in the panel on the right, and press “End it”. Nobody can then connect you again but you.',
  ].join('\n\n'),
});

export const connectedSection = (by: string): CardSection =>
  section(
    '',
    fact('Connected by', by),
    ...whatItDoes().map(paragraph),
    paragraph(
      'To have your own entries in the work system as well, turn on your own sync. It then replaces this one, and only you can change it.',
    ),
    buttons(
      button('End it', runs(CALENDAR.askOff)),
      button('Turn on my calendar sync', runs(CALENDAR.lookAhead)),
    ),
  );
