/**
 * The sheets as one execution sees them: each is read at most once, changed by writes that cannot land beside their row, and never planned
 * from before it is known what the last batch met.
 */
import { instantAt, type Clock } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { valueOr, type Slot } from '../kit/slot';
import { actOf, batchOf, type Act, type PlannedBatch } from './batch';
import type { Change, Landing } from './change';
import { judge, type Judged } from './judge';
import { tableAfter } from './known-table';
import { notedIn, serialIn } from './note';
import { putRight } from './put-right';
import type { Spreadsheet } from './spreadsheet';
import { tableOf, type Table, type TableForm } from './table';

/** Sheets that are read in one request. */
export interface ReadTogether {
  readonly tables: readonly TableForm<string>[];
  /** Sheets that only grow. */
  readonly headings: readonly TableForm<string>[];
}

export interface SheetsPorts {
  readonly spreadsheet: Spreadsheet;
  /** All that Tandem writes. */
  readonly forms: readonly TableForm<string>[];
  /** What to read in one request with the sheet of this title; null for nothing else. */
  together(title: string): ReadTogether | null;
  /** Outside the spreadsheet: the serial of the last batch whose copies were judged. Losing it costs judging once more. */
  readonly serial: Slot<number>;
  readonly clock: Clock;
}

/** Somebody edits without a pause: the next execution goes on. */
const MOST_ROUNDS = 5;

/** Another execution may have planned its batch before ours and made it after. More than that, and somebody put the file back. */
const OVERLAP_MS = 60_000;

/** Failures that leave open whether a batch was done. */
const UNSURE: ReadonlySet<Failure['kind']> = new Set([
  'timed-out',
  'unavailable',
  'unreadable-answer',
]);

type Known = Result<Table<string>, Failure>;

export class Sheets {
  private readonly known = new Map<string, Known>();
  private readonly headed = new Map<string, Known>();
  /** Of the last batch that was judged; undefined before it was looked up, null for none. */
  private judged: number | null | undefined;
  /** Of the last batch that we made. */
  private made = 0;
  /** Whether anything was written, or may have been. */
  hasWritten = false;

  constructor(private readonly ports: SheetsPorts) {}

  get spreadsheet(): Pick<Spreadsheet, 'id' | 'version'> {
    return this.ports.spreadsheet;
  }

  /** A sheet as it was when it was first asked for, with our writes since. Fails with `workbook-restored`. */
  table<F extends string>(form: TableForm<F>): Result<Table<F>, Failure> {
    const { title } = form;
    if (!this.known.has(title)) {
      const read = this.read(
        this.ports.together(title) ?? { tables: [form as TableForm<string>], headings: [] },
      );
      if (!read.ok) return read;
    }
    return this.known.get(title) as unknown as Result<Table<F>, Failure>;
  }

  /** The headings alone: for a sheet that only grows. */
  headings<F extends string>(form: TableForm<F>): Result<Table<F>, Failure> {
    const { title } = form;
    const known = this.known.get(title) ?? this.headed.get(title);
    if (known) return known as unknown as Result<Table<F>, Failure>;
    const read = this.read(
      this.ports.together(title) ?? { tables: [], headings: [form as TableForm<string>] },
    );
    return read.ok ? (this.headed.get(title) as unknown as Result<Table<F>, Failure>) : read;
  }

  /** As it is now. */
  tableNow<F extends string>(form: TableForm<F>): Result<Table<F>, Failure> {
    this.forget([form.title]);
    return this.table(form);
  }

  /**
   * Makes changes of any number of sheets in one batch, and takes back at once what met another row than it was planned for, or an
   * edit of what it wrote. Answers how each landed, in their order. Fails when the batch was refused, or nobody knows
   * what became of it; the next reading then finds out.
   */
  write(changes: readonly Change[]): Result<readonly Landing[], Failure> {
    if (changes.length === 0) return ok([]);
    const acts: Act[] = [];
    for (const change of changes) {
      const { form } = change;
      const table = this.known.get(form.title) ?? this.headings(form);
      if (!table.ok) return table;
      acts.push(actOf(change, table.value));
    }
    const planned = batchOf(acts, { serial: this.nextSerial(), note: 1 });
    const judged = this.performed(planned);
    if (!judged.ok) {
      this.forget(changes.map(({ form }) => form.title));
      return judged;
    }
    const undone = judged.value.filter(({ landing }) => landing === 'undone');
    this.follow(changes, undone);
    if (undone.length === 0) this.remember(planned.serial);
    const right = undone.length === 0 ? ok(null) : this.putAllRight(undone, planned.undoRows);
    if (!right.ok) return right;
    return ok(landingsOf(acts, planned, judged.value));
  }

  /** Goes on with a spreadsheet that was put back to an earlier version. */
  acceptRestored(): Result<null, Failure> {
    const undo = this.ports.spreadsheet.undo();
    if (!undo.ok) return undo;
    this.known.clear();
    this.headed.clear();
    return this.ports.serial.write((this.judged = serialIn(undo.value) ?? 0));
  }

  private read({ tables, headings }: ReadTogether): Result<null, Failure> {
    const whole = tables.filter(({ title }) => !this.known.has(title));
    const first = headings.filter(({ title }) => !this.headed.has(title));
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const answer = this.ports.spreadsheet.read(
        whole.map(({ title }) => title),
        first.map(({ title }) => title),
      );
      if (!answer.ok) return answer;
      const { rows, serial } = answer.value;
      const isSettled = this.settle(serial);
      if (!isSettled.ok) return isSettled;
      if (!isSettled.value) continue;
      whole.forEach((form, index) => this.known.set(form.title, tableOf(form, rows[index] ?? [])));
      first.forEach((form, index) =>
        this.headed.set(form.title, tableOf(form, rows[whole.length + index] ?? [])),
      );
      return ok(null);
    }
    return fail(RESTLESS);
  }

  /** Whether what was read may be planned from: not when copies that nobody had judged showed something to put right. */
  private settle(serial: number | null): Result<boolean, Failure> {
    const last = (this.judged ??= valueOr(this.ports.serial.read(), null));
    if (serial === null || serial === (last ?? 0)) return ok(true);
    if (last !== null && serial < last - OVERLAP_MS)
      return fail({ kind: 'workbook-restored', asOf: serial === 0 ? null : instantAt(serial) });
    const undo = this.ports.spreadsheet.undo();
    if (!undo.ok) return undo;
    const noted = notedIn(undo.value);
    const undone = judge(noted, this.ports.forms).filter(({ landing }) => landing === 'undone');
    const used = Math.max(undo.value.length, ...noted.map(({ note }) => (note.whole ?? 0) + 1));
    const right = undone.length > 0 ? this.putAllRight(undone, used) : ok(null);
    if (!right.ok) return right;
    if (undone.length === 0) this.remember(serialIn(undo.value) ?? 0);
    return ok(undone.length === 0);
  }

  /** What became of each part of a batch. One whose answer was lost is looked for; a refused one is made once more. */
  private performed(batch: PlannedBatch): Result<readonly Judged[], Failure> {
    this.hasWritten = true;
    this.made = batch.serial;
    for (let isAgain = false; ; isAgain = true) {
      const answer = this.ports.spreadsheet.write(batch);
      const undo =
        answer.ok || !UNSURE.has(answer.failure.kind) ? answer : this.ports.spreadsheet.undo();
      if (!undo.ok) return answer.ok ? undo : answer;
      if (serialIn(undo.value) === batch.serial) {
        const noted = notedIn(undo.value).filter(({ serial }) => serial === batch.serial);
        return ok(judge(noted, this.ports.forms));
      }
      // A request that timed out may still be under way: it is not made a second time.
      if (answer.ok || answer.failure.kind === 'timed-out' || isAgain)
        return answer.ok ? fail(NO_ANSWER) : answer;
    }
  }

  /** Puts everything right, whatever people do meanwhile; then the copies are no longer needed. */
  private putAllRight(undone: readonly Judged[], undoRows: number): Result<null, Failure> {
    const pending = [...undone];
    let note = undoRows;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const forms = [...new Map(pending.map(({ form }) => [form.title, form])).values()];
      const answer = this.ports.spreadsheet.read(forms.map(({ title }) => title));
      if (!answer.ok) return answer;
      const tables = new Map<string, Table<string>>();
      for (const [index, form] of forms.entries()) {
        const table = tableOf(form, answer.value.rows[index] ?? []);
        if (!table.ok) return table;
        tables.set(form.title, table.value);
      }
      const acts = putRight(pending, tables);
      if (acts.length === 0) {
        for (const [title, table] of tables) this.known.set(title, ok(table));
        const closing = batchOf([], { serial: this.nextSerial(), note: 1 });
        const closed = this.performed(closing);
        if (closed.ok) this.remember(closing.serial);
        return closed.ok ? ok(null) : closed;
      }
      const planned = batchOf(acts, { serial: this.nextSerial(), note });
      const judged = this.performed(planned);
      if (!judged.ok) return judged;
      note = planned.undoRows;
      pending.push(...judged.value.filter(({ landing }) => landing === 'undone'));
    }
    return fail(RESTLESS);
  }

  /** Our own writes, in what was read. */
  private follow(changes: readonly Change[], undone: readonly Judged[]): void {
    const unsure = new Set(undone.map(({ form }) => form.title));
    this.forget([...unsure]);
    for (const title of new Set(changes.map(({ form }) => form.title))) {
      const table = this.known.get(title);
      const own = changes.filter(({ form }) => form.title === title);
      if (table?.ok) this.known.set(title, tableAfter(table.value, own));
    }
  }

  private forget(titles: readonly string[]): void {
    for (const title of titles) {
      this.known.delete(title);
      this.headed.delete(title);
    }
  }

  /** Instants, so that they grow from one execution to the next whatever was remembered. */
  private nextSerial(): number {
    return Math.max((this.judged ?? 0) + 1, this.made + 1, this.ports.clock.now());
  }

  private remember(serial: number): void {
    this.judged = serial;
    // Where it cannot be kept, the next execution judges once more what was judged.
    void this.ports.serial.write(serial);
  }
}

const RESTLESS: Failure = { kind: 'busy', until: null };

const NO_ANSWER: Failure = {
  kind: 'unreadable-answer',
  service: 'Google Sheets API',
  reason: 'the batch is not in its own answer',
};

function landingsOf(
  acts: readonly Act[],
  { noteOf }: PlannedBatch,
  judged: readonly Judged[],
): Landing[] {
  const byNote = new Map(judged.map((one) => [one.at, one.landing]));
  return acts.map((act) => byNote.get(noteOf.get(act) ?? -1) ?? 'undone');
}
