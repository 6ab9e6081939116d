/** What a plan is made of: at most one write for each person. */
import type { Employee, EmployeeContent } from './employee';
import type { EmployeeWrite } from './ports';
import type { InactiveReason, LeftOutReason } from './why';

/** `link`: the first match, by address. A write that also switches somebody on or off is named for that. */
export type ChangeKind = 'link' | 'update' | 'deactivate' | 'reactivate';

export interface Insert {
  readonly kind: 'insert';
  readonly content: EmployeeContent;
}

export interface Change {
  readonly kind: ChangeKind;
  readonly employee: Employee;
  /** Only what differs. */
  readonly content: Partial<EmployeeContent>;
  /** Why somebody is deactivated. */
  readonly reason: InactiveReason | null;
}

export type Operation = Insert | Change;

export type OperationKind = Operation['kind'];

/** In the order in which they are done: whom nobody should reach any more first, new people after addresses became free. */
export const KINDS: readonly OperationKind[] = [
  'deactivate',
  'update',
  'link',
  'reactivate',
  'insert',
];

/** Somebody whom the plan leaves as they are. */
export interface LeftOut {
  /** An address, or an id where there is none. */
  readonly who: string;
  readonly reason: LeftOutReason;
}

/** Before it is written: null for nobody. */
export const beforeOf = (operation: Operation): Employee | null =>
  operation.kind === 'insert' ? null : operation.employee;

/** Who it is about, as it will be called. */
export const afterOf = (operation: Operation): EmployeeContent =>
  operation.kind === 'insert' ? operation.content : { ...operation.employee, ...operation.content };

export const writeOf = (operation: Operation): EmployeeWrite =>
  operation.kind === 'insert'
    ? { kind: 'insert', content: operation.content }
    : {
        kind: 'update',
        id: operation.employee.id,
        version: operation.employee.version,
        content: operation.content,
      };
