import { GoogleError } from '../workspace/google-error';
import { matchesPattern } from './latency';
import type { Running } from './running';
import { ExecutionKilled } from './script-exception';

/** One kind of failure. */
export type Fault =
  /** The execution ends there, as when Google kills it. */
  | { readonly kind: 'kill' }
  /** The call is refused with this status; when planned for after the call, it has had its effect all the same. */
  | {
      readonly kind: 'error';
      readonly code: number;
      readonly reason?: string;
      readonly message?: string;
      readonly retryAfterSeconds?: number;
    }
  /** No answer arrives. */
  | { readonly kind: 'timeout' }
  /** Somebody else does something in between: an API call by that person's own hand. */
  | {
      readonly kind: 'act';
      readonly as: string;
      readonly method: string;
      readonly params?: object;
      readonly body?: object;
    }
  /** Another execution runs in between, from beginning to end. */
  | {
      readonly kind: 'run';
      readonly function: string;
      readonly as: string;
      readonly event?: object;
    }
  /** The write is reported as done but is not. Properties and cache only. */
  | { readonly kind: 'lose-write' }
  /** The answer of a batch lacks one part, counted from 0, though its call was made. Method `batch` only. */
  | { readonly kind: 'lose-part'; readonly part: number }
  /** The parts of a batch's answer come in the opposite order. Method `batch` only. */
  | { readonly kind: 'reverse-parts' }
  /** A run of a trigger does not happen, or happens twice. `method` is the handler's name. */
  | { readonly kind: 'drop-trigger' | 'double-trigger' }
  /** A log entry appears this late, never, or twice. `method` is the log's name, such as `token`. */
  | {
      readonly kind: 'late-log';
      readonly minutes?: number;
      readonly never?: boolean;
      readonly twice?: boolean;
    };

/** Faults that strike something other than a call. */
type BesideCalls = Extract<Fault, { kind: 'drop-trigger' | 'double-trigger' | 'late-log' }>;

const BESIDE_CALLS: readonly Fault['kind'][] = ['drop-trigger', 'double-trigger', 'late-log'];

/** One planned fault. */
export interface PlannedFault {
  /** Strikes the k-th matching call after planning, counted from 1; every matching call when left out. */
  readonly at?: number;
  /** A Discovery id or `service.member`; `*` matches anything. Any call when left out. */
  readonly method?: string;
  /** How many calls it strikes; 1 when left out. */
  readonly times?: number;
  /** Before the call does its work, or afterwards; `before` when left out. */
  readonly when?: 'before' | 'after';
  readonly fault: Fault;
}

/** What faults need from the Workspace in order to act. Set once it exists. */
export interface FaultHands {
  act(as: string, method: string, params: object, body: object | null): void;
  run(functionName: string, as: string, event: object | undefined): void;
}

interface Strike {
  readonly when: 'before' | 'after';
  readonly losesWrite: boolean;
  strike(execution: Running | null): void;
}

/** The planned faults, and how often each has been passed. */
export class FaultPlan {
  private planned: { readonly fault: PlannedFault; seen: number; struck: number }[] = [];
  private batchFaults: Fault[] = [];
  hands: FaultHands | null = null;

  /** Replaces the plan; an empty list ends all faults. */
  plan(faults: readonly PlannedFault[]): void {
    this.planned = faults.map((fault) => ({ fault, seen: 0, struck: 0 }));
  }

  /** The plan, as it was given. */
  current(): readonly PlannedFault[] {
    return this.planned.map(({ fault }) => fault);
  }

  /** How often each planned fault has struck, in the plan's order. */
  struck(): readonly number[] {
    return this.planned.map(({ struck }) => struck);
  }

  /** The fault that strikes this call, if any. Counts the call. */
  next(method: string): Strike | null {
    const chosen = this.choose(method, ({ kind }) => !BESIDE_CALLS.includes(kind));
    if (!chosen) return null;
    const { fault, when = 'before' } = chosen;
    return {
      when,
      losesWrite: fault.kind === 'lose-write',
      strike: (execution) => this.strike(fault, execution),
    };
  }

  /** The fault planned for a run of this handler that is due now. Counts the run. */
  nextRun(handler: string): 'drop' | 'double' | null {
    const chosen = this.choose(handler, ({ kind }) => kind.endsWith('-trigger'));
    if (!chosen) return null;
    return chosen.fault.kind === 'drop-trigger' ? 'drop' : 'double';
  }

  /** The fault planned for the entry that this log is about to get. Counts the entry. */
  nextEntry(log: string): Extract<BesideCalls, { kind: 'late-log' }> | null {
    const fault = this.choose(log, ({ kind }) => kind === 'late-log')?.fault;
    return fault?.kind === 'late-log' ? fault : null;
  }

  private choose(subject: string, fits: (fault: Fault) => boolean): PlannedFault | null {
    let chosen: (typeof this.planned)[number] | null = null;
    for (const entry of this.planned) {
      const { fault } = entry;
      if (!fits(fault.fault)) continue;
      if (fault.method !== undefined && !matchesPattern(fault.method, subject)) continue;
      entry.seen++;
      if (chosen || entry.struck >= (fault.times ?? 1)) continue;
      if (fault.at === undefined || entry.seen >= fault.at) chosen = entry;
    }
    if (!chosen) return null;
    chosen.struck++;
    return chosen.fault;
  }

  /** The answers of a batch, rearranged by the faults that struck it. Ask once per batch. */
  rearrangeParts<T>(parts: readonly T[]): readonly T[] {
    const faults = this.batchFaults;
    this.batchFaults = [];
    return faults.reduce<readonly T[]>((left, fault) => {
      if (fault.kind === 'lose-part') return left.filter((_, index) => index !== fault.part);
      return fault.kind === 'reverse-parts' ? [...left].reverse() : left;
    }, parts);
  }

  private strike(fault: Fault, execution: Running | null): void {
    switch (fault.kind) {
      case 'kill':
        execution?.kill('Exceeded maximum execution time');
        throw new ExecutionKilled('Exceeded maximum execution time');
      case 'error':
        throw errorOf(fault);
      case 'timeout':
        throw new GoogleError(504, 'backendError', 'Deadline exceeded', {
          status: 'DEADLINE_EXCEEDED',
        });
      case 'act':
        return this.hands?.act(fault.as, fault.method, fault.params ?? {}, fault.body ?? null);
      case 'run':
        return this.hands?.run(fault.function, fault.as, fault.event);
      case 'lose-write':
        return execution?.loseNextWrite();
      case 'lose-part':
      case 'reverse-parts':
        return void this.batchFaults.push(fault);
      case 'drop-trigger':
      case 'double-trigger':
      case 'late-log':
        throw new Error(`${fault.kind} strikes no call.`);
    }
  }
}

/** Google's usual reason and message for a status, where the plan gives none. */
const USUAL: Readonly<Record<number, readonly [reason: string, message: string, domain?: string]>> =
  {
    401: ['authError', 'Invalid Credentials'],
    403: ['rateLimitExceeded', 'Rate Limit Exceeded', 'usageLimits'],
    404: ['notFound', 'Not Found'],
    409: ['duplicate', 'The requested identifier already exists.'],
    410: [
      'fullSyncRequired',
      'Sync token is no longer valid, a full sync is required.',
      'calendar',
    ],
    412: ['conditionNotMet', 'Precondition Failed'],
    429: ['rateLimitExceeded', 'Rate Limit Exceeded', 'usageLimits'],
    500: ['backendError', 'Backend Error'],
    502: ['badGateway', 'Bad Gateway'],
    503: ['backendError', 'Service Unavailable'],
  };

function errorOf(fault: Extract<Fault, { kind: 'error' }>): GoogleError {
  const [reason, message, domain] = USUAL[fault.code] ?? ['backendError', 'Backend Error'];
  return new GoogleError(fault.code, fault.reason ?? reason, fault.message ?? message, {
    ...(domain && { domain }),
    ...(fault.retryAfterSeconds !== undefined && { retryAfterSeconds: fault.retryAfterSeconds }),
  });
}
