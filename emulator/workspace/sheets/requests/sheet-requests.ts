import type { JsonObject } from '../../api-method';
import { assignFields, type FieldTree } from '../../drive/field-mask';
import { deleteDimension } from '../dimensions';
import type { Draft, RequestHandler } from '../draft';
import { refusal } from '../../spreadsheet/errors';
import { requireRoom } from '../../spreadsheet/limits';
import { newSheet, newSheetId, requireFreeTitle } from '../../spreadsheet/new-sheet';
import { requireSheet } from '../../spreadsheet/ranges';
import { copyOfSheet } from '../sheet-copy';
import { sheetProperties } from '../spreadsheet-resource';
import type { SheetRecord } from '../../state/sheets';
import { maskOf } from './mask';

/** Requests about whole sheets and about the spreadsheet's own properties. */
export const SHEET_REQUESTS: Readonly<Record<string, RequestHandler>> = {
  updateSpreadsheetProperties(request, draft) {
    const mask = maskOf(request);
    const { spreadsheet } = draft;
    const before: JsonObject = {
      ...spreadsheet.properties,
      title: draft.title,
      locale: spreadsheet.locale,
      timeZone: spreadsheet.timeZone,
    };
    const { title, locale, timeZone, ...others } = assign(before, request['properties'], mask);
    draft.title = typeof title === 'string' ? title : draft.title;
    spreadsheet.locale = typeof locale === 'string' ? locale : 'en_US';
    spreadsheet.timeZone = typeof timeZone === 'string' ? timeZone : 'Etc/GMT';
    spreadsheet.properties = others;
  },

  addSheet(request, draft) {
    const { workspace, spreadsheet } = draft;
    const properties = (request['properties'] ?? {}) as JsonObject;
    const given = properties['sheetId'];
    if (given !== undefined && spreadsheet.sheets.some(({ sheetId }) => sheetId === given))
      throw refusal(`A sheet with the ID ${String(given)} already exists.`);
    const sheetId = given ?? newSheetId(workspace, spreadsheet);
    const sheet = newSheet(spreadsheet, { ...properties, sheetId });
    const index = insertAt(draft, sheet, properties['index']);
    return { properties: sheetProperties(sheet, index) };
  },

  duplicateSheet(request, draft) {
    const { workspace, spreadsheet } = draft;
    const source = requireSheet(spreadsheet, request['sourceSheetId']);
    const sheetId =
      (request['newSheetId'] as number | undefined) ?? newSheetId(workspace, spreadsheet);
    if (spreadsheet.sheets.some((sheet) => sheet.sheetId === sheetId))
      throw refusal(`A sheet with the ID ${sheetId} already exists.`);
    const name = request['newSheetName'];
    const title = typeof name === 'string' ? name : `Copy of ${source.title}`;
    requireFreeTitle(spreadsheet, title);
    const copy = copyOfSheet(source, sheetId, title);
    const index = insertAt(draft, copy, request['insertSheetIndex'] ?? 0);
    return { properties: sheetProperties(copy, index) };
  },

  deleteSheet(request, { spreadsheet }) {
    const sheet = requireSheet(spreadsheet, request['sheetId']);
    if (
      spreadsheet.sheets.filter((other) => other !== sheet && other.properties['hidden'] !== true)
        .length === 0
    )
      throw refusal("You can't remove all the sheets in a document.");
    spreadsheet.sheets = spreadsheet.sheets.filter((other) => other !== sheet);
    spreadsheet.namedRanges = spreadsheet.namedRanges.filter(
      ({ range }) => (range as JsonObject)['sheetId'] !== sheet.sheetId,
    );
  },

  updateSheetProperties(request, draft) {
    const properties = (request['properties'] ?? {}) as JsonObject;
    const sheet = requireSheet(draft.spreadsheet, properties['sheetId']);
    const index = draft.spreadsheet.sheets.indexOf(sheet);
    const after = assign(sheetProperties(sheet, index), properties, maskOf(request));
    applyProperties(draft, sheet, after);
    if (after['index'] !== index) moveTo(draft, sheet, after['index'] as number);
    if (draft.spreadsheet.sheets.every((one) => one.properties['hidden'] === true))
      throw refusal("You can't hide all the sheets in a document.");
  },
};

const assign = (before: JsonObject, given: unknown, mask: FieldTree): JsonObject =>
  assignFields(
    before,
    (given ?? {}) as JsonObject,
    mask === true ? everythingIn(before, given) : mask,
  ) as JsonObject;

/** `*` as a mask of properties: everything that the request sets; the rest of the record stays. */
const everythingIn = (before: JsonObject, given: unknown): FieldTree =>
  new Map(
    Object.keys({ ...(given as object) })
      .filter((name) => name !== 'sheetId' || !('sheetId' in before))
      .map((name) => [name, true]),
  );

/** @returns the sheet's position. */
function insertAt({ spreadsheet }: Draft, sheet: SheetRecord, index: unknown): number {
  const { sheets } = spreadsheet;
  const at = typeof index === 'number' ? Math.min(index, sheets.length) : sheets.length;
  sheets.splice(at, 0, sheet);
  requireRoom(spreadsheet);
  return at;
}

/** An index counts positions before the move. */
function moveTo({ spreadsheet }: Draft, sheet: SheetRecord, index: number): void {
  const from = spreadsheet.sheets.indexOf(sheet);
  const others = spreadsheet.sheets.filter((other) => other !== sheet);
  others.splice(index > from ? index - 1 : index, 0, sheet);
  spreadsheet.sheets = others;
}

function applyProperties({ spreadsheet }: Draft, sheet: SheetRecord, after: JsonObject): void {
  const { sheetId: _id, title, index: _index, sheetType: _type, gridProperties, ...others } = after;
  if (typeof title !== 'string' || title === '') throw refusal('Sheet title cannot be empty.');
  requireFreeTitle(spreadsheet, title, sheet);
  const { rowCount, columnCount, ...grid } = (gridProperties ?? {}) as JsonObject;
  resize(
    { spreadsheet },
    sheet,
    Number(rowCount ?? sheet.rowCount),
    Number(columnCount ?? sheet.columnCount),
  );
  requireUnfrozen(sheet, grid);
  sheet.title = title;
  sheet.properties = others;
  sheet.gridProperties = grid;
}

function resize(
  { spreadsheet }: Pick<Draft, 'spreadsheet'>,
  sheet: SheetRecord,
  rowCount: number,
  columnCount: number,
): void {
  if (rowCount < 1 || columnCount < 1)
    throw refusal('A sheet must have at least one row and one column.');
  if (rowCount < sheet.rowCount)
    deleteDimension(spreadsheet, sheet, {
      dimension: 'ROWS',
      start: rowCount,
      end: sheet.rowCount,
    });
  if (columnCount < sheet.columnCount)
    deleteDimension(spreadsheet, sheet, {
      dimension: 'COLUMNS',
      start: columnCount,
      end: sheet.columnCount,
    });
  sheet.rowCount = rowCount;
  sheet.columnCount = columnCount;
  requireRoom(spreadsheet);
}

function requireUnfrozen({ rowCount, columnCount }: SheetRecord, grid: JsonObject): void {
  if (Number(grid['frozenRowCount'] ?? 0) >= rowCount)
    throw refusal("You can't freeze all visible rows on the sheet.");
  if (Number(grid['frozenColumnCount'] ?? 0) >= columnCount)
    throw refusal("You can't freeze all visible columns on the sheet.");
}
