import type {
  DecoratedText,
  DecoratedTextSwitchControl,
  TextParagraph,
} from '../../card/card-json';
import { drawButton } from './buttons';
import { click, runAction } from './click';
import { element, freshId } from './element';
import { strings, stringsOf } from './form-inputs';
import type { Drawing } from './hands';
import { iconElement } from './icons';
import { markup, plainText } from './markup';

/** With `maxLines`, a button shows the rest. */
export function drawTextParagraph({ text = '', maxLines }: TextParagraph): HTMLElement {
  const paragraph = element('p', { class: 'card-text' }, markup(text));
  if (!maxLines) return paragraph;
  paragraph.style.setProperty('--max-lines', String(maxLines));
  paragraph.classList.add('cut');
  const more = element('button', {
    type: 'button',
    class: 'card-more',
    'aria-expanded': 'false',
    onclick: () => {
      const cut = paragraph.classList.toggle('cut');
      more.setAttribute('aria-expanded', String(!cut));
      more.textContent = cut ? 'Show more' : 'Show less';
    },
  });
  more.textContent = 'Show more';
  return element('div', {}, paragraph, more);
}

/** A row: icon, up to three lines of text, and a button, switch or icon at its end. */
export function drawDecoratedText(widget: DecoratedText, drawing: Drawing): HTMLElement {
  const { startIcon, icon, onClick, button, switchControl, endIcon, wrapText } = widget;
  const lines = textLines(widget);
  const labelId = freshId();
  const start = startIcon ?? icon;
  const inside = [
    start && iconElement(start, { decorative: !start.altText }),
    element('span', { class: `card-lines${wrapText ? ' wrap' : ''}`, id: labelId }, ...lines),
  ];
  const body = onClick
    ? element(
        'button',
        { type: 'button', class: 'card-row-body', onclick: () => click(onClick, drawing) },
        ...inside,
      )
    : element('div', { class: 'card-row-body' }, ...inside);
  return element(
    'div',
    { class: 'card-row' },
    body,
    button && drawButton(button, drawing),
    switchControl && drawSwitch(switchControl, { labelId, text: widget.text ?? '' }, drawing),
    endIcon && iconElement(endIcon, { decorative: !endIcon.altText }),
  );
}

function textLines(widget: DecoratedText): HTMLElement[] {
  const { topLabel, topLabelText, text, contentText, bottomLabel, bottomLabelText } = widget;
  const line = (kind: string, value: string | undefined) =>
    value ? [element('span', { class: `card-${kind}` }, markup(value))] : [];
  return [
    ...line('top-label', topLabel ?? topLabelText?.text),
    ...line('content', text ?? contentText?.text),
    ...line('bottom-label', bottomLabel ?? bottomLabelText?.text),
  ];
}

/** Only switches that are on are sent: the event leaves out the name of a switch that is off. */
function drawSwitch(
  { name = '', value = 'true', selected, onChangeAction, controlType }: DecoratedTextSwitchControl,
  { labelId, text }: { readonly labelId: string; readonly text: string },
  drawing: Drawing,
): HTMLElement {
  const input = element('input', {
    type: 'checkbox',
    class: controlType === 'CHECK_BOX' || controlType === 'CHECKBOX' ? 'card-box' : 'card-switch',
    role: controlType === 'CHECK_BOX' || controlType === 'CHECKBOX' ? undefined : 'switch',
    checked: selected === true,
    'aria-labelledby': plainText(text) ? labelId : undefined,
    'aria-label': plainText(text) ? undefined : name,
    onchange: () => onChangeAction && void runAction(onChangeAction, drawing),
  });
  drawing.form.add({
    name,
    read: () => (input.checked ? strings(value) : null),
    restore: (held) => void (input.checked = stringsOf(held).includes(value)),
    problem: () => null,
    showProblem: () => {},
  });
  return input;
}
