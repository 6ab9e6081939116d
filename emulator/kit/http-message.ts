/** An HTTP request as it reached Google (or this Workspace). */
export interface HttpRequest {
  readonly method: string;
  /** Absolute, with one of Google's hosts; or a path, which means the local origin. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

/** A body as text. */
export const textOf = (body: Uint8Array | string): string =>
  typeof body === 'string' ? body : Buffer.from(body).toString('utf8');

/** A body as bytes. */
export const bytesOf = (body: Uint8Array | string): Uint8Array =>
  typeof body === 'string' ? Buffer.from(body, 'utf8') : body;

/** A JSON answer. */
export const jsonResponse = (status: number, body: object): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=UTF-8' },
  body: `${JSON.stringify(body, null, 2)}\n`,
});

/** The media type of a Content-Type, without its parameters, in lower case. */
export const mediaType = (contentType = ''): string =>
  contentType.split(';')[0]!.trim().toLowerCase();

/** A parameter of a Content-Type, such as `boundary`. */
export function contentTypeParameter(contentType: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(contentType);
  return match?.[1] ?? match?.[2];
}
