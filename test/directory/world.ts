import { DEACTIVATIONS } from '../../src/directory/brakes';
import { directoryDecision } from '../../src/directory/hold';
import { askSlot, lastSlot, NEVER, type Last } from '../../src/directory/settings';
import { directoryPoint } from '../../src/directory/point';
import { previewOf } from '../../src/directory/preview';
import type { DirectoryRunPorts } from '../../src/directory/run-ports';
import { directoryWork } from '../../src/directory/work';
import type { Deadline } from '../../src/kit/deadline';
import { fail, ok, type Result } from '../../src/kit/result';
import type { Failure } from '../../src/kit/failure';
import { slot, valueOr } from '../../src/kit/slot';
import type { Ended } from '../../src/runs/checkpoint';
import { continuation } from '../../src/runs/continuation';
import { answerTo, waitingAfter } from '../../src/runs/decision';
import { decisionBook } from '../../src/runs/decision-book';
import { runOnce } from '../../src/runs/execution';
import { runHistory } from '../../src/runs/history';
import { journal } from '../../src/runs/journal';
import type { JournalEntry, JournalStore, Problem, ProblemStore } from '../../src/runs/ports';
import { MemoryStore } from '../kit/memory-store';
import { MemoryRuns } from '../runs/memory-runs';
import { MemoryTriggers } from '../runs/memory-triggers';
import { MemoryLock, TurnedClock } from '../runs/turned-clock';
import { MemoryDirectory } from './memory-directory';
import { MemoryEmployees } from './memory-employees';
import { users } from './people';

class MemoryJournalStore implements JournalStore {
  readonly entries = new Map<string, JournalEntry>();
  append(entries: readonly JournalEntry[]): Result<null, Failure> {
    for (const entry of entries) this.entries.set(entry.key, entry);
    return ok(null);
  }
}

class MemoryProblems implements ProblemStore {
  problems: readonly Problem[] = [];
  load = () => ok(this.problems);
  save = (problems: readonly Problem[]) => {
    this.problems = problems;
    return ok(null);
  };
}

const NOBODY = {
  at: '2026-01-01T00:00:00.000Z',
  users: 0,
  counts: {},
  leftOut: { count: 0, examples: [] },
  failed: { count: 0, examples: [] },
};

const NOTHING = previewOf({
  operations: [],
  leftOut: [],
  unchanged: 0,
  users: 0,
  outside: 0,
  active: 0,
});

/** An organization with its directory, its work system and everything a run keeps. */
export class World {
  readonly clock = new TurnedClock();
  readonly store = new MemoryStore({ valueBytes: 9 * 1024, storeBytes: 50_000_000 });
  readonly lock = new MemoryLock();
  readonly triggers = new MemoryTriggers(this.clock);
  readonly runs = new MemoryRuns();
  readonly directory = new MemoryDirectory();
  readonly employees = new MemoryEmployees();
  readonly journalStore = new MemoryJournalStore();
  readonly problems = new MemoryProblems();
  batchSize = 500;
  /** As the last run noted them. */
  domains: readonly string[] = [];
  domainFailure: Failure | null = null;
  private executions = 0;

  /** @param isApproved whether the first run was seen, and succeeded with nobody in the directory. */
  constructor({ isApproved = true } = {}) {
    if (isApproved) slot(this.store, lastSlot).write({ ...NEVER, good: NOBODY });
  }

  /** What a run is given, for tests to put something in between. */
  parts() {
    const { directory, employees, journalStore, problems, store } = this;
    return { directory, employees, journalStore, problems, store };
  }

  run(parts: Partial<HostileParts> = {}, deadline: Deadline = { left: () => 1 }): Ended {
    const id = `run${(this.executions += 1)}`;
    const given = { ...this.parts(), ...parts };
    const ports: DirectoryRunPorts = {
      directory: given.directory,
      employees: given.employees,
      problems: given.problems,
      store: given.store,
      journal: journal(given.journalStore, id, this.clock),
      clock: this.clock,
      batchSize: this.batchSize,
      runs: this.runs,
      noteDomains: (domains) => {
        this.domains = domains;
        return this.domainFailure ? fail(this.domainFailure) : ok(null);
      },
    };
    const { lock, clock } = this;
    // An hour later, so that no lease of a killed run is in the way.
    clock.sleep(3_600_000);
    return runOnce(
      {
        lease: { store: this.store, lock, clock, key: 'directory.lease' },
        history: runHistory(this.runs, clock),
        continuation: continuation({ triggers: this.triggers, store: this.store, lock, clock }),
        place: slot(given.store, directoryPoint),
        deadline,
      },
      directoryWork(ports),
      id,
    );
  }

  now = (): string => new Date(this.clock.now()).toISOString();

  /** Somebody is shown that these employees would be deactivated, and says go. */
  approve(ids: readonly string[]): void {
    const { waiting, go } = directoryDecision;
    const nowMs = this.clock.now();
    const what = { hold: { kind: 'first-run' }, preview: NOTHING } as const;
    const numbers = { [DEACTIVATIONS]: ids.length };
    const shown = waitingAfter(null, { numbers, subjects: ids, mayGo: true, what }, nowMs);
    const answered = answerTo(shown, shown, { nowMs, by: 'u-admin' });
    if (answered.kind !== 'go') throw new Error(answered.kind);
    slot(this.store, waiting).write(shown);
    slot(this.store, go).write(answered.go);
  }

  /** Presses go on what waits, whatever it is. */
  go(): string {
    const standing = this.decision.standing(this.clock.now());
    if (standing.kind === 'nothing') return standing.kind;
    const who = { nowMs: this.clock.now(), by: 'u-admin' };
    const answered = this.decision.answer(standing.waiting, who);
    return answered.ok ? answered.value.kind : answered.failure.kind;
  }

  ask(): void {
    slot(this.store, askSlot).write({ at: this.now(), by: 'u-admin' });
  }

  get decision() {
    return decisionBook(this.store, directoryDecision);
  }

  /** What waits for a person, answered or not. */
  held = () => valueOr(slot(this.store, directoryDecision.waiting).read(), null);
  last = (): Last | null => valueOr(slot(this.store, lastSlot).read(), null);

  /** The work system's people without what it added itself, by Google id. */
  says(): unknown[] {
    return this.employees
      .all()
      .map(({ id: _id, version: _version, isOurs: _isOurs, ...content }) => content)
      .sort((one, other) => (String(one.googleId) < String(other.googleId) ? -1 : 1));
  }
}

/** After its first run. */
export function company(count: number): World {
  const world = new World();
  world.directory.people = users(count);
  world.run();
  return world;
}

export type HostileParts = ReturnType<World['parts']>;
