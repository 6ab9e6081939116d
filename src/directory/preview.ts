/** What a run would do, counted and with names, for a person to look at before it happens. */
import { shortened } from '../kit/text';
import { afterOf, KINDS, type LeftOut, type Operation, type OperationKind } from './operations';
import { nameOf } from './person';
import type { Plan } from './plan';

/** Enough to recognise one's colleagues by; the rest stands in the workbook afterwards. */
export const NAMES = 20;

/** A preview is kept where little room is. */
const LONGEST = 60;

export interface Named {
  readonly count: number;
  /** At most twenty. */
  readonly names: readonly string[];
}

export interface Preview {
  readonly users: number;
  readonly unchanged: number;
  readonly kinds: Readonly<Record<OperationKind, Named>>;
  readonly leftOut: {
    readonly count: number;
    /** At most twenty. */
    readonly examples: readonly LeftOut[];
  };
}

export const previewOf = ({ users, unchanged, operations, leftOut }: Plan): Preview => ({
  users,
  unchanged,
  kinds: Object.fromEntries(
    KINDS.map((kind) => [kind, named(operations.filter((operation) => operation.kind === kind))]),
  ) as Record<OperationKind, Named>,
  leftOut: { count: leftOut.length, examples: leftOutExamples(leftOut) },
});

/** At most twenty. */
export const leftOutExamples = (leftOut: readonly LeftOut[]): LeftOut[] =>
  leftOut.slice(0, NAMES).map(({ who, reason }) => ({ who: shortened(who, LONGEST), reason }));

const named = (operations: readonly Operation[]): Named => ({
  count: operations.length,
  names: operations
    .slice(0, NAMES)
    .map((operation) => shortened(nameOf(afterOf(operation)), LONGEST))
    .sort(),
});
