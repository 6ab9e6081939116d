import { NotEmulated } from '../../kit/not-emulated';
import type { JsonObject } from '../api-method';
import type { Caller } from '../caller';
import { callingAccount } from '../drive/account';
import type { Workspace } from '../workspace';
import type { Draft } from './draft';
import { refusal, refusalAt } from '../spreadsheet/errors';
import { REQUESTS } from './requests/registry';
import type { SheetRecord, SpreadsheetRecord } from '../state/sheets';

const PAGE =
  'https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/request';

/**
 * Carries out requests in order, all or none.
 *
 * @returns their replies, empty objects for those without one.
 * @throws GoogleError 400 naming the position of the request.
 */
export function applyRequests(
  workspace: Workspace,
  caller: Caller,
  id: string,
  requests: readonly JsonObject[],
): JsonObject[] {
  const { sheets, drive } = workspace.state;
  const file = drive.files[id]!;
  const draft: Draft = {
    workspace,
    file,
    account: callingAccount(caller),
    spreadsheet: draftOf(sheets.spreadsheets[id]!),
    title: file.name,
  };
  const replies = requests.map((request, at) => apply(request, at, draft));
  sheets.spreadsheets[id] = draft.spreadsheet;
  file.name = draft.title;
  return replies;
}

function apply(request: JsonObject, at: number, draft: Draft): JsonObject {
  const names = Object.keys(request).filter((name) => request[name] !== null);
  const [name] = names;
  if (name === undefined) throw refusal(`Invalid requests[${at}]: No request set.`);
  if (names.length > 1)
    throw refusal(`Invalid requests[${at}]: Only one request may be set, got ${names.join(', ')}.`);
  const handler = REQUESTS[name];
  if (!handler) throw new NotEmulated(`sheets.${name}`, `${PAGE}#${name.toLowerCase()}request`);
  const reply = refusalAt(`requests[${at}].${name}`, () =>
    handler(request[name] as JsonObject, draft),
  );
  return reply ? { [name]: reply } : {};
}

/** A copy as deep as handlers write in place: they replace rows and the objects in lists, never modify them. */
const draftOf = (spreadsheet: SpreadsheetRecord): SpreadsheetRecord => ({
  ...spreadsheet,
  sheets: spreadsheet.sheets.map(draftOfSheet),
  namedRanges: [...spreadsheet.namedRanges],
  developerMetadata: [...spreadsheet.developerMetadata],
  styles: [...spreadsheet.styles],
});

const draftOfSheet = (sheet: SheetRecord): SheetRecord => ({
  ...sheet,
  cells: sheet.cells.slice(),
  styles: sheet.styles.slice(),
  rowProperties: { ...sheet.rowProperties },
  columnProperties: { ...sheet.columnProperties },
  merges: [...sheet.merges],
  protectedRanges: [...sheet.protectedRanges],
  conditionalFormats: [...sheet.conditionalFormats],
  tables: [...sheet.tables],
});
