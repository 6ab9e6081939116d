/** The widgets of our cards, as CardService has them. */
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
import { builtAction, builtButton, setClick } from './card-clicks';
import { builtPicker, builtSelection, builtTextInput } from './card-inputs';
import { given } from './given';

type Built = GoogleAppsScript.Card_Service.Widget;

/** Another kind of widget than our cards have is a bug, and says so. */
export function builtWidget(widget: Widget): Built {
  if (widget.textParagraph) return builtParagraph(widget.textParagraph);
  if (widget.decoratedText) return builtDecoratedText(widget.decoratedText);
  if (widget.buttonList) return builtButtons(widget.buttonList);
  if (widget.textInput) return builtTextInput(widget.textInput);
  if (widget.selectionInput) return builtSelection(widget.selectionInput);
  if (widget.dateTimePicker) return builtPicker(widget.dateTimePicker);
  if (widget.divider) return CardService.newDivider();
  if (widget.columns) return builtColumns(widget.columns);
  return unreachable(widget as never);
}

function builtParagraph({ text = '', maxLines }: TextParagraph): Built {
  const built = CardService.newTextParagraph().setText(text);
  given(maxLines, (lines) => built.setMaxLines(lines));
  return built;
}

function builtDecoratedText(text: DecoratedText): Built {
  const built = CardService.newDecoratedText();
  given(text.topLabel, (label) => built.setTopLabel(label));
  given(text.text, (content) => built.setText(content));
  given(text.bottomLabel, (label) => built.setBottomLabel(label));
  given(text.wrapText, (does) => built.setWrapText(does));
  given(text.startIcon, (icon) => built.setStartIcon(builtIcon(icon)));
  given(text.endIcon, (icon) => built.setEndIcon(builtIcon(icon)));
  given(text.button, (button) => built.setButton(builtButton(button)));
  given(text.switchControl, (control) => built.setSwitchControl(builtSwitch(control)));
  given(text.onClick, (onClick) => setClick(built, onClick));
  return built;
}

function builtSwitch(control: DecoratedTextSwitchControl): GoogleAppsScript.Card_Service.Switch {
  const built = CardService.newSwitch();
  given(control.name, (name) => built.setFieldName(name));
  given(control.value, (value) => built.setValue(value));
  given(control.selected, (is) => built.setSelected(is));
  given(control.controlType, (type) =>
    built.setControlType(CardService.SwitchControlType[type === 'SWITCH' ? type : 'CHECK_BOX']),
  );
  given(control.onChangeAction, (action) => built.setOnChangeAction(builtAction(action)));
  return built;
}

function builtIcon({ knownIcon, iconUrl, altText }: Icon): GoogleAppsScript.Card_Service.IconImage {
  const built = CardService.newIconImage();
  given(knownIcon, (name) =>
    built.setIcon(CardService.Icon[name as keyof typeof CardService.Icon]),
  );
  given(iconUrl, (url) => built.setIconUrl(url));
  given(altText, (text) => built.setAltText(text));
  return built;
}

function builtButtons({ buttons = [] }: ButtonList): Built {
  const built = CardService.newButtonSet();
  for (const button of buttons) built.addButton(builtButton(button));
  return built;
}

function builtColumns({ columnItems = [] }: Columns): Built {
  const built = CardService.newColumns();
  for (const column of columnItems) built.addColumn(builtColumn(column));
  return built;
}

function builtColumn(column: ColumnsColumn): GoogleAppsScript.Card_Service.Column {
  const built = CardService.newColumn();
  given(column.horizontalSizeStyle, (style) =>
    built.setHorizontalSizeStyle(CardService.HorizontalSizeStyle[style]),
  );
  given(column.horizontalAlignment, (side) =>
    built.setHorizontalAlignment(CardService.HorizontalAlignment[side]),
  );
  given(column.verticalAlignment, (side) =>
    built.setVerticalAlignment(CardService.VerticalAlignment[side]),
  );
  for (const widget of column.widgets ?? []) built.addWidget(builtWidget(widget));
  return built;
}
