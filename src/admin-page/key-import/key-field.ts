import { EMAIL_INPUT, KEY_INPUT } from '../../card/door-names';
import { element, freshId } from '../card-dom/element';
import { openText } from './key-text';
import { loadOpener } from './load-opener';
import { FILE_PROBLEMS, sentText, type Opening, type ServiceKey } from './opening';

/** A key file has about 2,400 bytes; what is far larger is not even read. */
const LARGEST_BYTES = 64 * 1024;

/**
 * Replaces a card's field for a key by a choice of file. The file is opened here: only the key is sent, when the card is
 * saved, and neither the file nor its password ever leaves the browser.
 */
export function addKeyFields(card: HTMLElement): void {
  const field = card.querySelector<HTMLTextAreaElement>(`[name="${KEY_INPUT}"]`);
  const place = field?.closest('.card-field');
  if (!field || !place) return;
  const email = card.querySelector<HTMLInputElement>(`[name="${EMAIL_INPUT}"]`);
  place.after(new KeyField(field, email).root);
  (place as HTMLElement).hidden = true;
}

class KeyField {
  readonly root: HTMLElement;
  private readonly says = element('p', { class: 'key-says', role: 'status' });
  private readonly file: HTMLInputElement;
  private readonly password: HTMLInputElement;
  private readonly lock: HTMLElement;
  /** The chosen file while it waits for its password, one byte a character. */
  private bytes = '';

  constructor(
    private readonly field: HTMLTextAreaElement,
    private readonly email: HTMLInputElement | null,
  ) {
    const [fileId, passwordId] = [freshId(), freshId()];
    this.file = element('input', {
      id: fileId,
      type: 'file',
      accept: '.p12,.pfx,.json,.pem,.key',
      onchange: () => void this.choose(),
    });
    this.password = element('input', {
      id: passwordId,
      type: 'password',
      autocomplete: 'off',
      onkeydown: (event: KeyboardEvent) => event.key === 'Enter' && void this.unlock(),
    });
    this.lock = element(
      'div',
      { class: 'card-field', hidden: true },
      element('label', { for: passwordId }, 'Private key password'),
      this.password,
      element(
        'button',
        { type: 'button', class: 'card-button outlined', onclick: () => void this.unlock() },
        'Open the file',
      ),
    );
    this.root = element(
      'div',
      { class: 'key-field' },
      element(
        'div',
        { class: 'card-field' },
        element('label', { for: fileId }, 'Private key file (P12, JSON or PEM)'),
        this.file,
      ),
      this.lock,
      this.says,
    );
  }

  private async choose(): Promise<void> {
    this.field.value = '';
    this.bytes = '';
    this.lock.hidden = true;
    const [file] = this.file.files ?? [];
    if (!file) return this.say('');
    if (file.size > LARGEST_BYTES) return this.say(FILE_PROBLEMS['too-large']);
    this.bytes = binary(await file.arrayBuffer());
    // A P12 file is a sequence in DER; everything else that is known is text.
    const isP12 = this.bytes.startsWith('\x30\x82') || this.bytes.startsWith('\x30\x80');
    this.take(isP12 ? { kind: 'locked' } : openText(await file.text()));
  }

  private async unlock(): Promise<void> {
    const open = await loadOpener();
    if (open === null)
      return this.say(
        'What opens this file could not be loaded. Check your connection, then try again.',
      );
    this.take(open(this.bytes, this.password.value));
  }

  private take(opening: Opening): void {
    if (opening.kind === 'problem') return this.say(FILE_PROBLEMS[opening.problem]);
    if (opening.kind === 'locked') {
      this.lock.hidden = false;
      this.password.focus();
      return this.say(
        'This file opens with its password, here in your browser. The password is not sent.',
      );
    }
    this.lock.hidden = true;
    this.password.value = '';
    this.bytes = '';
    this.keep(opening.key);
  }

  private keep(key: ServiceKey): void {
    this.field.value = sentText(key);
    if (this.email && this.email.value === '') this.email.value = key.email;
    this.say(
      'The key is ready: press Save. What was in the file besides it stays in your browser.',
    );
  }

  private say(words: string): void {
    this.says.textContent = words;
  }
}

const binary = (buffer: ArrayBuffer): string =>
  Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('');
