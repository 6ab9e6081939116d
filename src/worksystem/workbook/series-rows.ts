/** Rows that take the place of one date of another row, which repeats. Such a row belongs to whoever owns the row that repeats. */
import type { Slot } from '../../calendar/ports';
import { addressOf, textOf } from '../../sheets/cells';
import type { Cell } from '../../sheets/spreadsheet';
import type { Row } from '../../sheets/table';
import type { ActivityCells, ActivityField } from './forms';
import { serialOf, spotOf } from './spots';

type SlotCells = Pick<ActivityCells, 'series' | 'insteadOf'>;

export type RowsById = ReadonlyMap<string, ActivityCells>;

/**
 * Which date of which row a row takes the place of; null for all others. A part that is missing or unreadable is empty, so that the
 * sync finds no such series or date, and leaves the row out.
 */
export function slotOf({ series, insteadOf }: SlotCells): Slot | null {
  const [id, date] = [filled(series), filled(insteadOf)];
  if (id === '' && date === '') return null;
  return { series: id, date: spotOf(insteadOf)?.date ?? '' };
}

/** What two rows must not share. */
export const slotKey = ({ series, date }: Slot): string => `${series} on ${date}`;

/** A box that is not ticked counts as empty. */
export const filled = (cell: Cell): string => (cell === false ? '' : textOf(cell));

export const cellsOfSlot = (slot: Slot | null): SlotCells => ({
  series: slot?.series ?? '',
  insteadOf: slot === null ? '' : serialOf(slot.date),
});

/** The address of the owner: of an exception, that of the row that repeats, whatever its own cell says. */
export function ownerIn(rows: RowsById, cells: ActivityCells): string {
  const series = filled(cells.series);
  return addressOf((series === '' ? undefined : rows.get(series))?.owner ?? cells.owner);
}

export const rowsById = (rows: readonly Row<ActivityField>[]): Map<string, ActivityCells> =>
  new Map(rows.map(({ cells }) => [textOf(cells.id), cells]));

const NONE: RowsById = new Map();

/** Rows by owner, kept so while rows change. */
export class OwnedRows {
  private readonly all: Map<string, ActivityCells>;
  private readonly byOwner = new Map<string, Map<string, ActivityCells>>();
  private readonly owners = new Map<string, string>();
  /** Ids of exceptions, by that of the row that repeats. */
  private readonly exceptions = new Map<string, Set<string>>();

  constructor(rows: readonly Row<ActivityField>[]) {
    this.all = rowsById(rows);
    for (const id of this.all.keys()) this.place(id);
  }

  ownerOf(cells: ActivityCells): string {
    return ownerIn(this.all, cells);
  }

  /** By id: the rows of a person at all of their addresses. */
  of(addresses: readonly string[]): RowsById {
    const [only, ...others] = addresses;
    if (others.length === 0) return this.byOwner.get(only ?? '') ?? NONE;
    return new Map(addresses.flatMap((address) => [...(this.byOwner.get(address) ?? NONE)]));
  }

  /** @param cells null for a row that is gone. */
  set(id: string, cells: ActivityCells | null): void {
    if (cells === null) this.all.delete(id);
    else this.all.set(id, cells);
    this.place(id);
    for (const exception of this.exceptions.get(id) ?? [])
      if (exception !== id) this.place(exception);
  }

  private place(id: string): void {
    const before = this.owners.get(id);
    if (before !== undefined) this.byOwner.get(before)?.delete(id);
    const cells = this.all.get(id);
    if (!cells) return void this.owners.delete(id);
    const owner = this.ownerOf(cells);
    this.owners.set(id, owner);
    added(this.byOwner, owner, () => new Map<string, ActivityCells>()).set(id, cells);
    const series = filled(cells.series);
    if (series !== '') added(this.exceptions, series, () => new Set<string>()).add(id);
  }
}

function added<T>(map: Map<string, T>, key: string, make: () => T): T {
  const there = map.get(key) ?? make();
  map.set(key, there);
  return there;
}
