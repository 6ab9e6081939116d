/**
 * Everybody's activities as one execution saw them first, with its own writes since. What people edit meanwhile is not among
 * them: whoever was synced from these rows has the state of these rows, so that the next execution finds the edit.
 */
import type { Hash } from '../../kit/canonical';
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import { activityText, type ActivityCells, type ActivityField } from './activity-row';
import { addressOf, textOf } from '../../sheets/cells';
import { ACTIVITIES } from './forms';
import { identified } from '../../sheets/identified';
import type { Sheets } from '../../sheets/sheets';
import type { Row, Table } from '../../sheets/table';

export type ActivityTable = Table<ActivityField>;

export class ActivitySheet {
  private owners: Map<string, Map<string, ActivityCells>> | null = null;
  private readonly states = new Map<string, string>();
  private readonly told = new Map<string, string>();
  private readonly frozen = new Map<string, string>();
  /** Before the first write of ours. */
  private readonly first = new Map<string, string>();
  /** Rows of the first reading, for what is wrong in them; null before. */
  rows: readonly Row<ActivityField>[] | null = null;

  constructor(
    private readonly sheets: Sheets,
    private readonly hash: Hash,
    private readonly newId: () => string,
  ) {}

  get isRead(): boolean {
    return this.owners !== null;
  }

  /** The rows of a person by id. */
  of(email: string): Result<ReadonlyMap<string, ActivityCells>, Failure> {
    const owners = this.everybody();
    return owners.ok ? ok(owners.value.get(email.toLowerCase()) ?? new Map()) : owners;
  }

  /** A state that the sync of a person goes by without reading. Should the rows differ once they are read, it keeps to it. */
  tell(email: string, state: string): void {
    this.told.set(email.toLowerCase(), state);
  }

  /** Differs when anything of the person's rows does; their order is no matter. */
  stateOf(email: string): Result<string, Failure> {
    const owner = email.toLowerCase();
    const known = this.frozen.get(owner) ?? this.states.get(owner);
    if (known !== undefined) return ok(known);
    const rows = this.of(owner);
    if (!rows.ok) return rows;
    const state = stateOfRows(rows.value, this.hash);
    this.states.set(owner, state);
    return ok(state);
  }

  /**
   * The state that the sync of a person went by, when nothing but our own writes has led from it to `now`; null else. Who has
   * carried over the first has carried over the second.
   */
  cameFrom(email: string, now: string): string | null {
    const rows = this.owners?.get(email);
    if (!rows || this.frozen.has(email)) return null;
    const before = this.first.get(email);
    return before !== undefined && stateOfRows(rows, this.hash) === now ? before : null;
  }

  /** The sheet as it is now, each row with an id. What is seen stays what it was. */
  now(): Result<ActivityTable, Failure> {
    const table = this.sheets.tableNow(ACTIVITIES);
    if (!table.ok) return table;
    const { table: whole, updates } = identified<ActivityField>(table.value, {
      id: 'id',
      origin: 'externalId',
      newId: this.newId,
    });
    const written = updates.length > 0 ? this.sheets.update(updates) : ok(null);
    if (!written.ok) return written;
    if (!this.owners) this.see(whole);
    return ok(whole);
  }

  /** Notes what we wrote; null for a row we deleted. */
  note(id: string, before: ActivityCells | null, after: ActivityCells | null): void {
    for (const cells of [before, after]) {
      if (cells === null) continue;
      const owner = addressOf(cells.owner);
      if (this.owners && !this.first.has(owner))
        this.first.set(owner, stateOfRows(seenOf(this.owners, owner), this.hash));
      this.states.delete(owner);
      if (cells === before) this.owners?.get(owner)?.delete(id);
    }
    if (after !== null && this.owners) seenOf(this.owners, addressOf(after.owner)).set(id, after);
  }

  private everybody(): Result<ReadonlyMap<string, ReadonlyMap<string, ActivityCells>>, Failure> {
    if (this.owners) return ok(this.owners);
    const table = this.now();
    return table.ok ? ok(this.owners ?? new Map()) : table;
  }

  private see(table: ActivityTable): void {
    this.rows = table.rows;
    this.owners = byOwner(table);
    for (const [owner, state] of this.told)
      if (stateOfRows(this.owners.get(owner) ?? new Map(), this.hash) !== state)
        this.frozen.set(owner, state);
  }
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
