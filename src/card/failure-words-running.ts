/** Words for limits, for connections to the other side, and for what Tandem itself holds back. */
import { PLACES } from './consoles';
import { named, quoted, said, type WordsTable } from './words-table';

const LATER = 'Nothing needs to be done: Tandem tries again by itself.';

const sheetNamed = (sheet: string): string => named(sheet, 'that Tandem needs');
const columnNamed = (column: string): string => named(column, 'that Tandem needs');

/** An instant saved as an empty text counts as unknown. */
const isKnown = (instant: string | null): instant is string => instant !== null && instant !== '';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `2026-11-02T08:00:00.000Z` as `2026-11-02 08:00 UTC`. */
const when = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`;

export const RUNNING_WORDS = {
  'rate-limited': () =>
    said({
      heading: 'Google asks for fewer requests',
      meaning: 'A limit per minute was reached.',
      cure: LATER,
    }),
  'tenant-limit': () =>
    said({
      heading: 'Your organization reached one of Google’s usage limits',
      meaning: 'Going on would also hold up your people, so Tandem pauses.',
      cure: LATER,
    }),
  'daily-limit': ({ service }) =>
    said({
      heading: `The daily quota of ${named(service, 'a Google service')} is used up`,
      meaning: 'Google gives it back 24 hours after its first use.',
      cure: LATER,
    }),
  'store-full': ({ store }) =>
    said({
      heading: 'Tandem has no room left',
      meaning: `${named(store, 'Its store')} is full. Nothing that was saved before is affected.`,
      cure: 'Tell whoever publishes Tandem.',
    }),
  'workbook-full': ({ workbook }) =>
    said({
      heading: 'The workbook is full',
      meaning: `The spreadsheet${named(workbook, '') && ` ${workbook}`} has reached 10 million cells.`,
      cure: 'Delete old rows from its sheets Journal and Runs.',
    }),
  'workbook-in-trash': () =>
    said({
      heading: 'The workbook is in the trash',
      meaning:
        'Google deletes it for good after 30 days, with everything that Tandem keeps for your organization.',
      cure: 'Open Google Drive → Trash as the owner of the workbook, and restore it.',
    }),
  'workbook-gone': ({ workbook }) =>
    said({
      heading: 'The workbook is gone',
      meaning: `Google has no file${named(workbook, '') && ` ${workbook}`} that the sync account may open: it was deleted, or is no longer shared with it.`,
      cure: 'Share it with the sync account again, as an editor. A deleted file can be restored for 25 days: Admin console → Directory → Users → the owner → Restore data.',
      at: PLACES.users,
    }),
  'sheet-missing': ({ sheet }) =>
    said({
      heading: `The workbook has no sheet ${sheetNamed(sheet)}`,
      meaning: 'Somebody removed or renamed it. Nothing is read or written until it is back.',
      cure: `In the workbook, rename the sheet back to ${sheetNamed(sheet)}, or undo the change: File → Version history.`,
    }),
  'protected-cells': () =>
    said({
      heading: 'The cells are protected',
      meaning:
        'Somebody protected them in the spreadsheet, and this account is not among the editors. Nothing was written.',
      cure: 'As the owner of the spreadsheet: Data → Protect sheets and ranges. Add this account to the editors, or remove the protection.',
    }),
  'office-file': () =>
    said({
      heading: 'This is an Excel file',
      meaning: 'Google Sheets shows it without converting it, so no program can write into it.',
      cure: 'In Google Sheets: File → Save as Google Sheets. Then use the new spreadsheet.',
    }),
  'column-missing': ({ sheet, column }) =>
    said({
      heading: `The sheet ${sheetNamed(sheet)} has no column ${columnNamed(column)}`,
      meaning:
        'Somebody removed or renamed it. Nothing is read or written until it is back, because missing cells would look like edits.',
      cure: `In the workbook, rename the column back to ${columnNamed(column)}, or undo the change: File → Version history.`,
    }),
  'column-twice': ({ sheet, column }) =>
    said({
      heading: `The sheet ${sheetNamed(sheet)} has two columns named ${columnNamed(column)}`,
      meaning:
        'Tandem cannot tell which of them people write in, so nothing is read or written until only one is left.',
      cure: `In the workbook, rename or delete the one that is yours.`,
    }),
  'workbook-restored': ({ asOf }) =>
    said({
      heading: 'The workbook was put back to an earlier version',
      meaning: !isKnown(asOf)
        ? 'It is as it was before Tandem first wrote to it. Nothing is read or written, so that old rows neither switch anybody on nor delete anything.'
        : `It is as it was at ${when(asOf)}. Nothing is read or written, so that old rows neither switch anybody on nor delete anything.`,
      cure: 'Undo it in the workbook (File → Version history), or choose “Go on with the workbook as it is”.',
    }),
  'too-many-triggers': () =>
    said({
      heading: 'This account has too many triggers',
      meaning: 'Google allows 20 triggers for one account and script, so no more can be made.',
      cure: 'Delete those that are not needed, at script.google.com → My triggers.',
    }),
  'trigger-too-frequent': () =>
    said({
      heading: 'Google does not allow the sync to run so often',
      meaning: 'An add-on’s trigger may come once an hour at most.',
      cure: 'Tell whoever publishes Tandem.',
    }),
  unavailable: ({ message }) =>
    said({
      heading: 'The other side does not respond',
      meaning: `${capital(quoted(message))}.`,
      cure: LATER,
    }),
  'timed-out': ({ service }) =>
    said({
      heading: `${named(service, 'The other side')} took too long`,
      meaning: 'It is not known yet whether it was done. Tandem checks before it tries again.',
      cure: LATER,
    }),
  'host-not-found': ({ host }) =>
    said({
      heading: `${named(host, 'The work system’s server')} was not found`,
      meaning: 'There is no server at the address of the work system.',
      cure: 'Check the address of the work system in Tandem’s settings.',
    }),
  'unreadable-answer': ({ service, reason }) =>
    said({
      heading: `${named(service, 'The other side')} sent a response that Tandem could not read`,
      meaning: `${capital(quoted(reason))}. Nothing was changed because of it.`,
      cure: LATER,
    }),
  'own-fault': () =>
    said({
      heading: 'Tandem made a mistake of its own',
      meaning:
        'The run ended early because of an error in Tandem. What it had written by then is kept.',
      cure: 'Tandem tries again by itself. If this goes on for a day, tell whoever publishes Tandem.',
    }),
  busy: ({ until }) =>
    said({
      heading: 'Another run is in progress',
      meaning: !isKnown(until)
        ? 'Only one run may write at a time.'
        : `Only one run may write at a time. This one may until ${when(until)}.`,
      cure: 'Try again in a minute.',
    }),
  'saved-data-unreadable': ({ key }) =>
    said({
      heading: 'Tandem cannot read what it has saved',
      meaning: `It is kept as it is${named(key, '') && `, under ${key}`}.`,
      cure: 'Tell whoever publishes Tandem before you set anything up again.',
    }),
  'sync-behind': ({ lastGoodRunAt }) =>
    said({
      heading: 'The sync is behind',
      meaning: !isKnown(lastGoodRunAt)
        ? 'No run has succeeded yet.'
        : `The last run that succeeded was at ${when(lastGoodRunAt)}.`,
      cure: LATER,
    }),
  held: ({ job }) =>
    said({
      heading: 'A person has to decide first',
      meaning: `Tandem stopped before writing${named(job, '') && `: ${job}`}. It is the first run, or it would change more than usual.`,
      cure: 'Look at the preview, then let it run or leave it.',
    }),
  'runs-stopped': ({ lastRunAt }) =>
    said({
      heading: 'Nothing has run for too long',
      meaning:
        (isKnown(lastRunAt)
          ? `No run has ended since ${when(lastRunAt)}.`
          : 'No run has ended since Tandem was set up.') +
        ' Most often Google no longer lets anything run in the sync account’s name: its data access was revoked, or its triggers were deleted.',
      cure: `If ${PLACES.marketplaceApps.path} → Tandem → Data access does not say Granted, grant it. Then open this page as the sync account, allow Tandem if Google asks, and finalize once more: step 4 of the steps.`,
      at: PLACES.marketplaceApps,
    }),
  paused: () =>
    said({
      heading: 'Tandem is paused for your organization',
      meaning: 'An administrator paused it, so nothing is read or written. Nothing is lost.',
      cure: 'An administrator chooses Integrations → Resume.',
    }),
  'org-sync-off': () =>
    said({
      heading: 'The sync is off for your organization',
      meaning: 'Nobody can turn on their own sync before the organization’s is on.',
      cure: 'Ask a Workspace administrator to turn it on.',
    }),
} satisfies Partial<WordsTable>;
