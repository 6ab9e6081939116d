import type { SelectionInput, SelectionInputSelectionItem as Item } from '../../card/card-json';
import { runAction } from './click';
import { element, freshId } from './element';
import { strings, stringsOf } from './form-inputs';
import type { Drawing } from './hands';
import { hintLine } from './hint-line';

const FIND_AFTER_MS = 250;

/** A field that finds items as somebody types, and shows the chosen ones as chips that can be removed. */
export function drawMultiSelect(widget: SelectionInput, drawing: Drawing): HTMLElement {
  const {
    name = '',
    label,
    items = [],
    multiSelectMaxSelectedItems: most = 3,
    onChangeAction,
  } = widget;
  const id = freshId();
  const known = new Map<string, Item>(items.map((item) => [item.value ?? '', item]));
  const chosen = new Set(items.filter(({ selected }) => selected).map(({ value = '' }) => value));
  const chips = element('div', { class: 'card-chips' });
  const options = element('ul', {
    class: 'card-options',
    role: 'listbox',
    id: `${id}-options`,
    hidden: true,
  });
  const field = element('input', {
    id,
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    'aria-controls': `${id}-options`,
    'aria-expanded': 'false',
    'aria-label': label ? undefined : name,
  });

  const changed = () => {
    drawChips();
    if (onChangeAction) void runAction(onChangeAction, drawing);
  };
  const drawChips = () =>
    chips.replaceChildren(
      ...[...chosen].map((value) =>
        element(
          'button',
          {
            type: 'button',
            class: 'card-chip',
            'aria-label': `Remove ${known.get(value)?.text ?? value}`,
            onclick: () => {
              chosen.delete(value);
              changed();
            },
          },
          `${known.get(value)?.text ?? value} ✕`,
        ),
      ),
    );
  const close = () => {
    options.hidden = true;
    field.setAttribute('aria-expanded', 'false');
  };
  const choose = (item: Item) => {
    const value = item.value ?? '';
    known.set(value, item);
    if (chosen.size < most) chosen.add(value);
    field.value = '';
    close();
    changed();
  };
  const open = (found: readonly Item[]) => {
    const left = found.filter(({ value = '' }) => !chosen.has(value));
    options.replaceChildren(...left.map((item) => option(item, () => choose(item))));
    options.hidden = left.length === 0;
    field.setAttribute('aria-expanded', String(left.length > 0));
  };

  finds(field, widget, drawing, { open, close, items });
  const below = hintLine(() => field);
  drawing.form.add({
    name,
    read: () => (chosen.size > 0 ? strings(...chosen) : null),
    restore(held) {
      chosen.clear();
      for (const value of stringsOf(held)) chosen.add(value);
      drawChips();
    },
    problem: () => null,
    showProblem: below.show,
  });
  drawChips();
  return element(
    'div',
    { class: 'card-field card-multi-select' },
    label ? element('label', { for: id }, label) : null,
    chips,
    field,
    options,
    below.line,
  );
}

/** An item to choose, by mouse or by keyboard. */
const option = ({ text = '', bottomText }: Item, choose: () => void): HTMLElement =>
  element(
    'li',
    {
      role: 'option',
      tabindex: '0',
      'aria-selected': 'false',
      onclick: choose,
      onkeydown: (event: KeyboardEvent) => {
        const { target } = event as unknown as { target: HTMLElement };
        const next = {
          ArrowDown: target.nextElementSibling,
          ArrowUp: target.previousElementSibling,
        }[event.key];
        if (event.key === 'Enter' || event.key === ' ') choose();
        else if (!(next instanceof HTMLElement)) return;
        else next.focus();
        event.preventDefault();
      },
    },
    text,
    bottomText ? element('span', { class: 'card-bottom-label' }, bottomText) : null,
  );

function finds(
  field: HTMLInputElement,
  { externalDataSource, multiSelectMinQueryLength: least = 0 }: SelectionInput,
  { hands, form }: Drawing,
  list: { open(items: readonly Item[]): void; close(): void; readonly items: readonly Item[] },
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const find = () => {
    const query = field.value.trim();
    clearTimeout(timer);
    if (query.length < least) return list.close();
    const own = list.items.filter(({ text = '' }) =>
      text.toLowerCase().includes(query.toLowerCase()),
    );
    list.open(own);
    if (!externalDataSource) return;
    timer = setTimeout(
      () =>
        void hands.find(externalDataSource, form.values(), query).then(
          (found) => list.open([...own, ...found]),
          () => {},
        ),
      FIND_AFTER_MS,
    );
  };
  field.addEventListener('input', find);
  field.addEventListener('focus', find);
  field.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') list.close();
    if (key === 'ArrowDown')
      field.parentElement?.querySelector<HTMLElement>('[role=option]')?.focus();
  });
}
