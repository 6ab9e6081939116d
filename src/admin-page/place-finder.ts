import type { Place } from '../card/page';
import { element } from './card-dom/element';

/** The key that opens it. */
const KEY = 'g';

/** Finds a place by a few letters, for whoever works without a mouse. */
export class PlaceFinder {
  readonly element: HTMLDialogElement;
  readonly button: HTMLElement;
  private readonly input = element('input', {
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    'aria-label': 'Go to a page',
    'aria-expanded': 'true',
    'aria-controls': 'found-places',
    placeholder: 'Go to a page',
    oninput: () => this.find(),
    onkeydown: (event: KeyboardEvent) => this.press(event),
  });
  private readonly list = element('ul', {
    id: 'found-places',
    role: 'listbox',
    'aria-label': 'Pages',
  });
  private places: readonly Place[] = [];
  private found: readonly Place[] = [];
  private chosen = 0;

  constructor(private readonly goTo: (place: string) => void) {
    this.element = element(
      'dialog',
      { class: 'finder', 'aria-label': 'Go to a page' },
      this.input,
      this.list,
    );
    this.button = element(
      'button',
      {
        type: 'button',
        class: 'card-button',
        hidden: true,
        'aria-keyshortcuts': KEY,
        onclick: () => this.open(),
      },
      'Go to',
      element('kbd', { 'aria-hidden': 'true' }, KEY),
    );
    document.addEventListener('keydown', (event) => this.openByKey(event));
  }

  show(places: readonly Place[]): void {
    this.places = places;
    this.button.hidden = places.length < 2;
  }

  private openByKey(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if (key !== KEY || ctrlKey || metaKey || altKey || this.button.hidden) return;
    if (document.querySelector('dialog[open]') || takesLetters(target)) return;
    event.preventDefault();
    this.open();
  }

  private open(): void {
    this.input.value = '';
    this.find();
    this.element.showModal();
  }

  private find(): void {
    const wanted = this.input.value.trim().toLowerCase();
    this.found = this.places.filter(({ title }) => title.toLowerCase().includes(wanted));
    this.choose(0);
  }

  private press(event: KeyboardEvent): void {
    const { key } = event;
    if (!['ArrowDown', 'ArrowUp', 'Enter'].includes(key)) return;
    event.preventDefault();
    if (key === 'Enter') this.go(this.found[this.chosen]);
    else if (this.found.length > 0) {
      const step = key === 'ArrowDown' ? 1 : this.found.length - 1;
      this.choose((this.chosen + step) % this.found.length);
    }
  }

  private choose(index: number): void {
    this.chosen = index;
    const options = this.found.map((place, at) =>
      element(
        'li',
        {
          id: `found-place-${at}`,
          role: 'option',
          'aria-selected': String(at === index),
          onclick: () => this.go(place),
        },
        place.title,
      ),
    );
    const none = element('li', { class: 'none' }, 'No page has this in its name.');
    this.list.replaceChildren(...(options.length > 0 ? options : [none]));
    this.input.setAttribute(
      'aria-activedescendant',
      options.length > 0 ? `found-place-${index}` : '',
    );
  }

  private go(place: Place | undefined): void {
    if (!place) return;
    this.element.close();
    this.goTo(place.action);
  }
}

const takesLetters = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
