/**
 * Everybody's activities as one execution first saw them, with its own writes since. It does not show what people edit meanwhile:
 * whoever is synced from these rows gets the state of these rows, so that the next execution finds the edit.
 */
import type { Hash } from '../../kit/canonical';
import type { Failure } from '../../kit/failure';
import type { AddressedPerson } from '../../kit/person';
import { ok, type Result } from '../../kit/result';
import { activityText, type ActivityCells, type ActivityField } from './activity-row';
import { addressOf, textOf } from '../../sheets/cells';
import { ACTIVITIES } from './forms';
import { identifiedTable } from '../../sheets/identified';
import type { Sheets } from '../../sheets/sheets';
import type { Row, Table } from '../../sheets/table';

export type ActivityTable = Table<ActivityField>;

export class ActivitySheet {
  private owners: Map<string, Map<string, ActivityCells>> | null = null;
  private readonly states = new Map<string, string>();
  private readonly told = new Map<string, { person: AddressedPerson; state: string }>();
  private readonly frozen = new Map<string, string>();
  /** The rows as first read, for finding mistakes in them; null before. */
  rows: readonly Row<ActivityField>[] | null = null;

  constructor(
    private readonly sheets: Sheets,
    private readonly hash: Hash,
    private readonly newId: () => string,
  ) {}

  get isRead(): boolean {
    return this.owners !== null;
  }

  /** The rows of a person by id: those whose owner is one of their addresses. */
  of(person: AddressedPerson): Result<ReadonlyMap<string, ActivityCells>, Failure> {
    const owners = this.everybody();
    return owners.ok ? ok(rowsOf(owners.value, person)) : owners;
  }

  /** Sets the state that a person's sync uses without reading. It keeps that state even if the rows, once read, differ. */
  tell(person: AddressedPerson, state: string): void {
    this.told.set(person.userId, { person, state });
  }

  /** Changes when any of the person's rows does; their order does not matter. */
  stateOf(person: AddressedPerson): Result<string, Failure> {
    const known = this.frozen.get(person.userId) ?? this.states.get(keyOf(person));
    if (known !== undefined) return ok(known);
    const rows = this.of(person);
    if (!rows.ok) return rows;
    const state = stateOfRows(rows.value, this.hash);
    this.states.set(keyOf(person), state);
    return ok(state);
  }

  /**
   * The state that a person's sync used, updated by our own writes; null when it is unknown. It does not include an edit that
   * somebody made meanwhile.
   */
  stateAfterWrites(person: AddressedPerson): string | null {
    if (!this.owners || this.frozen.has(person.userId)) return null;
    return stateOfRows(rowsOf(this.owners, person), this.hash);
  }

  /** The sheet as it is known, each row with an id. It does not change what the sync has been shown. */
  table(): Result<ActivityTable, Failure> {
    const table = identifiedTable<ActivityField>(this.sheets, ACTIVITIES, {
      id: 'id',
      origin: 'externalId',
      newId: this.newId,
    });
    if (table.ok && !this.owners) this.see(table.value);
    return table;
  }

  /** The same, read anew. */
  now(): Result<ActivityTable, Failure> {
    const fresh = this.sheets.tableNow(ACTIVITIES);
    return fresh.ok ? this.table() : fresh;
  }

  /** Notes what we wrote; null for a row we deleted. */
  note(id: string, before: ActivityCells | null, after: ActivityCells | null): void {
    for (const cells of [before, after]) {
      if (cells === null) continue;
      const owner = addressOf(cells.owner);
      this.states.clear();
      if (cells === before) this.owners?.get(owner)?.delete(id);
    }
    if (after !== null && this.owners) seenOf(this.owners, addressOf(after.owner)).set(id, after);
  }

  private everybody(): Result<ReadonlyMap<string, ReadonlyMap<string, ActivityCells>>, Failure> {
    if (this.owners) return ok(this.owners);
    const table = this.table();
    return table.ok ? ok(this.owners ?? new Map()) : table;
  }

  private see(table: ActivityTable): void {
    this.rows = table.rows;
    this.owners = byOwner(table);
    for (const [userId, { person, state }] of this.told)
      if (stateOfRows(rowsOf(this.owners, person), this.hash) !== state)
        this.frozen.set(userId, state);
  }
}

const keyOf = ({ addresses }: AddressedPerson): string => addresses.join(' ');

/** The rows of a person, at all of their addresses. */
export function rowsOf(
  owners: ReadonlyMap<string, ReadonlyMap<string, ActivityCells>>,
  { addresses }: AddressedPerson,
): ReadonlyMap<string, ActivityCells> {
  const found = addresses.flatMap((address) => [...(owners.get(address) ?? [])]);
  return new Map(found);
}

const seenOf = (
  owners: Map<string, Map<string, ActivityCells>>,
  owner: string,
): Map<string, ActivityCells> => {
  const rows = owners.get(owner) ?? new Map<string, ActivityCells>();
  owners.set(owner, rows);
  return rows;
};

/** Rows by owner and id. */
export function byOwner({ rows }: ActivityTable): Map<string, Map<string, ActivityCells>> {
  const owners = new Map<string, Map<string, ActivityCells>>();
  for (const { cells } of rows) seenOf(owners, addressOf(cells.owner)).set(textOf(cells.id), cells);
  return owners;
}

export const stateOfRows = (rows: ReadonlyMap<string, ActivityCells>, hash: Hash): string =>
  hash(
    [...rows]
      .map(([id, cells]) => `${id} ${activityText(cells)}`)
      .sort()
      .join('\n'),
  );
