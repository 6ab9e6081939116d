import { Action, CLICKABLE } from './realm-actions';
import { Button } from './realm-buttons';
import { SwitchControlType } from './realm-enums';
import { ICON_SOURCES, IconImage } from './realm-icons';
import { a, BOOLEAN, INTEGER, oneOf, STRING } from './realm-kinds';
import { messageClass } from './realm-message-class';
import { choice, field, inside } from './realm-setters';
import { asWidget, Widget } from './realm-widget';

/** @see https://developers.google.com/apps-script/reference/card-service/text-paragraph */
export const TextParagraph = messageClass('TextParagraph', {
  base: Widget,
  asWidget: asWidget('textParagraph'),
  setters: {
    setText: field('text', STRING),
    setMaxLines: field('maxLines', INTEGER),
  },
});

export const Divider = messageClass('Divider', { base: Widget, asWidget: asWidget('divider') });

/** @see https://developers.google.com/apps-script/reference/card-service/switch */
export const Switch = messageClass('Switch', {
  setters: {
    setFieldName: field('name', STRING),
    setValue: field('value', STRING),
    setSelected: field('selected', BOOLEAN),
    setControlType: field('controlType', oneOf(SwitchControlType)),
    setOnChangeAction: field('onChangeAction', a(Action)),
  },
});

/** One of these stands to the right of the text. */
const CONTROLS = ['button', 'switchControl', 'endIcon'];

/** @see https://developers.google.com/apps-script/reference/card-service/decorated-text */
export const DecoratedText = messageClass('DecoratedText', {
  base: Widget,
  asWidget: asWidget('decoratedText'),
  setters: {
    setText: field('text', STRING),
    setTopLabel: field('topLabel', STRING),
    setBottomLabel: field('bottomLabel', STRING),
    setWrapText: field('wrapText', BOOLEAN),
    setStartIcon: field('startIcon', a(IconImage)),
    setIcon: inside('icon', ICON_SOURCES.setIcon),
    setIconUrl: inside('icon', ICON_SOURCES.setIconUrl),
    setIconAltText: inside('icon', field('altText', STRING)),
    setButton: choice(CONTROLS, 'button', a(Button)),
    setSwitchControl: choice(CONTROLS, 'switchControl', a(Switch)),
    setEndIcon: choice(CONTROLS, 'endIcon', a(IconImage)),
    ...CLICKABLE,
  },
});
