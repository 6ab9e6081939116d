/** The workbook of an organisation as one execution of its sync account sees it. */
import { failureWords } from '../card/failure-words';
import { clock } from '../google/clock';
import { spreadsheet } from '../google/spreadsheet';
import type { StringStore } from '../kit/string-store';
import { textDigest } from '../kit/text-digest';
import type { PacedCalls } from '../runs/paced-calls';
import { workbook, type Workbook } from '../worksystem/workbook/workbook';

export interface WorkbookAt {
  readonly workbookId: string;
  /** Of the sync account. */
  readonly own: StringStore;
  /** Id of the run, for the Journal. */
  readonly run: string;
  /** Keeps reading and writing within what the Sheets API allows. */
  readonly calls: PacedCalls;
}

export const organisationWorkbook = ({ workbookId, own, run, calls }: WorkbookAt): Workbook =>
  workbook({
    spreadsheet: spreadsheet(workbookId, calls),
    memory: own,
    hash: textDigest,
    newId: () => Utilities.getUuid().slice(0, 13),
    clock,
    run,
    wordsOf(failure) {
      const { heading, meaning, cure } = failureWords(failure);
      return { said: `${heading}. ${meaning}`, cure };
    },
  });
