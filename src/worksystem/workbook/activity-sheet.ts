/**
 * Everybody's activities as one execution first saw them, with its own writes since. It does not show what people edit meanwhile:
 * whoever is synced from these rows gets the state of these rows, so that the next execution finds the edit.
 */
import type { Hash } from '../../kit/canonical';
import type { Failure } from '../../kit/failure';
import type { AddressedPerson } from '../../kit/person';
import { ok, type Result } from '../../kit/result';
import { activityText } from './activity-row';
import type { ActivityCells, ActivityField } from './forms';
import { ACTIVITIES } from './forms';
import { identifiedTable } from '../../sheets/identified';
import type { Sheets } from '../../sheets/sheets';
import type { Row, Table } from '../../sheets/table';
import { OwnedRows, type RowsById } from './series-rows';

export type ActivityTable = Table<ActivityField>;

export class ActivitySheet {
  private seen: OwnedRows | null = null;
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
    return this.seen !== null;
  }

  /** The rows of a person by id: those whose owner is one of their addresses. */
  of({ addresses }: AddressedPerson): Result<RowsById, Failure> {
    const rows = this.everybody();
    return rows.ok ? ok(rows.value.of(addresses)) : rows;
  }

  /** The address of a row's owner. */
  ownerOf(cells: ActivityCells): string {
    return this.seen?.ownerOf(cells) ?? '';
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
    if (!this.seen || this.frozen.has(person.userId)) return null;
    return stateOfRows(this.seen.of(person.addresses), this.hash);
  }

  /** The sheet as it is known, each row with an id. It does not change what the sync has been shown. */
  table(): Result<ActivityTable, Failure> {
    const table = identifiedTable<ActivityField>(this.sheets, ACTIVITIES, {
      id: 'id',
      origin: 'externalId',
      newId: this.newId,
    });
    if (table.ok && !this.seen) this.see(table.value);
    return table;
  }

  /** The same, read anew. */
  now(): Result<ActivityTable, Failure> {
    const fresh = this.sheets.tableNow(ACTIVITIES);
    return fresh.ok ? this.table() : fresh;
  }

  /** Notes what we wrote; null for a row we deleted. */
  note(id: string, after: ActivityCells | null): void {
    this.states.clear();
    this.seen?.set(id, after);
  }

  private everybody(): Result<OwnedRows, Failure> {
    if (this.seen) return ok(this.seen);
    const table = this.table();
    return table.ok ? ok(this.seen ?? new OwnedRows([])) : table;
  }

  private see({ rows }: ActivityTable): void {
    this.rows = rows;
    this.seen = new OwnedRows(rows);
    for (const [userId, { person, state }] of this.told)
      if (stateOfRows(this.seen.of(person.addresses), this.hash) !== state)
        this.frozen.set(userId, state);
  }
}

const keyOf = ({ addresses }: AddressedPerson): string => addresses.join(' ');

export const stateOfRows = (rows: RowsById, hash: Hash): string =>
  hash(
    [...rows]
      .map(([id, cells]) => `${id} ${activityText(cells)}`)
      .sort()
      .join('\n'),
  );
