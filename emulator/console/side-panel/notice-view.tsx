import type { AddOnEntry, PanelAnswer } from './panel-client';

/** What the panel shows instead of cards. */
export type Notice =
  | { readonly kind: 'loading' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'sign-in'; readonly url: string; readonly resource: string }
  | Extract<PanelAnswer, { kind: 'consent' | 'error' }>;

/** Why there is no card, and what a person can do about it. */
export function NoticeView({
  notice,
  entry,
  allow,
  retry,
}: {
  readonly notice: Notice;
  readonly entry: AddOnEntry;
  readonly allow: () => void;
  readonly retry: () => void;
}) {
  switch (notice.kind) {
    case 'loading':
      return (
        <div class="loading" role="status" aria-label="Loading">
          <div class="spinner" />
        </div>
      );
    case 'nothing':
      return <p class="empty">{entry.name} has nothing to show here.</p>;
    case 'consent':
      return (
        <div class="side-panel-notice">
          <h3>Authorization required</h3>
          <p>{entry.name} needs your permission before it can be used here.</p>
          <button type="button" class="button filled" onClick={allow}>
            Authorize access
          </button>
        </div>
      );
    case 'sign-in':
      return (
        <div class="side-panel-notice">
          <h3>Sign in to {notice.resource}</h3>
          <p>
            {entry.name} needs you to sign in to {notice.resource}.
          </p>
          <a class="button filled" href={notice.url} target="_blank" rel="noopener">
            Sign in
          </a>
          <button type="button" class="button" onClick={retry}>
            Reload
          </button>
        </div>
      );
    case 'error':
      return (
        <div class="side-panel-notice" role="alert">
          <h3>Something went wrong with the add-on</h3>
          <p>Run time error.</p>
          <details>
            <summary>Show details</summary>
            <p>{notice.message}</p>
          </details>
          <p>
            <a href={`/workspace/executions/${notice.executionId}`}>See this execution</a>
          </p>
          <button type="button" class="button outlined" onClick={retry}>
            Reload
          </button>
        </div>
      );
  }
}
