import type { CrossingContent } from '../blob/realm';

/** A request that is ready to be sent. */
export interface FetchRequest {
  readonly url: string;
  /** In upper case. */
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: CrossingContent | null;
  readonly followRedirects: boolean;
  readonly validateHttpsCertificates: boolean;
  readonly timeoutSeconds: number;
}

export interface FetchResponse {
  readonly status: number;
  /** Names as the server wrote them; a repeated header appears repeatedly. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: CrossingContent;
}

/** What UrlFetchApp needs from the host. */
export interface UrlFetchOperations {
  /** Sends all of them, at the same virtual time; throws when one cannot be sent. */
  'urlfetch.send'(member: string, requests: readonly FetchRequest[]): FetchResponse[];
}
