/** One call of a service or API, as the list of calls shows it. */
export interface CallRecord {
  readonly method: string;
  /** HTTP status, or 200 and 500 for services that have none. */
  readonly status: number;
  /** Virtual milliseconds. */
  readonly ms: number;
  readonly at: number;
  readonly executionId: string | null;
}
