/** A spreadsheet through the Sheets API, with the running person's own rights to files of this app. */
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import type { Api, PacedCalls, Use } from '../runs/ports';
import {
  UNDO,
  type Batch,
  type Cell,
  type Reading,
  type Rows,
  type SheetForm,
  type SheetLook,
  type SheetPart,
  type Spreadsheet,
} from '../sheets/spreadsheet';
import { columnRange, quoted, rowsRange } from './a1';
import { driveFiles, sheetValues, spreadsheets } from './advanced';
import { cellOfData, requestsOf } from './batch-requests';
import { call } from './call';
import { changeUnprotected } from './protection';
import {
  aboutDrive,
  aboutSheets,
  addMissingSheets,
  addUndo,
  changeSpreadsheet,
  lookRequests,
  outlineOf,
  tabsOf,
  type Tabs,
} from './sheet-tabs';

/**
 * The ids of the sheets are read once per execution, before the first batch. A batch is harmless even if the
 * spreadsheet has changed since it was read: it is judged by the rows that it met.
 *
 * Rows are added by `appendCells`, below the last row that has content in any column. `values.append` looks for a
 * table instead, and an empty row or a note at the side would mislead it.
 *
 * @param calls paces all calls, and repeats failed reads. Null does neither.
 * @see https://developers.google.com/workspace/sheets/api/reference/rest
 */
export function spreadsheet(id: string, calls: PacedCalls | null = null): Spreadsheet {
  const known = outlineBook(id, calls);

  function besideUndo(
    sheets: readonly string[],
    readWith: (hasUndo: boolean) => Result<Reading, Failure>,
  ): Result<Reading, Failure> {
    const read = reading(calls, () => readWith(true));
    if (read.ok || read.failure.kind !== 'rejected') return read;
    // Google does not say which sheet it could not find.
    const found = known.tabsFor(sheets);
    if (!found.ok || found.value.has(UNDO)) return found.ok ? read : found;
    return reading(calls, () => readWith(false));
  }

  return {
    id,
    read(sheets, headings = []) {
      const room = calls?.waitFor(useOf('sheets-write')) ?? ok(null);
      if (!room.ok) return room;
      return besideUndo([...sheets, ...headings], (hasUndo) =>
        readSheets(id, sheets, headings, hasUndo),
      );
    },
    undo() {
      const read = reading(calls, () => readUndo(id));
      if (read.ok || read.failure.kind !== 'rejected') return read;
      const found = reading(calls, () => tabsOf(id));
      return found.ok && !found.value.has(UNDO) ? ok([]) : read;
    },
    write: (batch) => known.write(batch),
    readPart: (part) => besideUndo([part.sheet], (hasUndo) => readPart(id, part, hasUndo)),
    version: () => reading(calls, () => versionOf(id)),
    zone: () => known.zone(),
    addMissing: (forms) => known.addMissing(forms),
    dress: (looks) => known.dress(looks),
  };
}

const reading = <T>(calls: PacedCalls | null, make: () => Result<T, Failure>): Result<T, Failure> =>
  makePaced(calls, 'make', 'sheets-read', make);

/** The sheets of the spreadsheet as they are known, and what is done with them. */
function outlineBook(id: string, calls: PacedCalls | null) {
  let tabs: Tabs | null = null;
  let zone: string | null = null;

  function tabsFor(sheets: readonly string[]): Result<Tabs, Failure> {
    if (tabs && sheets.every((title) => tabs!.has(title))) return ok(tabs);
    const found = reading(calls, () => outlineOf(id));
    if (!found.ok) return found;
    const missing = sheets.find((title) => title !== UNDO && !found.value.tabs.has(title));
    if (missing !== undefined) return fail({ kind: 'not-found', id: missing });
    ({ tabs, zone } = found.value);
    return ok(found.value.tabs);
  }

  function write(batch: Batch): Result<Rows, Failure> {
    const sheets = batch.steps.flatMap((step) => ('sheet' in step ? [step.sheet] : []));
    const known = tabsFor([...new Set([...sheets, UNDO])]);
    if (!known.ok) return known;
    const room = known.value.has(UNDO)
      ? ok(known.value)
      : makePaced(calls, 'once', 'sheets-write', () => addUndo(id, known.value));
    if (!room.ok) return room;
    tabs = room.value;
    const answer = makePaced(calls, 'once', 'sheets-write', () => makeBatch(id, batch, room.value));
    // Somebody may have deleted a sheet, or made it again.
    if (!answer.ok) tabs = null;
    return answer;
  }

  return {
    tabsFor,
    write,
    zone(): Result<string, Failure> {
      if (zone !== null) return ok(zone);
      const found = tabsFor([]);
      return found.ok ? ok(zone ?? '') : found;
    },
    addMissing(forms: readonly SheetForm[]): Result<null, Failure> {
      tabs = null;
      // It may be made twice: only what is missing is added.
      return makePaced(calls, 'make', 'sheets-write', () => addMissingSheets(id, forms));
    },
    dress(looks: readonly SheetLook[]): Result<null, Failure> {
      const known = tabsFor(looks.map(({ title }) => title));
      if (!known.ok) return known;
      const requests = looks.flatMap((look) => lookRequests(look, known.value.get(look.title)!.id));
      // It may be made twice: a look is what it is.
      return makePaced(calls, 'make', 'sheets-write', () => changeSpreadsheet(id, requests));
    },
  };
}

/** Only the running account's quota is used here. */
const useOf = (api: Api): Use => ({ api, cost: 1, person: 'own' });

function makePaced<T>(
  calls: PacedCalls | null,
  how: 'make' | 'once',
  api: Api,
  make: () => Result<T, Failure>,
): Result<T, Failure> {
  if (calls === null) return make();
  const attempt = calls[how](useOf(api), make);
  return attempt.kind === 'done' ? ok(attempt.value) : fail(attempt.failure);
}

const readSheets = (
  id: string,
  sheets: readonly string[],
  headings: readonly string[],
  hasUndo: boolean,
): Result<Reading, Failure> =>
  readWithSerial(
    id,
    [...sheets.map(quoted), ...headings.map((title) => rowsRange(title, 0, 1))],
    hasUndo,
  );

const readPart = (
  id: string,
  { sheet, blocks }: SheetPart,
  hasUndo: boolean,
): Result<Reading, Failure> =>
  readWithSerial(
    id,
    blocks.map((block) =>
      block.kind === 'rows'
        ? rowsRange(sheet, block.row, block.count)
        : columnRange(sheet, block.column),
    ),
    hasUndo,
  );

/** The serial is read in the same request: it says of which state the rows are. */
function readWithSerial(id: string, wanted: string[], hasUndo: boolean): Result<Reading, Failure> {
  const read = readRanges(id, hasUndo ? [...wanted, `${quoted(UNDO)}!A1`] : wanted);
  if (!read.ok) return read;
  const [first = []] = read.value[wanted.length] ?? [];
  const serial = hasUndo ? Number(first[0] ?? 0) || 0 : null;
  return ok({ rows: read.value.slice(0, wanted.length), serial });
}

function readUndo(id: string): Result<Rows, Failure> {
  const read = readRanges(id, [quoted(UNDO)]);
  return read.ok ? ok(read.value[0] ?? []) : read;
}

function readRanges(id: string, ranges: string[]): Result<Rows[], Failure> {
  if (ranges.length === 0) return ok([]);
  const read = call(
    () =>
      sheetValues().batchGet(id, {
        ranges,
        valueRenderOption: 'UNFORMATTED_VALUE',
        dateTimeRenderOption: 'SERIAL_NUMBER',
        fields: 'valueRanges/values',
      }),
    aboutSheets(id),
  );
  if (!read.ok) return read;
  const found = read.value.valueRanges ?? [];
  return ok(ranges.map((_, index) => (found[index]?.values ?? []) as Cell[][]));
}

/** Sends the batch in one request, whose response also shows what the changed rows contained before. */
function makeBatch(id: string, batch: Batch, tabs: Tabs): Result<Rows, Failure> {
  const requests = requestsOf(batch, tabs);
  const done = changeUnprotected(id, requests, aboutSheets(id), () =>
    spreadsheets().batchUpdate(
      {
        requests,
        includeSpreadsheetInResponse: true,
        responseIncludeGridData: true,
        responseRanges: [rowsRange(UNDO, 0, batch.answerRows)],
      },
      id,
      {
        fields: 'updatedSpreadsheet.sheets(properties.title,data.rowData.values.effectiveValue)',
      },
    ),
  );
  if (!done.ok) return done;
  const sheets = done.value.updatedSpreadsheet?.sheets ?? [];
  const undo = sheets.find(({ properties }) => properties?.title === UNDO);
  const rows = undo?.data?.[0]?.rowData ?? [];
  return ok(rows.map(({ values = [] }) => values.map(cellOfData)));
}

function versionOf(id: string): Result<string, Failure> {
  const file = call(() => driveFiles().get(id, { fields: 'version' }), aboutDrive(id));
  return file.ok ? ok(String((file.value as { readonly version?: unknown }).version)) : file;
}
