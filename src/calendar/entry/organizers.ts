/** Who organizes the meetings that a person is invited to, by address. */
export interface Organizers {
  /** Those whose calendar was synced at the last look. */
  readonly synced: readonly string[];
  readonly others: readonly string[];
  /** A digest of what the synced ones chose about their own sync; absent when none of them chose anything. */
  readonly chose?: string | undefined;
}
