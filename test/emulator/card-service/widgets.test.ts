import { checkCard } from '../../../emulator/card/check';
import { answered, widget } from './built-card';

const action = "C.newAction().setFunctionName('onClick')";
const onClick = { action: { function: 'onClick' } };
const button = `C.newTextButton().setText('Go').setOnClickAction(${action})`;
const buttonJson = { text: 'Go', onClick };
const text = "C.newTextParagraph().setText('Hi')";
const icon = "C.newIconImage().setIcon(C.Icon.EMAIL).setAltText('Mail')";
const iconJson = { knownIcon: 'EMAIL', altText: 'Mail' };
const image = 'https://example.com/a.png';

describe('a widget becomes Google Card JSON', () => {
  test.each<[name: string, expression: string, json: object]>([
    ['text', `${text}.setMaxLines(2)`, { textParagraph: { text: 'Hi', maxLines: 2 } }],
    ['divider', 'C.newDivider()', { divider: {} }],
    [
      'image',
      `C.newImage().setImageUrl('${image}').setAltText('A').setOnClickAction(${action})`,
      { image: { imageUrl: image, altText: 'A', onClick } },
    ],
    ['button alone', button, { buttonList: { buttons: [buttonJson] } }],
    [
      'buttons in a row',
      `C.newButtonSet().addButton(${button}).addButton(C.newImageButton().setIcon(C.Icon.STAR).setAltText('Star').setOpenLink(C.newOpenLink().setUrl('https://example.com/').setOpenAs(C.OpenAs.OVERLAY).setOnClose(C.OnClose.RELOAD)))`,
      {
        buttonList: {
          buttons: [
            buttonJson,
            {
              icon: { knownIcon: 'STAR', altText: 'Star' },
              onClick: {
                openLink: { url: 'https://example.com/', openAs: 'OVERLAY', onClose: 'RELOAD' },
              },
            },
          ],
        },
      },
    ],
    [
      'filled button with a color',
      `${button}.setTextButtonStyle(C.TextButtonStyle.FILLED).setBackgroundColor('#ff0000').setDisabled(true).setAltText('Goes')`,
      {
        buttonList: {
          buttons: [
            {
              ...buttonJson,
              type: 'FILLED',
              color: { red: 1, green: 0, blue: 0 },
              disabled: true,
              altText: 'Goes',
            },
          ],
        },
      },
    ],
    [
      'outlined button, whose color does not count',
      `${button}.setBackgroundColor('#f00').setTextButtonStyle(C.TextButtonStyle.TEXT)`,
      { buttonList: { buttons: [{ ...buttonJson, type: 'OUTLINED' }] } },
    ],
    [
      'decorated text with a switch',
      `C.newDecoratedText().setTopLabel('T').setText('X').setBottomLabel('B').setWrapText(true).setStartIcon(${icon}).setOnClickAction(${action}).setSwitchControl(C.newSwitch().setFieldName('on').setValue('yes').setSelected(true).setControlType(C.SwitchControlType.CHECK_BOX).setOnChangeAction(${action}))`,
      {
        decoratedText: {
          topLabel: 'T',
          text: 'X',
          bottomLabel: 'B',
          wrapText: true,
          startIcon: iconJson,
          onClick,
          switchControl: {
            name: 'on',
            value: 'yes',
            selected: true,
            controlType: 'CHECK_BOX',
            onChangeAction: { function: 'onClick' },
          },
        },
      },
    ],
    [
      'decorated text with a button, set after an icon',
      `C.newDecoratedText().setText('X').setEndIcon(${icon}).setButton(${button})`,
      { decoratedText: { text: 'X', button: buttonJson } },
    ],
    [
      'decorated text with an end icon from a URL',
      `C.newDecoratedText().setText('X').setEndIcon(C.newIconImage().setIconUrl('${image}').setImageCropType(C.ImageCropType.CIRCLE))`,
      { decoratedText: { text: 'X', endIcon: { iconUrl: image, imageType: 'CIRCLE' } } },
    ],
    [
      'text input with validation and suggestions',
      `C.newTextInput().setFieldName('n').setTitle('N').setHint('h').setValue('v').setMultiline(true).setOnChangeAction(${action}).setSuggestions(C.newSuggestions().addSuggestion('a').addSuggestions(['b', 'c'])).setSuggestionsAction(${action}).setValidation(C.newValidation().setCharacterLimit(10).setInputType(C.InputType.EMAIL))`,
      {
        textInput: {
          name: 'n',
          label: 'N',
          hintText: 'h',
          value: 'v',
          type: 'MULTIPLE_LINE',
          onChangeAction: { function: 'onClick' },
          initialSuggestions: { items: [{ text: 'a' }, { text: 'b' }, { text: 'c' }] },
          autoCompleteAction: { function: 'onClick' },
          validation: { characterLimit: 10, inputType: 'EMAIL' },
        },
      },
    ],
    ...['CHECK_BOX', 'RADIO_BUTTON', 'DROPDOWN', 'SWITCH'].map((type): [string, string, object] => [
      `selection of type ${type}`,
      `C.newSelectionInput().setFieldName('s').setTitle('S').setType(C.SelectionInputType.${type}).addItem('One', 1, true).addItem('Two', 2, false).setOnChangeAction(${action})`,
      {
        selectionInput: {
          name: 's',
          label: 'S',
          type,
          items: [
            { text: 'One', value: '1', selected: true },
            { text: 'Two', value: '2', selected: false },
          ],
          onChangeAction: { function: 'onClick' },
        },
      },
    ]),
    [
      'multiselect menu with an external source',
      `C.newSelectionInput().setFieldName('s').setType(C.SelectionInputType.MULTI_SELECT).setMultiSelectMaxSelectedItems(3).setMultiSelectMinQueryLength(2).setExternalDataSource(${action}).addMultiSelectItem('A', 'a', true, '${image}', 'below').addMultiSelectItem('B', 'b', false, null, null)`,
      {
        selectionInput: {
          name: 's',
          type: 'MULTI_SELECT',
          multiSelectMaxSelectedItems: 3,
          multiSelectMinQueryLength: 2,
          externalDataSource: { function: 'onClick' },
          items: [
            { text: 'A', value: 'a', selected: true, startIconUri: image, bottomText: 'below' },
            { text: 'B', value: 'b', selected: false },
          ],
        },
      },
    ],
    [
      'date',
      "C.newDatePicker().setFieldName('d').setTitle('D').setValueInMsSinceEpoch(1672531200000)",
      {
        dateTimePicker: {
          type: 'DATE_ONLY',
          name: 'd',
          label: 'D',
          valueMsEpoch: '1672531200000',
        },
      },
    ],
    [
      'date and time',
      `C.newDateTimePicker().setFieldName('d').setValueInMsSinceEpoch('5').setTimeZoneOffsetInMins(-120).setOnChangeAction(${action})`,
      {
        dateTimePicker: {
          type: 'DATE_AND_TIME',
          name: 'd',
          valueMsEpoch: '5',
          timezoneOffsetDate: -120,
          onChangeAction: { function: 'onClick' },
        },
      },
    ],
    [
      'time',
      "C.newTimePicker().setFieldName('t').setHours(12).setMinutes(30)",
      { dateTimePicker: { type: 'TIME_ONLY', name: 't', valueMsEpoch: '45000000' } },
    ],
    [
      'grid',
      `C.newGrid().setTitle('G').setNumColumns(2).setBorderStyle(C.newBorderStyle().setType(C.BorderType.STROKE).setCornerRadius(8).setStrokeColor('#00ff00')).setOnClickAction(${action}).addItem(C.newGridItem().setIdentifier('1').setTitle('T').setSubtitle('S').setLayout(C.GridItemLayout.TEXT_ABOVE).setTextAlignment(C.HorizontalAlignment.CENTER).setImage(C.newImageComponent().setImageUrl('${image}').setAltText('A').setCropStyle(C.newImageCropStyle().setImageCropType(C.ImageCropType.RECTANGLE_CUSTOM).setAspectRatio(1.5)).setBorderStyle(C.newBorderStyle().setType(C.BorderType.NO_BORDER))))`,
      {
        grid: {
          title: 'G',
          columnCount: 2,
          borderStyle: {
            type: 'STROKE',
            cornerRadius: 8,
            strokeColor: { red: 0, green: 1, blue: 0 },
          },
          onClick,
          items: [
            {
              id: '1',
              title: 'T',
              subtitle: 'S',
              layout: 'TEXT_ABOVE',
              textAlignment: 'CENTER',
              image: {
                imageUri: image,
                altText: 'A',
                cropStyle: { type: 'RECTANGLE_CUSTOM', aspectRatio: 1.5 },
                borderStyle: { type: 'NO_BORDER' },
              },
            },
          ],
        },
      },
    ],
    [
      'two columns',
      `C.newColumns().setWrapStyle(C.WrapStyle.WRAP).addColumn(C.newColumn().setHorizontalSizeStyle(C.HorizontalSizeStyle.FILL_MINIMUM_SPACE).setHorizontalAlignment(C.HorizontalAlignment.END).setVerticalAlignment(C.VerticalAlignment.TOP).addWidget(${text})).addColumn(C.newColumn().addWidget(${button}))`,
      {
        columns: {
          wrapStyle: 'WRAP',
          columnItems: [
            {
              horizontalSizeStyle: 'FILL_MINIMUM_SPACE',
              horizontalAlignment: 'END',
              verticalAlignment: 'TOP',
              widgets: [{ textParagraph: { text: 'Hi' } }],
            },
            { widgets: [{ buttonList: { buttons: [buttonJson] } }] },
          ],
        },
      },
    ],
  ])('%s', (_, expression, json) => {
    expect(widget(expression)).toEqual(json);
    expect(checkCard({ sections: [{ widgets: [json] }] })).toEqual([]);
  });
});

test('an action carries its parameters and what it requires', () => {
  expect(
    widget(`C.newTextButton().setText('Go').setOnClickAction(C.newAction().setFunctionName('lib.f')
      .setParameters({ a: '1', b: '' }).setLoadIndicator(C.LoadIndicator.NONE).setPersistValues(true)
      .addRequiredWidget('x').addRequiredWidget('y').setAllWidgetsAreRequired(true))`),
  ).toEqual({
    buttonList: {
      buttons: [
        {
          text: 'Go',
          onClick: {
            action: {
              function: 'lib.f',
              parameters: [
                { key: 'a', value: '1' },
                { key: 'b', value: '' },
              ],
              loadIndicator: 'NONE',
              persistValues: true,
              requiredWidgets: ['x', 'y'],
              allWidgetsAreRequired: true,
            },
          },
        },
      ],
    },
  });
});

test('a click does one thing: the last one set', () => {
  const link = "C.newOpenLink().setUrl('https://example.com/')";
  expect(
    widget(
      `C.newTextButton().setText('Go').setOpenLink(${link}).setOnClickOpenLinkAction(${action})`,
    ),
  ).toEqual({
    buttonList: {
      buttons: [{ text: 'Go', onClick: { openDynamicLinkAction: { function: 'onClick' } } }],
    },
  });
});

test('an authorization action is a link in a window of its own that reloads the add-on', () => {
  const authorization =
    "C.newAuthorizationAction().setAuthorizationUrl('https://example.com/auth')";
  expect(
    widget(`C.newTextButton().setText('Sign in').setAuthorizationAction(${authorization})`),
  ).toMatchObject({
    buttonList: {
      buttons: [
        {
          onClick: {
            openLink: { url: 'https://example.com/auth', openAs: 'OVERLAY', onClose: 'RELOAD' },
          },
        },
      ],
    },
  });
});

test('a whole card has header, menu, sections, footer and peek header', () => {
  const card = answered(`return C.newCardBuilder()
    .setName('home').setDisplayStyle(C.DisplayStyle.PEEK)
    .setHeader(C.newCardHeader().setTitle('T').setSubtitle('S').setImageUrl('${image}').setImageAltText('A').setImageStyle(C.ImageStyle.CIRCLE))
    .setPeekCardHeader(C.newCardHeader().setTitle('P'))
    .addCardAction(C.newCardAction().setText('Settings').setOnClickAction(${action}))
    .addSection(C.newCardSection().setHeader('H').setCollapsible(true).setNumUncollapsibleWidgets(1).addWidget(${text}).addWidget(${text}))
    .setFixedFooter(C.newFixedFooter().setPrimaryButton(${button}.setTextButtonStyle(C.TextButtonStyle.FILLED)).setSecondaryButton(${button}))
    .build()`);
  expect(card).toEqual({
    name: 'home',
    displayStyle: 'PEEK',
    header: {
      title: 'T',
      subtitle: 'S',
      imageUrl: image,
      imageAltText: 'A',
      imageType: 'CIRCLE',
    },
    peekCardHeader: { title: 'P' },
    cardActions: [{ actionLabel: 'Settings', onClick }],
    sections: [
      {
        header: 'H',
        collapsible: true,
        uncollapsibleWidgetsCount: 1,
        widgets: [{ textParagraph: { text: 'Hi' } }, { textParagraph: { text: 'Hi' } }],
      },
    ],
    fixedFooter: { primaryButton: { ...buttonJson, type: 'FILLED' }, secondaryButton: buttonJson },
  });
  expect(checkCard(card)).toEqual([]);
});
