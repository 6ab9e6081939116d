/** All sheets of an organization's workbook: the work system's and Tandem's own records. */
import { CONNECTIONS, JOURNAL_ROWS, LINKS, PROBLEMS_ROWS, RUNS, SETTINGS } from '../records/forms';
import { sheetForms, UNDO_FORM } from '../sheets/sheet-forms';
import type { NewColumns } from '../records/form-carry-over';
import type { ReadTogether } from '../sheets/sheets';
import type { SheetForm } from '../sheets/spreadsheet';
import type { TableForm } from '../sheets/table';
import {
  ACTIVITIES,
  ACTIVITY_TYPES,
  ADDED_LATER,
  ADDED_TO_ACTIVITIES,
  AVAILABILITY,
  PEOPLE,
} from '../worksystem/workbook/forms';

/** Columns that came with a later version of Tandem. */
export const NEW_WORK_COLUMNS: readonly NewColumns[] = [
  { form: PEOPLE, fields: ['aliases'], since: 4 },
  { form: PEOPLE, fields: ['isBookable', 'hours', 'calendars'], since: 5 },
  { form: ACTIVITIES, fields: ADDED_TO_ACTIVITIES, since: 6 },
  { form: CONNECTIONS, fields: ['choices'], since: 8 },
  { form: ACTIVITIES, fields: ADDED_LATER, since: 9 },
  { form: CONNECTIONS, fields: ['connectedBy', 'toldAt', 'knownAs'], since: 10 },
];

/** In the order of their tabs. Add new ones at the end, because `sheetIdOf` counts. */
export const TABLES: readonly TableForm<string>[] = [
  SETTINGS,
  ACTIVITY_TYPES,
  PEOPLE,
  ACTIVITIES,
  CONNECTIONS,
  JOURNAL_ROWS,
  RUNS,
  PROBLEMS_ROWS,
  LINKS,
  AVAILABILITY,
];

/** Sheets of the work system that came with a later version of Tandem. */
export const ADDED_FORMS: readonly TableForm<string>[] = [AVAILABILITY as TableForm<string>];

/** The sheets of a new workbook. */
export const SHEET_FORMS: readonly SheetForm[] = [...sheetForms(TABLES), UNDO_FORM];

/** Read by every execution. */
const FIRST: readonly TableForm<string>[] = [SETTINGS, ACTIVITY_TYPES, PEOPLE, CONNECTIONS];

/** Read when somebody has something to sync. */
const LATER: ReadTogether = {
  tables: [ACTIVITIES, LINKS, PROBLEMS_ROWS],
  headings: [JOURNAL_ROWS, RUNS],
};

/**
 * What to read in one request with a sheet.
 *
 * @param isChanged whether the activities have to be looked at; asked only for a run over everybody.
 */
export function readWith(title: string, isChanged: () => boolean): ReadTogether | null {
  if (LATER.tables.some((form) => form.title === title)) return LATER;
  if (LATER.headings.some((form) => form.title === title)) return { ...LATER, tables: [] };
  if (!FIRST.some((form) => form.title === title)) return null;
  const isRun = title === CONNECTIONS.title;
  return {
    tables: isRun && isChanged() ? [...FIRST, ACTIVITIES, PROBLEMS_ROWS] : FIRST,
    headings: [],
  };
}

/** Google's id of a sheet in a workbook that Tandem made. A sheet that was made again later has another. */
export const sheetIdOf = ({ title }: Pick<SheetForm, 'title'>): number =>
  TABLES.findIndex((table) => table.title === title);
