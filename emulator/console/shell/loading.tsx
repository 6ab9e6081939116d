import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';

/** A value that is fetched: not there yet, there, or refused. */
export interface Loaded<T> {
  readonly value: T | undefined;
  readonly error: Error | undefined;
  readonly reload: () => Promise<void>;
}

/** Fetches when the page opens and whenever `keys` change; answers that arrive too late are dropped. */
export function useLoaded<T>(load: () => Promise<T>, keys: readonly unknown[]): Loaded<T> {
  const [state, setState] = useState<Pick<Loaded<T>, 'value' | 'error'>>({
    value: undefined,
    error: undefined,
  });
  const turn = useRef(0);
  const reload = useCallback(async () => {
    const own = ++turn.current;
    const settle = (next: typeof state) => own === turn.current && setState(next);
    try {
      settle({ value: await load(), error: undefined });
    } catch (error) {
      settle({ value: undefined, error: error as Error });
    }
  }, keys);
  useEffect(() => {
    setState({ value: undefined, error: undefined });
    void reload();
  }, [reload]);
  return { ...state, reload };
}

/** Shows what was loaded, a spinner until then, or why it could not be loaded. */
export function Loaded<T>({
  of: { value, error, reload },
  children,
}: {
  readonly of: Loaded<T>;
  readonly children: (value: T) => ComponentChildren;
}) {
  if (error) return <Problem error={error} retry={() => void reload()} />;
  if (value === undefined)
    return (
      <div class="loading" role="status" aria-label="Loading">
        <div class="spinner" />
      </div>
    );
  return <>{children(value)}</>;
}

export function Problem({ error, retry }: { readonly error: Error; readonly retry?: () => void }) {
  return (
    <div class="message bad" role="alert">
      <div>
        <p style="margin:0">{error.message}</p>
        {retry && (
          <button type="button" class="button" onClick={retry}>
            Try again
          </button>
        )}
      </div>
    </div>
  );
}
