/** The workbook of an organisation as one execution of its sync account sees it. */
import { clock } from '../google/clock';
import { sha256Hex } from '../google/digest';
import { spreadsheet } from '../google/spreadsheet';
import type { StringStore } from '../kit/string-store';
import { workbook, type Workbook } from '../worksystem/workbook/workbook';

export interface WorkbookAt {
  readonly workbookId: string;
  /** Of the sync account. */
  readonly own: StringStore;
  /** Id of the run, for the Journal. */
  readonly run: string;
}

export const organisationWorkbook = ({ workbookId, own, run }: WorkbookAt): Workbook =>
  workbook({
    spreadsheet: spreadsheet(workbookId),
    memory: own,
    hash: sha256Hex,
    newId: () => Utilities.getUuid().slice(0, 13),
    clock,
    run,
  });
