/** One execution's part in undoing a run for everybody: whose turn it is still, and what has become of the others. */
import { instantAt } from '../../kit/clock';
import type { Failure } from '../../kit/failure';
import type { Person } from '../../kit/person';
import { ok, type Result } from '../../kit/result';
import { shortened } from '../../kit/text';
import {
  MOST_PEOPLE,
  NO_TALLY,
  progressOf,
  runUndoState,
  undoMark,
  type RunUndoState,
  type Tally,
  type UndoLine,
} from '../boards/run-undo';
import type { Connection } from '../ports';
import { onePerEntry, type Refused, type Wanted } from '../sync/plan-put-back';
import type { ConnectionBook } from './connection-book';
import type { RunnerPorts } from './ports';
import type { EverybodysUndo } from './queue';

const TITLES_SHOWN = 3;
const TITLE_CHARACTERS = 40;

type Active = Extract<RunUndoState, { readonly kind: 'looking' | 'going' }>;

/** What was found, or done, for one person. */
export interface PersonsPart {
  /** What is put back. */
  readonly back: readonly Wanted[];
  readonly refused: readonly Refused[];
}

export class RunUndo {
  private readonly marks: Set<string>;
  private readonly isGo: boolean;
  private tally: Tally;
  private readonly lines: Map<string, UndoLine>;

  /** @param off how many people of the run cannot be served, because their sync is not on. */
  constructor(
    private readonly ports: RunnerPorts,
    private readonly state: Active,
    private readonly people: readonly Connection[],
    off: number,
  ) {
    const { runUndo } = ports;
    this.isGo = state.kind === 'going';
    const before = progressOf(runUndo, state);
    this.marks = new Set(before?.marks.match(/.{6}/g) ?? []);
    this.tally = { ...(before?.tally ?? NO_TALLY), off };
    const lines = before === null ? null : runUndo.lines.read();
    this.lines = new Map(lines?.kind === 'value' ? Object.entries(lines.value) : []);
  }

  /** Whoever decided, for people to read. */
  private by(): string {
    return this.state.kind === 'going' ? this.state.by : this.state.request.by;
  }

  /** By user id: what is to be undone in the turns that are still to come. */
  left(): ReadonlyMap<string, EverybodysUndo> {
    const { run, at } = this.state.request;
    const undo = { kind: 'undo', at, run, id: null, go: this.isGo, by: this.by() } as const;
    return new Map(this.waiting().map(({ userId }) => [userId, undo]));
  }

  note({ userId, email }: Person, part: PersonsPart): void {
    const back = onePerEntry(part.back, (wanted) => wanted);
    const refused = onePerEntry(part.refused, ({ wanted }) => wanted);
    const entries = back.length;
    const stays: Record<string, number> = { ...this.tally.stays };
    for (const { reason } of refused) stays[reason] = (stays[reason] ?? 0) + 1;
    this.finish(
      userId,
      { people: entries > 0 ? 1 : 0, entries },
      {
        email,
        entries,
        stays: refused.length,
        titles: back.slice(0, TITLES_SHOWN).map(titleOf),
        isFailed: false,
      },
    );
    this.tally = { ...this.tally, stays };
  }

  /** Asking for the same undo later serves them as well. */
  noteFailed({ userId, email }: Person): void {
    this.finish(userId, { failed: 1 }, { email, entries: 0, stays: 0, titles: [], isFailed: true });
  }

  /**
   * Keeps how far it has come; once everybody is done, it asks for a decision, or leaves the outcome. Whatever finds no room is done again
   * by the next run, which writes nothing twice.
   */
  save(): void {
    const { ports, state, isGo, tally, people } = this;
    const { runUndo } = ports;
    const of = state.request.at;
    void runUndo.lines.write(Object.fromEntries(this.lines));
    if (this.waiting().length > 0) {
      const marks = [...this.marks].join('');
      void runUndo.progress.write({ of, isGo, marks, all: people.length, tally });
    } else if (isGo) this.leaveOutcome();
    else {
      const held = {
        numbers: { entries: tally.entries },
        subjects: null,
        mayGo: tally.entries > 0,
        what: { of, tally },
      };
      const kept = runUndo.decision.hold(held, ports.clock.now());
      if (kept.ok) runUndo.progress.clear();
    }
  }

  private leaveOutcome(): void {
    const { runUndo, clock } = this.ports;
    const { request } = this.state;
    const { run, ranAt } = request;
    const at = instantAt(clock.now());
    const kept = runUndo.last.write({ run, ranAt, at, by: this.by(), tally: this.tally });
    if (!kept.ok) return;
    const now = runUndo.request.read();
    if (now.kind === 'value' && now.value.at === request.at) runUndo.request.clear();
    void runUndo.decision.settle();
    runUndo.progress.clear();
  }

  private waiting(): Connection[] {
    return this.people.filter(({ userId }) => !this.marks.has(undoMark(userId)));
  }

  private finish(userId: string, more: Partial<Tally>, line: UndoLine): void {
    if (this.marks.has(undoMark(userId))) return;
    this.marks.add(undoMark(userId));
    const { people, entries, failed } = this.tally;
    this.tally = {
      ...this.tally,
      people: people + (more.people ?? 0),
      entries: entries + (more.entries ?? 0),
      failed: failed + (more.failed ?? 0),
    };
    this.lines.set(userId, line);
  }
}

const titleOf = ({ title, before, after }: Wanted): string =>
  (before ?? after)?.private || after?.private
    ? '(private)'
    : shortened(title || '(no title)', TITLE_CHARACTERS);

/** Null when there is nothing to do now: nobody has asked, or an administrator is being asked. Reads the Journal only otherwise. */
export function openRunUndo(
  ports: RunnerPorts,
  book: ConnectionBook,
): Result<RunUndo | null, Failure> {
  const state = runUndoState(ports.runUndo, ports.clock.now());
  if (state.kind === 'none' || state.kind === 'waits') return ok(null);
  const runs = ports.records.pastRuns();
  if (!runs.ok) return runs;
  const addresses = runs.value.find(({ run }) => run === state.request.run)?.people ?? [];
  const byAddress = new Map(
    book
      .all()
      .filter((one) => one.state === 'on')
      .flatMap((one) => one.addresses.map((address): [string, Connection] => [address, one])),
  );
  const found = addresses.map((address) => byAddress.get(address) ?? null);
  const people = [...new Set(found)].filter((one): one is Connection => one !== null);
  const off = found.filter((one) => one === null).length;
  return ok(new RunUndo(ports, state, people.slice(0, MOST_PEOPLE), off));
}
