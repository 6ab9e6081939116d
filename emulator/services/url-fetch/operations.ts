import type { CrossingContent } from '../blob/realm';

/** A request, ready to be sent. */
export interface FetchRequest {
  readonly url: string;
  /** In capitals. */
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: CrossingContent | null;
  readonly followRedirects: boolean;
  readonly validateHttpsCertificates: boolean;
  readonly timeoutSeconds: number;
}

export interface FetchResponse {
  readonly status: number;
  /** Names as the server wrote them; a repeated one comes repeatedly. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: CrossingContent;
}

/** What UrlFetchApp asks of the host. */
export interface UrlFetchOperations {
  /** Sends all of them, at once as far as virtual time goes; throws when one cannot be sent. */
  'urlfetch.send'(member: string, requests: readonly FetchRequest[]): FetchResponse[];
}
