import {
  HorizontalAlignment,
  HorizontalSizeStyle,
  VerticalAlignment,
  WrapStyle,
} from './realm-enums';
import { a, oneOf, WIDGET, type Kind } from './realm-kinds';
import { Message, widgetOf } from './realm-message';
import { messageClass } from './realm-message-class';
import { field, item } from './realm-setters';
import { asWidget, Widget } from './realm-widget';

const IN_A_COLUMN = [
  'textParagraph',
  'image',
  'decoratedText',
  'buttonList',
  'textInput',
  'selectionInput',
  'dateTimePicker',
];

const COLUMN_WIDGET: Kind = {
  accepts: (value) =>
    Message.is(value) && IN_A_COLUMN.includes(Object.keys(widgetOf(value) ?? {})[0] ?? ''),
  json: WIDGET.json,
};

/** @see https://developers.google.com/apps-script/reference/card-service/column */
export const Column = messageClass('Column', {
  setters: {
    setHorizontalSizeStyle: field('horizontalSizeStyle', oneOf(HorizontalSizeStyle)),
    setHorizontalAlignment: field('horizontalAlignment', oneOf(HorizontalAlignment)),
    setVerticalAlignment: field('verticalAlignment', oneOf(VerticalAlignment)),
    addWidget: item('widgets', COLUMN_WIDGET),
  },
});

/** @see https://developers.google.com/apps-script/reference/card-service/columns */
export const Columns = messageClass('Columns', {
  base: Widget,
  asWidget: asWidget('columns'),
  setters: {
    addColumn: item('columnItems', a(Column), {
      most: 2,
      sentence: "You can't add more than 2 columns to a columns widget.",
    }),
    setWrapStyle: field('wrapStyle', oneOf(WrapStyle)),
  },
});
