import type { Button, ButtonList, Color, Icon } from '../../card/card-json';
import { click } from './click';
import { element } from './element';
import type { Drawing } from './hands';
import { iconElement } from './icons';
import { plainText } from './markup';

export const drawButtonList = ({ buttons = [] }: ButtonList, drawing: Drawing): HTMLElement =>
  element(
    'div',
    { class: 'card-buttons' },
    ...buttons.map((button) => drawButton(button, drawing)),
  );

/** A text button, or an icon button when it has no text. Cards name icon buttons by `altText`. */
export function drawButton(button: Button, drawing: Drawing): HTMLElement {
  const { text, icon, altText, disabled, onClick, color, type = 'OUTLINED' } = button;
  const label = text ? plainText(text) : (altText ?? icon?.altText ?? nameOf(icon));
  return element(
    'button',
    {
      type: 'button',
      class: `card-button ${text ? type.toLowerCase() : 'icon-only'}`,
      style: color && colorStyle(color),
      'aria-label': text && !altText ? undefined : (altText ?? label),
      title: text ? undefined : label,
      disabled: disabled === true,
      onclick: () => onClick && click(onClick, drawing),
    },
    icon && iconElement(icon, { decorative: true }),
    text && plainText(text),
  );
}

const nameOf = (icon: Icon | undefined): string =>
  icon?.knownIcon?.toLowerCase().replaceAll('_', ' ') ?? 'Button';

/** A filled button's color, with black or white text, whichever is easier to read. */
function colorStyle({ red = 0, green = 0, blue = 0 }: Color): string {
  const luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  const rgb = [red, green, blue].map((part) => Math.round(part * 255)).join(' ');
  return `--button-color: rgb(${rgb}); --on-button-color: ${luminance > 0.179 ? '#000' : '#fff'}`;
}

const linear = (part: number): number =>
  part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
