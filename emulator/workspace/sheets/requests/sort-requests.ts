import type { JsonObject } from '../../api-method';
import type { RequestHandler } from '../draft';
import { formulaValue } from '../../spreadsheet/formula-value';
import { clearBlock, putRow, readBlock } from '../../spreadsheet/grid';
import type { Cell } from '../../state/sheets';
import { editableBlockIn } from './block-of-request';

/** Sorting. */
export const SORT_REQUESTS: Readonly<Record<string, RequestHandler>> = {
  sortRange(request, draft) {
    const { sheet, block } = editableBlockIn(request['range'], draft);
    const cells = readBlock(sheet.cells, block);
    const styles = readBlock(sheet.styles, block);
    const specs = (Array.isArray(request['sortSpecs']) ? request['sortSpecs'] : []) as JsonObject[];
    const order = cells.map((_, at) => at);
    order.sort((left, right) => {
      for (const { dimensionIndex, sortOrder } of specs) {
        const column = Number(dimensionIndex ?? 0) - block.startColumn;
        const outcome = compare(
          cells[left]![column] ?? null,
          cells[right]![column] ?? null,
          sortOrder === 'DESCENDING',
        );
        if (outcome !== 0) return outcome;
      }
      return left - right;
    });
    clearBlock(sheet.cells, block);
    clearBlock(sheet.styles, block);
    for (const [at, from] of order.entries()) {
      putRow(sheet.cells, block.startRow + at, block.startColumn, cells[from]!);
      putRow(sheet.styles, block.startRow + at, block.startColumn, styles[from] ?? []);
    }
  },
};

/** Numbers, then strings ignoring letter case, then booleans; empty cells last in either direction. */
function compare(left: Cell, right: Cell, descending: boolean): number {
  const [a, b] = [sortable(left), sortable(right)];
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const outcome = rank(a) - rank(b) || compareAlike(a, b);
  return descending ? -outcome : outcome;
}

type Sortable = string | number | boolean;

function sortable(cell: Cell): Sortable | null {
  if (cell === null || typeof cell !== 'object') return cell;
  const computed = formulaValue(cell.formula);
  return computed.kind === 'value' ? computed.value : cell.formula;
}

const RANKS: Readonly<Record<string, number>> = { number: 0, string: 1, boolean: 2 };

const rank = (value: Sortable): number => RANKS[typeof value]!;

const COLLATOR = new Intl.Collator('en', { sensitivity: 'base' });

function compareAlike(left: Sortable, right: Sortable): number {
  if (typeof left === 'string') return COLLATOR.compare(left, String(right));
  return Number(left) - Number(right);
}
