/** The cards of the export in the Sheets side panel. */
import { button, buttons, inputOf, mainButton, opens, runs, type Inputs } from '../card/action';
import { card, fact, folded, oneOf, paragraph, section, textInput } from '../card/card';
import type { Card, CardSection } from '../card/card-json';
import type { Exported } from './exported';
import { resultSection } from './result-section';
import { EVENT_NAMES, eventNamed, eventTitle } from './row';
import type { LogFilter } from './settings';

export const GIVE_FILE = 'audit.giveFile';
export const EXPORT = 'audit.export';

/** The parameter that asks to compare the whole log with the sheet. */
export const WHOLE = 'whole';

/** The parameter that names the application in place of what was typed. */
const MEANT = 'meant';

const APP_NAME = 'appName';
const EVENT_NAME = 'eventName';

export type AuditState =
  | { readonly kind: 'no-file' }
  /** The person has not given Tandem access to the open file. */
  | { readonly kind: 'no-access' }
  | {
      readonly kind: 'ready';
      readonly filter: LogFilter;
      readonly nowMs: number;
      /** Null before an export. */
      readonly exported: Exported | null;
    };

const TITLE = 'OAuth log events';

const RESULT_ACTIONS = { exportAction: EXPORT, nameParameter: MEANT };

export function auditCard(state: AuditState): Card {
  switch (state.kind) {
    case 'no-file':
      return card(TITLE, section('', paragraph('Open a spreadsheet to export the log into it.')));
    case 'no-access':
      return card(TITLE, WHAT, NO_ACCESS, whereElse());
    case 'ready': {
      const { filter, exported, nowMs } = state;
      const form = filterSection(filter);
      const rest = [form, more(), whereElse()];
      if (exported) return card(TITLE, resultSection(exported, nowMs, RESULT_ACTIONS), ...rest);
      return card(TITLE, WHAT, ...rest);
    }
  }
}

/** What was typed and chosen on the card. */
export const filterOf = (inputs: Inputs): LogFilter => ({
  appName: (inputOf(inputs, MEANT) || inputOf(inputs, APP_NAME)).trim(),
  eventName: eventNamed(inputOf(inputs, EVENT_NAME)),
});

const WHAT = section(
  '',
  paragraph(
    'Google records in the OAuth log of your organization who allowed which application to do what. Tandem keeps no log of its own.',
  ),
);

const NO_ACCESS = section(
  'Tandem cannot see this spreadsheet',
  paragraph('Tandem can open only the files that you give it.'),
  buttons(mainButton('Give Tandem this file', runs(GIVE_FILE))),
);

const filterSection = ({ appName, eventName }: LogFilter): CardSection =>
  section(
    'What to export',
    textInput(APP_NAME, 'Application name', appName, 'As in the log. Leave it empty for all.'),
    oneOf(EVENT_NAME, 'Event', [
      { value: '', text: 'All events', isChosen: eventName === '' },
      ...EVENT_NAMES.map((name) => ({
        value: name,
        text: eventTitle(name),
        isChosen: eventName === name,
      })),
    ]),
    paragraph('Adds the rows that this spreadsheet does not have yet.'),
    buttons(mainButton('Export', runs(EXPORT))),
  );

const more = (): CardSection =>
  folded(
    'When rows are missing',
    0,
    paragraph(
      'An export reads new events, and those of the 3 days before the last export again. To restore older rows that you deleted, and to add events that reached the log even later, compare the whole log (180 days) with the spreadsheet.',
    ),
    buttons(button('Compare the whole log', runs(EXPORT, { [WHOLE]: 'yes' }))),
  );

/** Where Google's own console shows the log (H24). */
const whereElse = (): CardSection =>
  section(
    'The same in the Admin console',
    fact('Path', 'Reporting → Audit and investigation → OAuth log events', {
      button: button('Open', opens(CONSOLE_URL)),
    }),
  );

const CONSOLE_URL = 'https://admin.google.com/ac/reporting/audit/token';
