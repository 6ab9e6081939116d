import { useEffect, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { Problem } from './loading';

/**
 * A modal dialog with a form. `submit` may refuse by throwing: the message is shown and nothing typed is lost.
 * Escape and the first button close it.
 */
export function Dialog({
  title,
  action = 'Save',
  danger = false,
  cancel = 'Cancel',
  close,
  submit,
  children,
}: {
  readonly title: string;
  /** The label of the second button. */
  readonly action?: string;
  readonly danger?: boolean;
  /** The label of the first button; null where there is nothing to cancel. */
  readonly cancel?: string | null;
  readonly close: () => void;
  readonly submit: (form: FormData) => Promise<void> | void;
  readonly children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [error, setError] = useState<Error>();
  const [busy, setBusy] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await submit(new FormData(event.target as HTMLFormElement));
      close();
    } catch (refused) {
      setError(refused as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <dialog class="dialog" ref={dialog} aria-labelledby="dialog-title" onClose={close}>
      <form onSubmit={(event) => void onSubmit(event)}>
        <header>
          <h1 id="dialog-title">{title}</h1>
        </header>
        <div class="body">
          {error && <Problem error={error} />}
          {children}
        </div>
        <footer>
          {cancel !== null && (
            <button type="button" class="button" onClick={() => dialog.current?.close()}>
              {cancel}
            </button>
          )}
          <button type="submit" class={`button filled${danger ? ' danger' : ''}`} disabled={busy}>
            {action}
          </button>
        </footer>
      </form>
    </dialog>
  );
}
