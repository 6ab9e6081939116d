import { element } from './card-dom/element';

/**
 * Gives every text input whose name begins with the prefix a Copy button, and makes it read-only.
 *
 * @param say tells the person how it went.
 */
export function addCopyButtons(
  card: HTMLElement,
  prefix: string,
  say: (words: string) => void,
): void {
  for (const field of card.querySelectorAll<TextField>(`[name^="${prefix}"]`)) {
    field.readOnly = true;
    const label = field.parentElement?.querySelector('label')?.textContent ?? '';
    const button = element(
      'button',
      { type: 'button', class: 'card-button outlined', 'aria-label': `Copy ${label}`.trim() },
      'Copy',
    );
    button.addEventListener('click', () => void copy(field, button, say));
    field.after(button);
    field.parentElement?.classList.add('copyable');
  }
}

type TextField = HTMLInputElement | HTMLTextAreaElement;

async function copy(
  field: TextField,
  button: HTMLElement,
  say: (words: string) => void,
): Promise<void> {
  const isCopied = copySelected(field) || (await copyText(field.value));
  if (isCopied) {
    button.focus();
    say('Copied.');
    return;
  }
  field.focus();
  field.select();
  say(`Your browser does not let this page copy. The text is selected: press ${COPY_KEYS}.`);
}

/**
 * Copies the old way first: a frame without an origin may use it, and the pages of Google's that hold the frame allow
 * it nothing newer.
 */
function copySelected(field: TextField): boolean {
  field.focus();
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  }
}

const copyText = (text: string): Promise<boolean> =>
  Promise.resolve()
    .then(() => navigator.clipboard.writeText(text))
    .then(
      () => true,
      () => false,
    );

const COPY_KEYS = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘C' : 'Ctrl+C';
