/** An HTTP request and its response, whoever sends it. */

export interface HttpRequest {
  readonly url: string;
  /** One of those that Apps Script has. GET when left out. */
  readonly method?: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly headers?: Readonly<Record<string, string>>;
  readonly contentType?: string;
  readonly body?: string;
}

export interface HttpAnswer {
  readonly status: number;
  /** By name in lower case; only the first of a repeated header. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decoded as UTF-8. */
  readonly body: string;
}
