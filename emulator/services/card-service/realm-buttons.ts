import { CLICKABLE } from './realm-actions';
import { toColor } from './realm-color';
import { TextButtonStyle } from './realm-enums';
import { ICON_SOURCES } from './realm-icons';
import { a, BOOLEAN, oneOf, STRING } from './realm-kinds';
import type { Json } from './realm-message';
import { messageClass } from './realm-message-class';
import { field, inside, item, without } from './realm-setters';
import { asWidget, Widget } from './realm-widget';

/** A button that stands alone in a section is a list of one. */
export const Button = messageClass('Button', {
  base: Widget,
  asWidget: (json) => ({ buttonList: { buttons: [json] } }),
  setters: CLICKABLE,
  missing: 'setOverflowMenu',
});

/** @see https://developers.google.com/apps-script/reference/card-service/text-button */
export const TextButton = messageClass('TextButton', {
  base: Button,
  finish: styled,
  setters: {
    setText: field('text', STRING),
    setAltText: field('altText', STRING),
    setDisabled: field('disabled', BOOLEAN),
    setTextButtonStyle: field('type', oneOf(TextButtonStyle)),
    setBackgroundColor: {
      takes: [[STRING]],
      change: (json, color) => ({ ...json, color: toColor(color as string, 'backgroundColor') }),
    },
    setIcon: inside('icon', ICON_SOURCES.setIcon),
    setIconUrl: inside('icon', ICON_SOURCES.setIconUrl),
    setMaterialIcon: inside('icon', ICON_SOURCES.setMaterialIcon),
  },
});

/** Only filled buttons have a background color. TEXT is the old name of OUTLINED. */
function styled(json: Json): Json {
  const colored = json['type'] === 'FILLED' ? json : without(json, ['color']);
  return colored['type'] === 'TEXT' ? { ...colored, type: 'OUTLINED' } : colored;
}

/** @see https://developers.google.com/apps-script/reference/card-service/image-button */
export const ImageButton = messageClass('ImageButton', {
  base: Button,
  setters: {
    setAltText: inside('icon', field('altText', STRING)),
    setIcon: inside('icon', ICON_SOURCES.setIcon),
    setIconUrl: inside('icon', ICON_SOURCES.setIconUrl),
    setMaterialIcon: inside('icon', ICON_SOURCES.setMaterialIcon),
  },
  missing: 'setImageButtonStyle',
});

/** @see https://developers.google.com/apps-script/reference/card-service/button-set */
export const ButtonSet = messageClass('ButtonSet', {
  base: Widget,
  asWidget: asWidget('buttonList'),
  setters: { addButton: item('buttons', a(Button)) },
});
