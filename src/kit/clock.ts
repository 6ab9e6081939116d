/** The current time. It is passed in, so that tests can turn the clock. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

/** An instant as an ISO 8601 string in UTC. */
export const instantAt = (ms: number): string => new Date(ms).toISOString();

/** Milliseconds since 1970-01-01T00:00:00Z; NaN for a text that is not an instant. */
export const msOf = (instant: string): number => Date.parse(instant);
