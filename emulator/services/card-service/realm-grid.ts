import { CLICKABLE } from './realm-actions';
import { GridItemLayout, HorizontalAlignment } from './realm-enums';
import { BorderStyle, ImageComponent } from './realm-images';
import { a, INTEGER, oneOf, STRING } from './realm-kinds';
import { messageClass } from './realm-message-class';
import { field, item } from './realm-setters';
import { asWidget, Widget } from './realm-widget';

/** @see https://developers.google.com/apps-script/reference/card-service/grid-item */
export const GridItem = messageClass('GridItem', {
  setters: {
    setIdentifier: field('id', STRING),
    setImage: field('image', a(ImageComponent)),
    setTitle: field('title', STRING),
    setSubtitle: field('subtitle', STRING),
    setLayout: field('layout', oneOf(GridItemLayout)),
    setTextAlignment: field('textAlignment', oneOf(HorizontalAlignment)),
  },
});

/** @see https://developers.google.com/apps-script/reference/card-service/grid */
export const Grid = messageClass('Grid', {
  base: Widget,
  asWidget: asWidget('grid'),
  setters: {
    setTitle: field('title', STRING),
    setNumColumns: field('columnCount', INTEGER),
    setBorderStyle: field('borderStyle', a(BorderStyle)),
    addItem: item('items', a(GridItem)),
    ...CLICKABLE,
  },
});
