/** Builds the widgets of our cards with CardService. */
import type {
  ButtonList,
  Columns,
  ColumnsColumn,
  DecoratedText,
  DecoratedTextSwitchControl,
  Icon,
  TextParagraph,
  Widget,
} from '../card/card-json';
import { unreachable } from '../kit/unreachable';
import { buildAction, buildButton, setClick } from './card-clicks';
import { buildPicker, buildSelection, buildTextInput } from './card-inputs';
import { ifGiven } from './if-given';

type Built = GoogleAppsScript.Card_Service.Widget;

/** Throws for a kind of widget that our cards do not have: that is a bug. */
export function buildWidget(widget: Widget): Built {
  if (widget.textParagraph) return buildParagraph(widget.textParagraph);
  if (widget.decoratedText) return buildDecoratedText(widget.decoratedText);
  if (widget.buttonList) return buildButtons(widget.buttonList);
  if (widget.textInput) return buildTextInput(widget.textInput);
  if (widget.selectionInput) return buildSelection(widget.selectionInput);
  if (widget.dateTimePicker) return buildPicker(widget.dateTimePicker);
  if (widget.divider) return CardService.newDivider();
  if (widget.columns) return buildColumns(widget.columns);
  return unreachable(widget as never);
}

function buildParagraph({ text = '', maxLines }: TextParagraph): Built {
  const built = CardService.newTextParagraph().setText(text);
  ifGiven(maxLines, (lines) => built.setMaxLines(lines));
  return built;
}

function buildDecoratedText(text: DecoratedText): Built {
  const built = CardService.newDecoratedText();
  ifGiven(text.topLabel, (label) => built.setTopLabel(label));
  ifGiven(text.text, (content) => built.setText(content));
  ifGiven(text.bottomLabel, (label) => built.setBottomLabel(label));
  ifGiven(text.wrapText, (does) => built.setWrapText(does));
  ifGiven(text.startIcon, (icon) => built.setStartIcon(buildIcon(icon)));
  ifGiven(text.endIcon, (icon) => built.setEndIcon(buildIcon(icon)));
  ifGiven(text.button, (button) => built.setButton(buildButton(button)));
  ifGiven(text.switchControl, (control) => built.setSwitchControl(buildSwitch(control)));
  ifGiven(text.onClick, (onClick) => setClick(built, onClick));
  return built;
}

function buildSwitch(control: DecoratedTextSwitchControl): GoogleAppsScript.Card_Service.Switch {
  const built = CardService.newSwitch();
  ifGiven(control.name, (name) => built.setFieldName(name));
  ifGiven(control.value, (value) => built.setValue(value));
  ifGiven(control.selected, (is) => built.setSelected(is));
  ifGiven(control.controlType, (type) =>
    built.setControlType(CardService.SwitchControlType[type === 'SWITCH' ? type : 'CHECK_BOX']),
  );
  ifGiven(control.onChangeAction, (action) => built.setOnChangeAction(buildAction(action)));
  return built;
}

function buildIcon({ knownIcon, iconUrl, altText }: Icon): GoogleAppsScript.Card_Service.IconImage {
  const built = CardService.newIconImage();
  ifGiven(knownIcon, (name) =>
    built.setIcon(CardService.Icon[name as keyof typeof CardService.Icon]),
  );
  ifGiven(iconUrl, (url) => built.setIconUrl(url));
  ifGiven(altText, (text) => built.setAltText(text));
  return built;
}

function buildButtons({ buttons = [] }: ButtonList): Built {
  const built = CardService.newButtonSet();
  for (const button of buttons) built.addButton(buildButton(button));
  return built;
}

function buildColumns({ columnItems = [] }: Columns): Built {
  const built = CardService.newColumns();
  for (const column of columnItems) built.addColumn(buildColumn(column));
  return built;
}

function buildColumn(column: ColumnsColumn): GoogleAppsScript.Card_Service.Column {
  const built = CardService.newColumn();
  ifGiven(column.horizontalSizeStyle, (style) =>
    built.setHorizontalSizeStyle(CardService.HorizontalSizeStyle[style]),
  );
  ifGiven(column.horizontalAlignment, (side) =>
    built.setHorizontalAlignment(CardService.HorizontalAlignment[side]),
  );
  ifGiven(column.verticalAlignment, (side) =>
    built.setVerticalAlignment(CardService.VerticalAlignment[side]),
  );
  for (const widget of column.widgets ?? []) built.addWidget(buildWidget(widget));
  return built;
}
