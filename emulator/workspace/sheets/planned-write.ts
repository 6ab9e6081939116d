import type { Block } from '../spreadsheet/grid';
import type { SheetRecord } from '../state/sheets';
import type { PreparedCells } from './values-input';

/** A write that was checked and can no longer fail. */
export interface PlannedWrite {
  readonly sheet: SheetRecord;
  readonly block: Block;
  readonly prepared: PreparedCells;
  readonly updatedCells: number;
}
