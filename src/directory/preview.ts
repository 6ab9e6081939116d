/** What a run would do, in numbers and names, for a person to see before it happens. */
import { shortened, utf8Bytes } from '../kit/text';
import { afterOf, KINDS, type LeftOut, type Operation, type OperationKind } from './operations';
import { nameOf } from './person';
import type { Plan } from './plan';

/** The most bytes of a saved preview, which is in the organization's share of the properties. */
export const PREVIEW_BYTES = 2_000;

/** How many names of each kind and people left out, and how long each may be: from the most detailed to none. */
const CUTS = [
  { names: 20, leftOut: 8, length: 60 },
  { names: 20, leftOut: 8, length: 30 },
  { names: 10, leftOut: 5, length: 30 },
  { names: 5, leftOut: 3, length: 20 },
  { names: 0, leftOut: 0, length: 0 },
] as const;

export interface Named {
  readonly count: number;
  /** The first names, at most twenty. */
  readonly names: readonly string[];
}

export interface LeftOutPeople {
  readonly count: number;
  /** The first people, at most eight. */
  readonly examples: readonly LeftOut[];
}

export interface Preview {
  readonly users: number;
  readonly unchanged: number;
  /** Users who do not take part; left out where everybody does. */
  readonly outside?: number;
  readonly kinds: Readonly<Record<OperationKind, Named>>;
  readonly leftOut: LeftOutPeople;
}

/** The preview with as many names as there is room for. */
export function previewOf(planned: Plan): Preview {
  const cuts = CUTS.map((cut) => cutPreview(planned, cut));
  return (
    cuts.find((preview) => utf8Bytes(JSON.stringify(preview)) <= PREVIEW_BYTES) ??
    cuts[cuts.length - 1]!
  );
}

type Cut = (typeof CUTS)[number];

const cutPreview = (
  { users, unchanged, outside, operations, leftOut }: Plan,
  cut: Cut,
): Preview => ({
  users,
  unchanged,
  ...(outside > 0 && { outside }),
  kinds: Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      named(
        operations.filter((operation) => operation.kind === kind),
        cut,
      ),
    ]),
  ) as Record<OperationKind, Named>,
  leftOut: leftOutPeople(leftOut, cut),
});

/** How many people were left out, with the first few. */
export const leftOutPeople = (
  leftOut: readonly LeftOut[],
  { leftOut: most, length }: Pick<Cut, 'leftOut' | 'length'> = CUTS[0],
): LeftOutPeople => ({
  count: leftOut.length,
  examples: leftOut
    .slice(0, most)
    .map(({ who, reason }) => ({ who: shortened(who, length), reason })),
});

const named = (operations: readonly Operation[], { names, length }: Cut): Named => ({
  count: operations.length,
  names: operations
    .slice(0, names)
    .map((operation) => shortened(nameOf(afterOf(operation)), length))
    .sort(),
});
