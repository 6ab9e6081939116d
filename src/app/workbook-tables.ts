/** All sheets of an organization's workbook: the work system's and Tandem's own records. */
import { CONNECTIONS, JOURNAL_ROWS, LINKS, PROBLEMS_ROWS, RUNS, SETTINGS } from '../records/forms';
import { sheetForms } from '../sheets/sheet-forms';
import type { SheetForm } from '../sheets/spreadsheet';
import type { TableForm } from '../sheets/table';
import { ACTIVITIES, ACTIVITY_TYPES, PEOPLE } from '../worksystem/workbook/forms';

/** In the order of their tabs. A new one goes to the end: `sheetIdOf` counts. */
const TABLES: readonly TableForm<string>[] = [
  SETTINGS,
  ACTIVITY_TYPES,
  PEOPLE,
  ACTIVITIES,
  CONNECTIONS,
  JOURNAL_ROWS,
  RUNS,
  PROBLEMS_ROWS,
  LINKS,
];

/** What a new workbook is made of. */
export const SHEET_FORMS: readonly SheetForm[] = sheetForms(TABLES);

/** Read in one request by every execution. */
export const READ_TOGETHER: readonly TableForm<string>[] = [
  SETTINGS,
  ACTIVITY_TYPES,
  PEOPLE,
  CONNECTIONS,
];

/** Google's id of a sheet in a workbook that we made: one that was made again later has another. */
export const sheetIdOf = ({ title }: Pick<SheetForm, 'title'>): number =>
  TABLES.findIndex((table) => table.title === title);
