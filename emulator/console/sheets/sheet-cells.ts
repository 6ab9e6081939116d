import type { Block } from './cell-address';
import { toSheetCell, type SheetCell } from './sheet-cell';
import type { SpreadsheetClient } from './spreadsheet-client';

type Rows = readonly (readonly (SheetCell | undefined)[])[];

interface Piece {
  readonly rows: Rows;
  /** The state of the sheet in which it was read. */
  readonly turn: number;
}

const ROWS_OF_A_PIECE = 100;

/** The cells of one sheet, fetched in pieces of some hundred rows when they come into view. */
export class SheetCells {
  private readonly pieces = new Map<number, Piece>();
  private turn = 0;

  constructor(
    private readonly client: SpreadsheetClient,
    private readonly sheetId: number,
    private readonly size: () => { readonly rowCount: number; readonly columnCount: number },
  ) {}

  /** @returns undefined for an empty cell and for one that has not been fetched yet. */
  at(row: number, column: number): SheetCell | undefined {
    return this.pieces.get(Math.floor(row / ROWS_OF_A_PIECE))?.rows[row % ROWS_OF_A_PIECE]?.[
      column
    ];
  }

  /** Marks everything fetched as outdated: it is shown until it has been fetched again. */
  changed(): void {
    this.turn++;
  }

  /** Fetches those of these rows that are missing or outdated. @returns whether there were any. */
  async load(rows: readonly number[]): Promise<boolean> {
    const wanted = [...new Set(rows.map((row) => Math.floor(row / ROWS_OF_A_PIECE)))].filter(
      (piece) => this.pieces.get(piece)?.turn !== this.turn,
    );
    await Promise.all(wanted.map((piece) => this.loadPiece(piece)));
    return wanted.length > 0;
  }

  private async loadPiece(piece: number): Promise<void> {
    const { turn } = this;
    const { rowCount, columnCount } = this.size();
    const block: Block = {
      startRow: piece * ROWS_OF_A_PIECE,
      endRow: Math.min((piece + 1) * ROWS_OF_A_PIECE, rowCount),
      startColumn: 0,
      endColumn: Math.min(columnCount, MOST_COLUMNS),
    };
    const data = block.startRow < block.endRow ? await this.client.cells(this.sheetId, block) : [];
    const rows = data.map(({ values = [] }) => values.map(toSheetCell));
    if (turn >= (this.pieces.get(piece)?.turn ?? 0)) this.pieces.set(piece, { rows, turn });
  }
}

/** Columns beyond this are not shown: the page says so. */
export const MOST_COLUMNS = 200;
