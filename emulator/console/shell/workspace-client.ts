/** A refusal, in the words of whoever refused. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly status: number,
    /** Google's reason, where an API refused. */
    readonly reason: string | null,
  ) {
    super(message);
  }
}

/** A call of the control API under /_workspace/. @throws Refused */
export async function control<T>(path: string, body?: object, method?: string): Promise<T> {
  const response = await fetch(`/_workspace/${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  const text = await response.text();
  const answer = text === '' ? undefined : (JSON.parse(text) as unknown);
  if (!response.ok) throw refusal(answer, response.status);
  return answer as T;
}

/**
 * An API call as this person makes it by hand in Google's own products.
 *
 * @param method a Discovery id, such as `calendar.events.list`.
 * @throws Refused with Google's reason and words.
 */
export async function act<T>(
  as: string,
  method: string,
  params: object = {},
  body?: object,
): Promise<T> {
  const { answer } = await control<{ answer: T }>('act', {
    as,
    method,
    params,
    ...(body && { body }),
  });
  return answer;
}

/** Performs an action that consoles have and public APIs do not, such as `delegation.add`. @throws Refused */
export async function admin<T>(as: string, action: string, input: object = {}): Promise<T> {
  const { result } = await control<{ result: T }>('admin', { as, action, input });
  return result;
}

interface ErrorAnswer {
  readonly error?: { readonly message?: string; readonly errors?: readonly { reason?: string }[] };
}

const refusal = (answer: unknown, status: number): Refused => {
  const { error } = (answer ?? {}) as ErrorAnswer;
  return new Refused(
    error?.message ?? `HTTP ${status}`,
    status,
    error?.errors?.[0]?.reason ?? null,
  );
};
