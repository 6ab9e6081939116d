/** What a plan comes to. */
import type { Side } from '../entry/entry';
import type { Link } from '../entry/link';
import type { Policy } from '../entry/policy';
import type { Reason } from '../entry/why';
import type { AllCourses } from './merge';
import type { Operation } from './operations';

export interface LeftOut {
  readonly side: Side;
  readonly id: string;
  readonly reason: Reason;
}

export interface Planned {
  readonly operations: readonly Operation[];
  readonly leftOut: readonly LeftOut[];
}

/** What the plan for the pairs has come to. */
export interface Paired {
  readonly policy: Policy;
  readonly courses: AllCourses;
  readonly links: readonly Link[];
  readonly made: readonly Operation[];
}
