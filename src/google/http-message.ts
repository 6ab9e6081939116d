/** A request over HTTP and its answer, whoever sends it. */

export interface HttpRequest {
  readonly url: string;
  /** Those that Apps Script knows. GET when left out. */
  readonly method?: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly headers?: Readonly<Record<string, string>>;
  readonly contentType?: string;
  readonly body?: string;
}

export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case; of a header that came twice, the first. */
  readonly headers: Readonly<Record<string, string>>;
  /** Read as UTF-8. */
  readonly body: string;
}
