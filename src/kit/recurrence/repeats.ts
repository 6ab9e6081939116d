import type { Rule } from './rule';
export interface Repeats {
  readonly rule: Rule | null;
  readonly extra: readonly string[];
  readonly skipped: readonly string[];
}
export interface SeriesStart {
  readonly date: string;
  readonly time: string | null;
  readonly zone: string;
}
export type Unsaid =
  | 'several-rules'
  | 'exception-rule'
  | 'finer-than-days'
  | 'extra-times'
  | 'too-many-parts'
  | 'unreadable-rule';
