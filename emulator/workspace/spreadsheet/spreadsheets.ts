import type { Json, JsonObject } from '../json';
import type { Workspace } from '../workspace';
import { refusal } from './errors';
import { requireRoom } from './limits';
import { newSheet, newSheetId } from './new-sheet';
import type { SpreadsheetRecord } from '../state/sheets';

/** Adds the content of a new spreadsheet: the sheets in the body, else one of 1000 rows and 26 columns. */
export function addSpreadsheet(workspace: Workspace, id: string, body: JsonObject): void {
  const {
    title: _title,
    locale,
    timeZone,
    ...properties
  } = (body['properties'] ?? {}) as JsonObject;
  const given = (Array.isArray(body['sheets']) ? body['sheets'] : []) as JsonObject[];
  const spreadsheet: SpreadsheetRecord = {
    spreadsheetId: id,
    locale: typeof locale === 'string' && locale !== '' ? locale : 'en_US',
    timeZone: typeof timeZone === 'string' && timeZone !== '' ? timeZone : 'Etc/GMT',
    properties: structuredClone(properties),
    sheets: [],
    namedRanges: [],
    developerMetadata: [],
    styles: [],
  };
  for (const sheet of given) {
    const wanted = (sheet['properties'] ?? {}) as JsonObject;
    const sheetId = (wanted['sheetId'] as number | undefined) ?? newSheetId(workspace, spreadsheet);
    if (spreadsheet.sheets.some((other) => other.sheetId === sheetId))
      throw refusal(
        `Invalid sheets[${spreadsheet.sheets.length}]: A sheet with the ID ${sheetId} already exists.`,
      );
    spreadsheet.sheets.push(newSheet(spreadsheet, { ...wanted, sheetId }));
  }
  if (spreadsheet.sheets.length === 0)
    spreadsheet.sheets.push(newSheet(spreadsheet, { sheetId: 0 }));
  requireRoom(spreadsheet);
  workspace.state.sheets.spreadsheets[id] = spreadsheet;
}

/** Removes the content of a deleted file. */
export function removeSpreadsheet({ state: { sheets } }: Workspace, id: string): void {
  delete sheets.spreadsheets[id];
}

/** Gives a copied file the content of its original. */
export function copySpreadsheet({ state: { sheets } }: Workspace, from: string, to: string): void {
  const source = sheets.spreadsheets[from];
  if (!source) return;
  const copy = structuredClone(source);
  sheets.spreadsheets[to] = {
    ...copy,
    spreadsheetId: to,
    developerMetadata: visibleMetadata(copy),
  };
}

/** Metadata that belongs to one developer's project is not copied. */
const visibleMetadata = ({ developerMetadata }: SpreadsheetRecord): JsonObject[] =>
  developerMetadata.filter((one) => (one['visibility'] as Json) !== 'PROJECT');
