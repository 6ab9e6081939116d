import { answered, refusal, widget } from './built-card';

const MISMATCH = (types: string, member: string): string =>
  `Exception: The parameters (${types}) don't match the method signature for CardService.${member}.`;

const UNUSABLE =
  'Exception: The value returned from Apps Script has a type that cannot be used by the add-ons platform. ' +
  'Also make sure to call build on any builder before returning it. Value: ';

describe('what was added stays as it was then', () => {
  test('a widget that is edited after it was added', () => {
    expect(
      answered(`const text = C.newTextParagraph().setText('before');
        const section = C.newCardSection().addWidget(text);
        const builder = C.newCardBuilder().addSection(section);
        text.setText('after');
        section.addWidget(C.newDivider()).setHeader('late');
        return builder.build()`),
    ).toEqual({ sections: [{ widgets: [{ textParagraph: { text: 'before' } }] }] });
  });

  test('an action that is used twice with other parameters', () => {
    expect(
      widget(`(() => {
        const action = C.newAction().setFunctionName('f').setParameters({ n: '1' });
        const row = C.newButtonSet().addButton(C.newTextButton().setText('1').setOnClickAction(action));
        action.setParameters({ n: '2' });
        return row.addButton(C.newTextButton().setText('2').setOnClickAction(action));
      })()`),
    ).toMatchObject({
      buttonList: {
        buttons: ['1', '2'].map((value) => ({
          onClick: { action: { parameters: [{ key: 'n', value }] } },
        })),
      },
    });
  });

  test('a card whose builder continues', () => {
    expect(
      answered(`const builder = C.newCardBuilder().setName('a');
        const card = builder.build();
        builder.setName('b');
        return [card, builder.build()]`),
    ).toEqual([{ name: 'a' }, { name: 'b' }]);
  });
});

describe('arguments of another type are refused in Apps Script words', () => {
  test.each([
    ["C.newTextButton().setOnClickAction('f')", 'String', 'TextButton.setOnClickAction'],
    ['C.newTextButton().setText(5)', 'number', 'TextButton.setText'],
    ['C.newTextButton().setText()', '', 'TextButton.setText'],
    ['C.newTextButton().setText(null)', 'null', 'TextButton.setText'],
    ["C.newTextButton().setText('a', 'b')", 'String,String', 'TextButton.setText'],
    ["C.newTextButton().setDisabled('yes')", 'String', 'TextButton.setDisabled'],
    [
      'C.newImageButton().setIcon(C.ImageStyle.CIRCLE)',
      'CardService.ImageStyle',
      'ImageButton.setIcon',
    ],
    ["C.newImageButton().setIcon('STAR')", 'String', 'ImageButton.setIcon'],
    [
      'C.newCardSection().addWidget(C.newCardSection())',
      'CardService.CardSection',
      'CardSection.addWidget',
    ],
    ['C.newCardSection().addWidget(C.newSwitch())', 'CardService.Switch', 'CardSection.addWidget'],
    [
      'C.newCardBuilder().addSection(C.newDivider())',
      'CardService.Divider',
      'CardBuilder.addSection',
    ],
    [
      'C.newNavigation().pushCard(C.newCardBuilder())',
      'CardService.CardBuilder',
      'Navigation.pushCard',
    ],
    [
      'C.newFixedFooter().setPrimaryButton(C.newImageButton())',
      'CardService.ImageButton',
      'FixedFooter.setPrimaryButton',
    ],
    ['C.newColumn().addWidget(C.newDivider())', 'CardService.Divider', 'Column.addWidget'],
    ['C.newAction().setFunctionName(function f() {})', 'function', 'Action.setFunctionName'],
    ['C.newAction().setParameters({ n: 1 })', '(class)', 'Action.setParameters'],
    [
      'C.newUniversalActionResponseBuilder().displayAddOnCards([C.newCardBuilder()])',
      'CardService.CardBuilder[]',
      'UniversalActionResponseBuilder.displayAddOnCards',
    ],
    ['C.newGrid().setNumColumns(1.5)', 'number', 'Grid.setNumColumns'],
    ["C.newTextInput('n')", 'String', 'newTextInput'],
  ])('%s', (expression, types, member) => {
    expect(refusal(expression)).toBe(MISMATCH(types, member));
  });
});

describe('limits apply where CardService says so', () => {
  test.each([
    ['100 sections', 'C.newCardBuilder()', 'addSection(C.newCardSection())', 'sections to a card'],
    ['100 widgets', 'C.newCardSection()', 'addWidget(C.newDivider())', 'widgets to a card section'],
    [
      '100 items',
      'C.newSelectionInput()',
      "addItem('a', 'a', false)",
      'items to a selection input',
    ],
    ['2 columns', 'C.newColumns()', 'addColumn(C.newColumn())', 'columns to a columns widget'],
  ])('%s', (limit, maker, call, words) => {
    const most = parseInt(limit, 10);
    const times = (n: number): string =>
      `const made = ${maker}; for (let i = 0; i < ${n}; i++) made.${call};`;
    expect(refusal(times(most))).toBe('no error');
    expect(refusal(times(most + 1))).toBe(`Exception: You can't add more than ${most} ${words}.`);
  });

  test.each([
    ['C.newImageCropStyle().setAspectRatio(0)', 'ratio'],
    ['C.newTimePicker().setHours(24)', 'hours'],
    ['C.newTimePicker().setMinutes(-1)', 'minutes'],
    ["C.newTextButton().setBackgroundColor('red')", 'backgroundColor'],
    ['C.newIconImage().setImageCropType(C.ImageCropType.RECTANGLE_4_3)', 'imageCropType'],
  ])('%s', (expression, argument) => {
    expect(refusal(expression)).toBe(`Exception: Invalid argument: ${argument}`);
  });
});

describe('what is not built cannot be shown', () => {
  test.each([
    ['return C.newCardBuilder()', 'CardBuilder'],
    ['return C.newActionResponseBuilder()', 'ActionResponseBuilder'],
    ['return C.newCardSection()', 'CardSection'],
    ['return C.newNavigation().popCard()', 'Navigation'],
    ['return [C.newCardBuilder().build(), C.newCardBuilder()]', '[Card, CardBuilder]'],
    ["return [C.newCardBuilder().build(), 'text']", '[Card, text]'],
    ['return C.newActionResponseBuilder().build()', '{"renderActions":{"action":{}}}'],
    ['return Promise.resolve(C.newCardBuilder())', 'CardBuilder'],
  ])('%s', (body, value) => {
    expect(refusal(body)).toBe(UNUSABLE + value);
  });
});

test('an object of CardService shows its class and nothing else', () => {
  expect(
    answered(`const button = C.newTextButton().setText('secret');
      return [String(button), String(C.Icon.STAR), JSON.stringify(button), Object.keys(button).length]`),
  ).toEqual(['TextButton', 'STAR', '{}', 0]);
});

describe('what add-ons do not have says so, with its page', () => {
  test.each([
    ['C.newChip()', 'CardService.newChip', 'card-service'],
    ['C.newCarousel()', 'CardService.newCarousel', 'card-service'],
    ['C.newDialog()', 'CardService.newDialog', 'card-service'],
    ['C.newExpressionData()', 'CardService.newExpressionData', 'card-service'],
    ['C.TextInputMode.RICH_TEXT', 'CardService.TextInputMode', 'card-service'],
    [
      'C.newTextButton().setOverflowMenu({})',
      'CardService.TextButton.setOverflowMenu',
      'card-service/text-button',
    ],
    [
      'C.newTextInput().setHostAppDataSource({})',
      'CardService.TextInput.setHostAppDataSource',
      'card-service/text-input',
    ],
    ["C.newDivider().setId('x')", 'CardService.Divider.setId', 'card-service/divider'],
    ['C.newAction().setInteraction(1)', 'CardService.Action.setInteraction', 'card-service/action'],
    [
      'C.newTextButton().setComposeAction(1, 2)',
      'CardService.TextButton.setComposeAction',
      'card-service/text-button',
    ],
    ['C.newKeyValue()', 'newKeyValue', 'card-service'],
    ['C.newComposeActionResponseBuilder()', 'newComposeActionResponseBuilder', 'card-service'],
  ])('%s', (expression, member, page) => {
    const sentence = refusal(expression);
    expect(sentence).toMatch(/^NotEmulated: /);
    expect(sentence).toContain(`${member} is not emulated`);
    expect(sentence).toContain(`https://developers.google.com/apps-script/reference/${page}`);
  });
});
