import type { Columns, ColumnsColumnWidgets } from '../../card/card-json';
import { element } from './element';

/** At most two columns, one below the other where space is short. */
export const drawColumns = (
  { columnItems = [] }: Columns,
  drawPart: (widget: ColumnsColumnWidgets) => HTMLElement,
): HTMLElement =>
  element(
    'div',
    { class: 'card-columns' },
    ...columnItems.map(
      ({ widgets = [], horizontalSizeStyle, horizontalAlignment, verticalAlignment }) =>
        element(
          'div',
          {
            class: [
              'card-column',
              horizontalSizeStyle === 'FILL_MINIMUM_SPACE' ? 'minimum' : '',
              horizontalAlignment ? `align-${horizontalAlignment.toLowerCase()}` : '',
              verticalAlignment ? `vertical-${verticalAlignment.toLowerCase()}` : '',
            ].join(' '),
          },
          ...widgets.map(drawPart),
        ),
    ),
  );
