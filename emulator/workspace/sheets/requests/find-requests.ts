import type { JsonObject } from '../../api-method';
import { enteredValue } from '../../spreadsheet/entered-value';
import type { Draft, RequestHandler } from '../draft';
import { refusal } from '../../spreadsheet/errors';
import { putRow } from '../../spreadsheet/grid';
import { wholeBlock, requireSheet } from '../../spreadsheet/ranges';
import { FORMATTED, renderedValue } from '../../spreadsheet/rendered-value';
import { styleAt } from '../../spreadsheet/styles';
import type { Cell } from '../../state/sheets';
import { editableBlockIn, type SheetBlock } from './block-of-request';

interface Counts {
  valuesChanged: number;
  formulasChanged: number;
  rowsChanged: number;
  sheetsChanged: number;
  occurrencesChanged: number;
}

/** Finding and replacing. */
export const FIND_REQUESTS: Readonly<Record<string, RequestHandler>> = {
  findReplace(request, draft) {
    const pattern = patternOf(request);
    const counts: Counts = {
      valuesChanged: 0,
      formulasChanged: 0,
      rowsChanged: 0,
      sheetsChanged: 0,
      occurrencesChanged: 0,
    };
    for (const place of placesOf(request, draft)) {
      const before = counts.rowsChanged;
      replaceIn(place, { request, draft, pattern, counts });
      if (counts.rowsChanged > before) counts.sheetsChanged++;
    }
    return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
  },
};

function placesOf(request: JsonObject, draft: Draft): SheetBlock[] {
  const whole = (sheetId: unknown): SheetBlock => {
    const sheet = requireSheet(draft.spreadsheet, sheetId);
    return { sheet, block: wholeBlock(sheet) };
  };
  if (request['range']) return [editableBlockIn(request['range'], draft)];
  if (request['sheetId'] !== undefined) return [whole(request['sheetId'])];
  if (request['allSheets'] === true)
    return draft.spreadsheet.sheets.map(({ sheetId }) => whole(sheetId));
  throw refusal('Scope must be set: range, sheetId or allSheets.');
}

function patternOf({ find, searchByRegex, matchCase, matchEntireCell }: JsonObject): RegExp {
  const text = String(find ?? '');
  if (text === '') throw refusal('find must not be empty.');
  const source = searchByRegex === true ? text : text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const whole = matchEntireCell === true ? `^(?:${source})$` : source;
  try {
    return new RegExp(whole, matchCase === true ? 'gu' : 'giu');
  } catch {
    throw refusal(`Invalid regular expression: ${text}`);
  }
}

function replaceIn(
  { sheet, block }: SheetBlock,
  {
    request,
    draft,
    pattern,
    counts,
  }: { request: JsonObject; draft: Draft; pattern: RegExp; counts: Counts },
): void {
  const year = new Date(draft.workspace.clock.now()).getUTCFullYear();
  const given = String(request['replacement'] ?? '');
  const replacement = request['searchByRegex'] === true ? given : given.replaceAll('$', '$$$$');
  for (let row = block.startRow; row < Math.min(block.endRow, sheet.cells.length); row++) {
    let changed = false;
    for (
      let column = block.startColumn;
      column < Math.min(block.endColumn, sheet.cells[row]!.length);
      column++
    ) {
      const cell = sheet.cells[row]![column]!;
      const text = searchedText(
        cell,
        draft,
        { sheet, row, column },
        request['includeFormulas'] === true,
      );
      const found = text?.match(pattern)?.length ?? 0;
      if (text === null || found === 0) continue;
      const next = enteredValue(text.replace(pattern, replacement), year, false).cell;
      putRow(sheet.cells, row, column, [next]);
      changed = true;
      counts.occurrencesChanged += found;
      if (isFormula(cell)) counts.formulasChanged++;
      else counts.valuesChanged++;
    }
    if (changed) counts.rowsChanged++;
  }
}

const isFormula = (cell: Cell): boolean => typeof cell === 'object' && cell !== null;

/** Formulas are searched only on request, and then as formulas. */
function searchedText(
  cell: Cell,
  { spreadsheet }: Draft,
  { sheet, row, column }: { sheet: SheetBlock['sheet']; row: number; column: number },
  includeFormulas: boolean,
): string | null {
  if (cell === null || (isFormula(cell) && !includeFormulas)) return null;
  const style = styleAt(spreadsheet, sheet, row, column);
  return String(
    renderedValue(cell, style, isFormula(cell) ? { ...FORMATTED, values: 'FORMULA' } : FORMATTED),
  );
}
