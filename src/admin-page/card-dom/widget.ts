import type { ColumnsColumnWidgets, Widget } from '../../card/card-json';
import { drawButtonList } from './buttons';
import { drawColumns } from './columns';
import { element } from './element';
import type { Drawing } from './hands';
import { drawTextInput } from './inputs';
import { drawDateTimePicker } from './pickers';
import { drawGrid, drawImage } from './pictures';
import { drawSelectionInput } from './selections';
import { drawDecoratedText, drawTextParagraph } from './texts';

/**
 * One widget. For a kind that side panels do not show, its name is shown instead, so that nobody searches for a
 * missing widget.
 */
export function drawWidget(widget: Widget & ColumnsColumnWidgets, drawing: Drawing): HTMLElement {
  const drawn = drawKind(widget, drawing);
  if (widget.horizontalAlignment)
    drawn.classList.add(`align-${widget.horizontalAlignment.toLowerCase()}`);
  return drawn;
}

function drawKind(widget: Widget & ColumnsColumnWidgets, drawing: Drawing): HTMLElement {
  if (widget.textParagraph) return drawTextParagraph(widget.textParagraph);
  if (widget.image) return drawImage(widget.image, drawing);
  if (widget.decoratedText) return drawDecoratedText(widget.decoratedText, drawing);
  if (widget.buttonList) return drawButtonList(widget.buttonList, drawing);
  if (widget.textInput) return drawTextInput(widget.textInput, drawing);
  if (widget.selectionInput) return drawSelectionInput(widget.selectionInput, drawing);
  if (widget.dateTimePicker) return drawDateTimePicker(widget.dateTimePicker, drawing);
  if (widget.divider) return element('hr', { class: 'card-divider' });
  if (widget.grid) return drawGrid(widget.grid, drawing);
  if (widget.columns) return drawColumns(widget.columns, (part) => drawWidget(part, drawing));
  return element(
    'p',
    { class: 'card-text' },
    `A side panel does not show ${Object.keys(widget).join(', ')}.`,
  );
}
