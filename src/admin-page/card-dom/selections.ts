import type { SelectionInput, SelectionInputSelectionItem as Item } from '../../card/card-json';
import { runAction } from './click';
import { element, freshId } from './element';
import { strings, stringsOf } from './form-inputs';
import type { Drawing } from './hands';
import { hintLine } from './hint-line';
import { drawMultiSelect } from './multi-select';

/** Boxes, radio buttons, switches, a drop-down or a multi-select. */
export function drawSelectionInput(widget: SelectionInput, drawing: Drawing): HTMLElement {
  switch (widget.type) {
    case 'DROPDOWN':
      return drawDropdown(widget, drawing);
    case 'MULTI_SELECT':
      return drawMultiSelect(widget, drawing);
    default:
      return drawChoices(widget, drawing);
  }
}

function drawChoices(widget: SelectionInput, drawing: Drawing): HTMLElement {
  const { name = '', label, items = [], type = 'CHECK_BOX', onChangeAction } = widget;
  const group = freshId();
  const boxes = items.map((item) => {
    const box = element('input', {
      type: type === 'RADIO_BUTTON' ? 'radio' : 'checkbox',
      class: type === 'SWITCH' ? 'card-switch' : 'card-box',
      role: type === 'SWITCH' ? 'switch' : undefined,
      name: type === 'RADIO_BUTTON' ? group : undefined,
      value: item.value ?? '',
      checked: item.selected === true,
      onchange: () => onChangeAction && void runAction(onChangeAction, drawing),
    });
    return { item, box };
  });
  const below = hintLine(() => boxes[0]?.box);
  drawing.form.add({
    name,
    read() {
      const chosen = boxes.filter(({ box }) => box.checked).map(({ item }) => item.value ?? '');
      return chosen.length > 0 ? strings(...chosen) : null;
    },
    restore(held) {
      for (const { item, box } of boxes) box.checked = stringsOf(held).includes(item.value ?? '');
    },
    problem: () => null,
    showProblem: below.show,
  });
  return element(
    'fieldset',
    { class: 'card-field card-choices', 'aria-label': label ? undefined : name },
    label ? element('legend', {}, label) : null,
    ...boxes.map(({ item, box }) => choice(item, box, type === 'SWITCH')),
    below.line,
  );
}

const choice = ({ text = '' }: Item, box: HTMLElement, atEnd: boolean): HTMLElement =>
  element(
    'label',
    { class: `card-choice${atEnd ? ' at-end' : ''}` },
    box,
    element('span', {}, text),
  );

function drawDropdown(widget: SelectionInput, drawing: Drawing): HTMLElement {
  const { name = '', label, items = [], onChangeAction } = widget;
  const id = freshId();
  const select = element(
    'select',
    {
      id,
      'aria-label': label ? undefined : name,
      onchange: () => onChangeAction && void runAction(onChangeAction, drawing),
    },
    ...(items.some(({ selected }) => selected) ? [] : [element('option', { value: '' })]),
    ...items.map(({ text = '', value = '', selected }) =>
      element('option', { value, selected: selected === true }, text),
    ),
  );
  const below = hintLine(() => select);
  drawing.form.add({
    name,
    read: () => (select.value === '' ? null : strings(select.value)),
    restore: (held) => void (select.value = stringsOf(held)[0] ?? ''),
    problem: () => null,
    showProblem: below.show,
  });
  return element(
    'div',
    { class: 'card-field' },
    label ? element('label', { for: id }, label) : null,
    select,
    below.line,
  );
}
