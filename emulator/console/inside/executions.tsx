import { addressOf } from '../shell/place';
import { control } from '../shell/workspace-client';

/** One run of a function, as the control API describes it. */
export interface Execution {
  readonly id: string;
  readonly function: string;
  readonly surface: string;
  readonly as: string;
  readonly triggerUid: string | null;
  readonly status: 'running' | 'completed' | 'failed' | 'timed-out';
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly virtualMs: number;
  readonly error?: { readonly name: string; readonly message: string; readonly stack: string };
  readonly logs: readonly {
    readonly at: string;
    readonly level: string;
    readonly message: string;
  }[];
  readonly calls: readonly {
    readonly method: string;
    readonly status: number;
    readonly ms: number;
  }[];
}

const KEPT = 1000;

/** Every run that is kept, newest first. */
export const allExecutions = (): Promise<readonly Execution[]> =>
  control<{ executions: readonly Execution[] }>(`executions?limit=${KEPT}`).then(({ executions }) =>
    [...executions].reverse(),
  );

/** The address of their list. */
export const executionsAddress = addressOf(null, 'workspace', 'executions');

/** The address of one of them. */
export const executionAddress = (id: string): string =>
  addressOf(null, 'workspace', 'executions', id);

const WORDS = {
  running: ['chip', 'Running'],
  completed: ['chip good', 'Completed'],
  failed: ['chip bad', 'Failed'],
  'timed-out': ['chip bad', 'Timed out'],
} as const;

export const Status = ({ status }: { readonly status: Execution['status'] }) => (
  <span class={WORDS[status][0]}>{WORDS[status][1]}</span>
);

/** The HTTP status of a call. */
export const HttpStatus = ({ status }: { readonly status: number }) => (
  <span class={status >= 400 ? 'chip bad' : 'chip'}>{status}</span>
);
