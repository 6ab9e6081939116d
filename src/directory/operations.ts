/** The operations of a plan: at most one write for each person. */
import type { Employee, EmployeeContent } from './employee';
import type { EmployeeWrite } from './ports';
import type { InactiveReason, LeftOutReason } from './why';

/** `link`: the first match, by address. A write that also activates or deactivates somebody is named after that. */
export type ChangeKind = 'link' | 'update' | 'deactivate' | 'reactivate';

export interface Insert {
  readonly kind: 'insert';
  readonly content: EmployeeContent;
}

export interface Change {
  readonly kind: ChangeKind;
  readonly employee: Employee;
  /** Only the fields that differ. */
  readonly content: Partial<EmployeeContent>;
  /** Why somebody is deactivated. */
  readonly reason: InactiveReason | null;
}

export type Operation = Insert | Change;

export type OperationKind = Operation['kind'];

/** In the order in which they are carried out: deactivations first, new people only after addresses have become free. */
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

/** The person before the write; null for a new one. */
export const beforeOf = (operation: Operation): Employee | null =>
  operation.kind === 'insert' ? null : operation.employee;

/** The person's name after the write. */
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
