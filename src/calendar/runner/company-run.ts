/**
 * One execution over everybody who is due. A step is either the beginning of a chunk, which finishes everybody who is idle,
 * or the turn of one person who has something to do.
 */
import { instantAt } from '../../kit/clock';
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import { batchesOf } from '../../kit/batches';
import type { Connection } from '../ports';
import { announce } from './announce';
import { connectionBook } from './connection-book';
import { hideOf, peopleToHide } from './hide-of-off';
import type { Ready } from './ready';
import { policies } from './policies';
import { dueTasks, type Task } from './queue';
import { NEXT, RunLedger, stopping, type RunStep } from './run-ledger';
import type { RunnerPorts } from './ports';
import { openRunUndo } from './run-undo';
import { sweep } from './sweep';
import { takeWishes } from './take-wishes';
import { TURNS } from './turns';

/** People whose listings are asked for at once. */
export const CHUNK = 50;

export class CompanyRun {
  ledger: RunLedger | null = null;
  private chunks: Task[][] = [];
  private ready: Ready[] = [];
  private toHide: Connection[] = [];

  constructor(private readonly ports: RunnerPorts) {}

  step(): RunStep {
    if (!this.ports.isOn) return { kind: 'done' };
    if (this.ledger === null) {
      const begun = this.begin();
      if (begun.kind !== 'next') return begun;
    }
    return this.nextStep(this.ledger!);
  }

  private nextStep(ledger: RunLedger): RunStep {
    const off = this.toHide.shift();
    if (off) return hideOf(ledger, off);
    const one = this.ready.shift();
    if (one) return this.turn(ledger, one);
    const chunk = this.chunks.shift();
    if (chunk) {
      const later = this.chunks.reduce((sum, { length }) => sum + length, 0);
      const swept = sweep(ledger, chunk, later);
      this.ready.push(...swept.ready);
      return swept.step;
    }
    ledger.end();
    this.ports.former?.finish(ledger.counts.failed);
    return { kind: 'done' };
  }

  flush(): Result<null, Failure> {
    return this.ledger?.isSavingNow() ? this.ledger.save() : ok(null);
  }

  private begin(): RunStep {
    const { ports } = this;
    const book = connectionBook(ports.connections);
    if (!book.ok) return stopping(book.failure);
    const waiting = takeWishes(ports, book.value);
    if (!waiting.ok) return stopping(waiting.failure);
    const announced = announce(ports, book.value);
    if (!announced.ok) return stopping(announced.failure);
    const undo = openRunUndo(ports, book.value);
    if (!undo.ok) return stopping(undo.failure);
    const policy = policies(ports, book.value, () => instantAt(ports.clock.now()));
    this.ledger = new RunLedger(ports, book.value, policy, undo.value);
    this.toHide = ports.former ? [] : [...peopleToHide(this.ledger)];
    const tasks = dueTasks(ports, book.value, waiting.value, undo.value?.left());
    this.chunks = batchesOf(tasks, CHUNK);
    return NEXT;
  }

  private turn(ledger: RunLedger, one: Ready): RunStep {
    const { looks } = this.ports;
    const { person, kind } = one.task;
    if (person.userId === looks.lost) {
      // This turn may end the execution as well, so what the others did is saved first.
      const kept = ledger.save();
      if (!kept.ok) return ledger.stop(kept.failure);
    }
    looks.begin(person.userId);
    ledger.counts.people += 1;
    const step = TURNS[kind](ledger, one);
    if (this.ready.length === 0) ledger.isSavingDue = true;
    return step;
  }
}
