/** The page Journal: where to read what Tandem did, and for how long it is kept. */
import { button, buttons, mainButton, opens, runs } from '../card/action';
import { card, paragraph, section, textInput } from '../card/card';
import type { Card } from '../card/card-json';
import { failureSection } from '../card/failure-section';
import type { Failure } from '../kit/failure';
import type { PageTable } from '../card/page-table';
import { JOURNAL, JOURNAL_DAYS_INPUT, RUNS_DAYS_INPUT, TITLE } from './names';
import type { NotedChange, Retention } from './ports';
import { LINK_DAYS, RETENTION_DAYS } from './retention';

export interface JournalView {
  readonly retention: Retention;
  readonly workbookUrl: string | null;
}

export const journalCard = ({ retention, workbookUrl }: JournalView): Card =>
  card(
    TITLE,
    section(
      'What Tandem did',
      paragraph(
        'The sheet Journal of your workbook lists every change that Tandem made in a calendar or in the work system, and every decision about Tandem: when, whose, and what changed. The sheet Runs lists the runs that did something or failed.',
      ),
      paragraph('To see one person’s rows, use the filter in the heading Person.'),
      ...(workbookUrl === null
        ? []
        : [buttons(button('Open the sheet Journal', opens(workbookUrl)))]),
    ),
    section(
      'How long it is kept',
      textInput(
        JOURNAL_DAYS_INPUT,
        'Keep the journal for (days)',
        String(retention.journalDays),
        LIMITS_HINT,
      ),
      textInput(RUNS_DAYS_INPUT, 'Keep runs for (days)', String(retention.runsDays), LIMITS_HINT),
      paragraph(
        `Older rows are removed once a day. Which event belongs to which row is forgotten ${LINK_DAYS} days after a person turned their calendar sync off.`,
      ),
      buttons(mainButton('Save', runs(JOURNAL.save))),
    ),
  );

/** The page shows at most this many changes. */
export const NEWEST = 500;

/** Who, what, before and after, in words; the page searches it, sorts it and saves it as a file (TJ9). */
export const changesTable = (changes: readonly NotedChange[]): PageTable => ({
  title: 'Last changes',
  columns: [
    { title: 'When', kind: 'instant' },
    { title: 'Person', kind: 'text' },
    { title: 'Where', kind: 'choice' },
    { title: 'What', kind: 'choice' },
    { title: 'Title', kind: 'text' },
    { title: 'Change', kind: 'text' },
  ],
  rows: changes.map(({ at, person, where, what, title, change }) => [
    ...[at, person, where, what, title, change],
  ]),
  empty: 'Tandem has not changed anything yet.',
  rest: changes.length < NEWEST ? null : `The newest ${NEWEST}. The sheet Journal has all of them.`,
});

const LIMITS_HINT = `${RETENTION_DAYS.LEAST} to ${RETENTION_DAYS.MOST}`;

export const troubleCard = (failure: Failure): Card =>
  card(TITLE, failureSection(failure, button('Try again', runs(JOURNAL.show))));
