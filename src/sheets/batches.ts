/** Batches and their outcome: nothing is planned from a sheet before the outcome of the last batch is known. */
import { instantAt, type Clock } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import type { Slot } from '../kit/slot';
import { batchOf, type Act, type PlannedBatch } from './batch';
import type { Landing } from './change';
import { judge, type Judged } from './judge';
import { JudgedSerials } from './judged-serials';
import { notedIn, serialBefore, serialIn } from './note';
import { putRight } from './put-right';
import { UNDO_REMADE, type Rows, type Spreadsheet } from './spreadsheet';
import { tableOf, type AddedColumns, type Table, type TableForm } from './table';

export interface BatchesPorts {
  readonly spreadsheet: Spreadsheet;
  /** Every form that Tandem writes. */
  readonly forms: readonly TableForm<string>[];
  /** The serials of the last judged batches. */
  readonly judged: Slot<readonly number[]>;
  readonly clock: Clock;
}

/** The outcome of a batch. */
export interface Made {
  readonly landings: readonly Landing[];
  /** The sheets in which something was put right, as they are now. */
  readonly fresh: ReadonlyMap<string, Table<string>>;
}

/** After this many rounds (somebody keeps editing) the next execution goes on. */
const MOST_ROUNDS = 5;

/** Failures that leave open whether a batch was done. */
const UNSURE: ReadonlySet<Failure['kind']> = new Set([
  'timed-out',
  'unavailable',
  'unreadable-answer',
]);

export const RESTLESS: Failure = { kind: 'busy', until: null };

const NO_ANSWER: Failure = {
  kind: 'unreadable-answer',
  service: 'Google Sheets API',
  reason: 'the batch is not in its own answer',
};

export class Batches {
  private readonly judged: JudgedSerials;
  /** The serial of the last batch that this execution made. */
  private made = 0;
  /** By sheet: the last batch before it was read, or the last of ours since, as long as nobody else made one in between. */
  private readonly seen = new Map<string, number>();

  constructor(private readonly ports: BatchesPorts) {
    this.judged = new JudgedSerials(ports.judged);
  }

  /**
   * Makes one batch, and takes back at once what met another row than it was planned for, or an edit of what it wrote; and rows
   * that it added to a sheet to which another execution has written since it was read, for they may be there already. Fails with
   * `workbook-restored`, and has done nothing, when the spreadsheet is not the one that was read but an earlier version of it.
   */
  make(acts: readonly Act[]): Result<Made, Failure> {
    const batch = batchOf(acts, { serial: this.nextSerial(), note: 1 });
    const undo = this.perform(batch);
    if (!undo.ok) return undo;
    const before = serialBefore(undo.value);
    const judged = this.judge(undo.value).map((one) => this.unlessOvertaken(one, before));
    if (this.judged.isPutBack(before)) return this.takeBack(judged, batch.undoRows, before);
    this.advance(before, batch.serial);
    const undone = judged.filter(({ landing }) => landing === 'undone');
    const fresh = undone.length > 0 ? this.putAllRight(judged, batch.undoRows) : ok(new Map());
    if (!fresh.ok) return fresh;
    if (undone.length === 0) this.judged.remember(batch.serial);
    const byNote = new Map(judged.map(({ at, landing }) => [at, landing]));
    const landings = acts.map((act) => byNote.get(batch.noteOf.get(act) ?? -1) ?? 'undone');
    return ok({ landings, fresh: fresh.value });
  }

  /**
   * Whether what was read beside this serial may be planned from: not when copies that nobody had judged showed something to put
   * right. Fails with `workbook-restored`.
   */
  settle(serial: number | null): Result<boolean, Failure> {
    const last = this.judged.last ?? 0;
    if (serial === null || serial === UNDO_REMADE || serial === last) return ok(true);
    if (this.judged.isPutBack(serial)) return fail(putBackTo(serial));
    const undo = this.ports.spreadsheet.undo();
    if (!undo.ok) return undo;
    const judged = this.judge(undo.value);
    const before = serialBefore(undo.value);
    const used = Math.max(undo.value.length, ...judged.map(({ note }) => (note.whole ?? 0) + 1));
    if (this.judged.isPutBack(before)) return this.takeBack(judged, used, before);
    const undone = judged.filter(({ landing }) => landing === 'undone');
    if (undone.length === 0) {
      this.judged.remember(serialIn(undo.value));
      return ok(true);
    }
    const right = this.putAllRight(judged, used);
    return right.ok ? ok(false) : right;
  }

  /** Notes that these sheets were read beside this serial. */
  saw(titles: readonly string[], serial: number | null): void {
    for (const title of titles)
      if (serial === UNDO_REMADE) this.seen.delete(title);
      else this.seen.set(title, serial ?? 0);
  }

  /** Notes that our batch came right after that serial, so what was read before is as we left it. */
  private advance(before: number, serial: number): void {
    for (const [title, at] of this.seen) if (at === before) this.seen.set(title, serial);
  }

  private unlessOvertaken(one: Judged, before: number): Judged {
    const seen = this.seen.get(one.note.sheet);
    const isSure = seen === undefined || before === UNDO_REMADE || before === seen;
    return one.note.kind === 'add' && !isSure ? { ...one, landing: 'undone' } : one;
  }

  /** Gives a sheet new columns. Existing cells move, and nothing is lost. */
  addColumns(sheet: string, added: readonly AddedColumns[]): Result<null, Failure> {
    return this.makeEmpty(added.map((columns) => ({ kind: 'add-columns', sheet, ...columns })));
  }

  /** To be called after a batch that was made: all copies are judged then. */
  dropCopies = (): Result<null, Failure> => this.makeEmpty([]);

  /** A batch that touches no row, and leaves no copies. */
  private makeEmpty(more: PlannedBatch['steps']): Result<null, Failure> {
    const empty = batchOf([], { serial: this.nextSerial(), note: 1 });
    const undo = this.perform({ ...empty, steps: [...empty.steps, ...more] });
    if (!undo.ok) return undo;
    this.advance(serialBefore(undo.value), empty.serial);
    this.judged.remember(empty.serial);
    return ok(null);
  }

  /** Goes on with a spreadsheet that was put back to an earlier version. */
  accept(): Result<null, Failure> {
    const undo = this.ports.spreadsheet.undo();
    return undo.ok ? this.judged.accept(serialIn(undo.value)) : undo;
  }

  private judge = (undo: Rows): Judged[] => judge(notedIn(undo), this.ports.forms);

  /** The content of `UNDO` after a batch. If the response was lost, the batch is looked for; if it was refused, it is made once more. */
  private perform(batch: PlannedBatch): Result<Rows, Failure> {
    this.made = Math.max(this.made, batch.serial);
    for (let isAgain = false; ; isAgain = true) {
      const answer = this.ports.spreadsheet.write(batch);
      const isKnown = answer.ok || !UNSURE.has(answer.failure.kind);
      const undo = isKnown ? answer : this.ports.spreadsheet.undo();
      if (!undo.ok) return answer.ok ? undo : answer;
      if (serialIn(undo.value) === batch.serial) return undo;
      if (answer.ok) return fail(NO_ANSWER);
      // A request that timed out may still be under way: it is not made a second time.
      if (answer.failure.kind === 'timed-out' || isAgain) return answer;
    }
  }

  /** The whole batch met an earlier version of the spreadsheet. It is undone, so that an administrator decides about the version as it was. */
  private takeBack(
    judged: readonly Judged[],
    undoRows: number,
    before: number,
  ): Result<never, Failure> {
    const all = judged.map((one): Judged => ({ ...one, landing: 'undone' }));
    const right = this.putAllRight(all, undoRows, before);
    return right.ok ? fail(putBackTo(before)) : right;
  }

  /**
   * Puts everything right, whatever people do meanwhile; the copies are no longer needed after that. Returns the sheets as they are then.
   *
   * @param closing the serial that `UNDO` has afterwards; by default a new one, which counts as judged.
   */
  private putAllRight(
    found: readonly Judged[],
    undoRows: number,
    closing?: number,
  ): Result<ReadonlyMap<string, Table<string>>, Failure> {
    const judged = [...found];
    let note = undoRows;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const tables = this.tablesOf(judged);
      if (!tables.ok) return tables;
      const acts = putRight(judged, tables.value);
      const serial = acts.length === 0 ? (closing ?? this.nextSerial()) : this.nextSerial();
      const batch = batchOf(acts, { serial, note: acts.length === 0 ? 1 : note });
      const undo = this.perform(batch);
      if (!undo.ok) return undo;
      this.advance(serialBefore(undo.value), serial);
      if (acts.length === 0) {
        if (closing === undefined) this.judged.remember(serial);
        return tables;
      }
      note = batch.undoRows;
      const own = notedIn(undo.value).filter((one) => one.serial === serial);
      judged.push(...judge(own, this.ports.forms));
    }
    return fail(RESTLESS);
  }

  private tablesOf(judged: readonly Judged[]): Result<Map<string, Table<string>>, Failure> {
    const undone = judged.filter(({ landing }) => landing === 'undone');
    const forms = [...new Map(undone.map(({ form }) => [form.title, form])).values()];
    const answer = this.ports.spreadsheet.read(forms.map(({ title }) => title));
    if (!answer.ok) return answer;
    this.saw(
      forms.map(({ title }) => title),
      answer.value.serial,
    );
    const tables = new Map<string, Table<string>>();
    for (const [index, form] of forms.entries()) {
      const table = tableOf(form, answer.value.rows[index] ?? []);
      if (!table.ok) return table;
      tables.set(form.title, table.value);
    }
    return ok(tables);
  }

  /** Serials are instants, so that they grow from one execution to the next even if nothing was remembered. */
  private nextSerial(): number {
    return Math.max((this.judged.last ?? 0) + 1, this.made + 1, this.ports.clock.now());
  }
}

const putBackTo = (serial: number): Failure => ({
  kind: 'workbook-restored',
  asOf: serial === 0 ? null : instantAt(serial),
});
