import type { Json } from '../../api-method';
import type { Draft } from '../draft';
import type { Block } from '../../spreadsheet/grid';
import { requireUnprotected } from '../protection';
import { blockOf, fromGridRange } from '../../spreadsheet/ranges';
import type { GridRange, SheetRecord } from '../../state/sheets';

/** A block of a sheet in the draft. */
export interface SheetBlock {
  readonly sheet: SheetRecord;
  readonly block: Block;
}

/** The block that a request's GridRange covers, cut at the grid's end. @throws GoogleError 400 when it begins beyond. */
export function blockIn(range: Json | undefined, { spreadsheet }: Draft): SheetBlock {
  const resolved = fromGridRange(spreadsheet, (range ?? {}) as unknown as GridRange);
  return { sheet: resolved.sheet, block: blockOf(resolved) };
}

/** The same, for cells that will be changed. @throws GoogleError 400 where they are protected from this person. */
export function editableBlockIn(range: Json | undefined, draft: Draft): SheetBlock {
  const found = blockIn(range, draft);
  requireUnprotected(draft.workspace, draft, found.sheet, found.block);
  return found;
}
