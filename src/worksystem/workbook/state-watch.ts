/** Finds out whose activities changed, without reading them if the spreadsheet did not change. */
import type { Hash } from '../../kit/canonical';
import type { Failure } from '../../kit/failure';
import type { AddressedPerson } from '../../kit/person';
import { ok, type Result } from '../../kit/result';
import type { StringStore } from '../../kit/string-store';
import { stateOfRows, type ActivitySheet } from './activity-sheet';
import { ACTIVITIES } from './forms';
import { remember, remembered, type Remembered } from './remembered';
import { OwnedRows } from './series-rows';
import type { Sheets } from '../../sheets/sheets';

/** How far a person's sync has come. */
export interface CarriedState extends AddressedPerson {
  readonly isOn: boolean;
  /** The state that was last carried over; null for none. */
  readonly workState: string | null;
}

export interface WatchPorts {
  readonly sheets: Sheets;
  readonly rows: ActivitySheet;
  carriedStates(): Result<readonly CarriedState[], Failure>;
  readonly memory: StringStore;
  readonly hash: Hash;
}

export class StateWatch {
  /** The version that this execution got before it read any activity; undefined before that, null when it could not be got. */
  private version: string | null | undefined;
  private kept: Remembered | null = null;
  private carried: ReadonlyMap<string, string | null> | null = null;

  constructor(private readonly ports: WatchPorts) {}

  /** The state of a person's activities: from their rows once these have been read, otherwise as remembered. */
  stateOf(person: AddressedPerson): Result<string, Failure> {
    const { rows } = this.ports;
    if (rows.isRead) return rows.stateOf(person);
    this.ask();
    if (this.kept) {
      const state = this.stateKept(person.userId, this.kept);
      if (!state.ok) return state;
      if (state.value !== null) {
        rows.tell(person, state.value);
        return ok(state.value);
      }
    }
    return rows.stateOf(person);
  }

  /** If Drive does not respond, the rows are read. */
  private ask(): void {
    if (this.version !== undefined) return;
    const { spreadsheet } = this.ports.sheets;
    const told = spreadsheet.version();
    this.version = told.ok ? told.value : null;
    const kept = remembered(this.ports.memory, spreadsheet.id);
    this.kept = kept !== null && kept.version === this.version ? kept : null;
  }

  private stateKept(userId: string, kept: Remembered): Result<string | null, Failure> {
    const apart = new Map(Object.entries(kept.states)).get(userId);
    if (apart !== undefined) return ok(apart);
    if (!this.carried) {
      const all = this.ports.carriedStates();
      if (!all.ok) return all;
      this.carried = new Map(all.value.map((one) => [one.userId, one.workState]));
    }
    return ok(this.carried.get(userId) ?? null);
  }

  /** Whether the rows have to be read, because the spreadsheet has changed since their states were remembered. */
  isChanged(): boolean {
    this.ask();
    return this.kept === null;
  }

  /**
   * Remembers the version, asked for before the rows were read, and the states that belong to it: an edit in between is in the
   * states, and one later moves the version on. After a write of ours the version is another, and the next execution reads.
   */
  settle(): Result<null, Failure> {
    const { sheets, rows, memory } = this.ports;
    if (sheets.hasWritten || !rows.isRead) return ok(null);
    const states = this.statesApart();
    if (!states.ok) return states;
    const { version = null } = this;
    remember(
      memory,
      sheets.spreadsheet.id,
      version === null ? null : { version, states: states.value },
    );
    return ok(null);
  }

  /** States of the rows that are not what Connections say was carried over. */
  private statesApart(): Result<Record<string, string>, Failure> {
    const { sheets, hash, carriedStates } = this.ports;
    const carried = carriedStates();
    if (!carried.ok) return carried;
    const activities = sheets.table(ACTIVITIES);
    if (!activities.ok) return activities;
    const rows = new OwnedRows(activities.value.rows);
    const states: Record<string, string> = {};
    for (const one of carried.value) {
      const { userId, workState, isOn, addresses } = one;
      const now = stateOfRows(rows.of(addresses), hash);
      if (isOn && now !== workState) states[userId] = now;
    }
    return ok(states);
  }
}
