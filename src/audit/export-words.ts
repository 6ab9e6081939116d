/**
 * Words for what can go wrong with an export. Elsewhere the same failures are about the organization's workbook and
 * about runs that try again by themselves; this is the reader's own spreadsheet, and nothing happens until they press.
 */
import { failureWords, type FailureWords } from '../card/failure-words';
import type { Failure, FailureKind, FailureOf } from '../kit/failure';
import { traitsOf } from '../kit/failure-traits';

type Said = Omit<FailureWords, 'link'> & Partial<Pick<FailureWords, 'link'>>;

type Words = { readonly [K in FailureKind]?: (failure: FailureOf<K>) => Said };

/** True of every export that stopped: rows that are there are recognized. */
const AGAIN = 'Press Export again: it goes on where this one stopped, and no row is added twice.';

const IN_A_MINUTE = `Wait a minute. ${AGAIN.replace('Press', 'Then press')}`;

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

const TRASH = { text: 'Open the trash', url: 'https://drive.google.com/drive/trash' };

const WORDS: Words = {
  'rate-limited': () => ({
    heading: 'Google asks for fewer requests',
    meaning: 'A limit per minute was reached, and it did not pass while Tandem waited.',
    cure: IN_A_MINUTE,
  }),
  'daily-limit': ({ service }) => ({
    heading: `Your daily quota of ${service} is used up`,
    meaning: 'Google gives it back 24 hours after its first use.',
    cure: AGAIN.replace('Press Export again', 'Press Export again tomorrow'),
  }),
  unavailable: ({ message }) => ({
    heading: 'Google does not respond',
    meaning: `Google said: ${sentence(message)}`,
    cure: IN_A_MINUTE,
  }),
  'timed-out': () => ({
    heading: 'Google took too long',
    meaning: 'It is not known whether the last rows were added.',
    cure: AGAIN,
  }),
  'unreadable-answer': ({ reason }) => ({
    heading: 'Google sent a response that Tandem could not read',
    meaning: sentence(reason),
    cure: AGAIN,
  }),
  'listing-refused': ({ reason }) => ({
    heading: 'Google did not list the log',
    meaning: `Google said: ${sentence(reason)}`,
    cure: `${AGAIN} If this goes on for a day, tell whoever publishes Tandem what Google said.`,
  }),
  busy: () => ({
    heading: 'Another export into this spreadsheet is running',
    meaning: 'Two at the same time would add the same rows twice, so this one did not start.',
    cure: 'Wait a minute, then press Export again.',
  }),
  'not-directory-admin': ({ account }) => ({
    ...failureWords({ kind: 'not-directory-admin', account }),
    heading: 'Only a Workspace administrator can read the log',
    meaning: `Google did not let ${account} read the OAuth log.`,
    cure: 'Ask a Workspace administrator to open this spreadsheet and export, or to give you a role with the Reports privilege: Admin console → Account → Admin roles.',
  }),
  'not-found': () => ({
    heading: 'This spreadsheet is gone',
    meaning: 'It was deleted, or is no longer shared with you.',
    cure: 'Open another spreadsheet and export there. The log itself is still at Google.',
  }),
  'workbook-in-trash': () => ({
    heading: 'This spreadsheet is in the trash',
    meaning: 'Google deletes it for good after 30 days, so nothing was added.',
    cure: 'Restore it: Google Drive → Trash, as its owner. Then press Export again.',
    link: TRASH,
  }),
  'office-file': () => ({
    heading: 'This is an Excel file',
    meaning: 'Google Sheets shows it without converting it, so no program can write into it.',
    cure: 'Choose File → Save as Google Sheets, and export into the new spreadsheet.',
  }),
  forbidden: () => ({
    heading: 'You may not edit this spreadsheet',
    meaning: 'You can view it, but rows can be added only by its editors.',
    cure: 'Ask its owner to make you an editor and press Export again, or export into a spreadsheet of your own.',
  }),
  'protected-cells': () => ({
    heading: 'The sheet is protected',
    meaning:
      'Somebody protected the sheet, or some of its cells, and you are not among the editors.',
    cure: 'Ask the owner of the spreadsheet to let you edit (Data → Protect sheets and ranges), and press Export again. Or export into a spreadsheet of your own.',
  }),
  'workbook-full': () => ({
    heading: 'This spreadsheet is full',
    meaning:
      'It has reached 10 million cells, empty ones included, which is all that Google allows.',
    cure: 'Delete sheets, or empty rows and columns, that you do not need, and press Export again. Or export into a new spreadsheet.',
  }),
  'sheet-missing': () => ({
    heading: 'The sheet was deleted during the export',
    meaning: 'Somebody deleted it before all rows were in it.',
    cure: 'Press Export again: Tandem makes the sheet anew, with the whole log.',
  }),
  'stale-etag': () => ({
    heading: 'Somebody is sorting or moving the rows',
    meaning: 'Tandem could not compare the log with them, so nothing was added.',
    cure: 'Press Export again when they have finished.',
  }),
  rejected: ({ reason }) => ({
    heading: 'Google refused to change the spreadsheet',
    meaning: `Google said: ${sentence(reason)}`,
    cure: `${AGAIN} If Google refuses again, export into a new spreadsheet.`,
  }),
  'own-fault': () => ({
    heading: 'Tandem made a mistake of its own',
    meaning: 'The export ended early. The rows that it had added are kept.',
    cure: `${AGAIN} If this goes on, tell whoever publishes Tandem.`,
  }),
};

export function exportWords(failure: Failure): FailureWords {
  const own = WORDS[failure.kind] as ((failure: Failure) => Said) | undefined;
  if (own) return { link: null, ...own(failure) };
  const words = failureWords(failure);
  return traitsOf(failure).retry === 'never' ? words : { ...words, cure: AGAIN };
}
