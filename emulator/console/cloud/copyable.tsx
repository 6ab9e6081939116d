import { toast } from '../shell/toast';

/** Text that is needed elsewhere, with a button that copies it. */
export function Copyable({ text, what }: { readonly text: string; readonly what: string }) {
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => toast(`${what} copied.`),
      () => toast('The browser does not let this page copy. Select the text instead.'),
    );
  return (
    <span class="copyable">
      <code>{text}</code>
      <button type="button" class="button icon" aria-label={`Copy ${what}`} onClick={copy}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M8 3h11v14h-2V5H8zm-3 4h10v14H5zm2 2v10h6V9z" />
        </svg>
      </button>
    </span>
  );
}
