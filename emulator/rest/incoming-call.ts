import type { ApiRequest, JsonObject } from '../workspace/api-method';

/** A call of a Google API as it arrives, before anything is checked. */
export interface IncomingCall {
  readonly methodId: string;
  /** By name; strings from a query, or what a script passed. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly body: JsonObject | null;
  readonly ifMatch?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
  readonly media?: ApiRequest['media'] | undefined;
}
