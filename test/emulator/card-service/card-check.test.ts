import { checkAnswer } from '../../../emulator/card/answer-check';
import { checkCard } from '../../../emulator/card/check';

const onClick = { action: { function: 'f' } };
const inSection = (...widgets: object[]): object => ({ sections: [{ widgets }] });
const text = { textParagraph: { text: 'Hi' } };

test('a card as the documents show it has no problem', () => {
  expect(
    checkCard({
      header: { title: 'Sasha', imageType: 'CIRCLE', imageUrl: 'https://example.com/a.png' },
      sections: [
        {
          header: 'Contact',
          collapsible: true,
          uncollapsibleWidgetsCount: 1,
          widgets: [
            { decoratedText: { startIcon: { knownIcon: 'EMAIL' }, text: 'sasha@example.com' } },
            {
              buttonList: {
                buttons: [
                  { text: 'Share', onClick: { openLink: { url: 'https://example.com/' } } },
                  {
                    text: 'Edit',
                    color: { red: 0, green: 0.5, blue: 1, alpha: 1 },
                    onClick: {
                      action: { function: 'edit', parameters: [{ key: 'k', value: 'v' }] },
                    },
                  },
                ],
              },
            },
            { dateTimePicker: { name: 'd', type: 'DATE_ONLY', valueMsEpoch: '1672531200000' } },
          ],
        },
      ],
    }),
  ).toEqual([]);
});

describe('a bad card is refused with the place and a sentence', () => {
  test.each<[name: string, card: unknown, path: string, sentence: string]>([
    ['no card at all', 'card', '', 'This should be an object (Card).'],
    ['a list', [], '', 'This should be an object (Card).'],
    [
      'an unknown field',
      { sections: [], title: 'x' },
      'title',
      'Cannot find field "title" in Card.',
    ],
    [
      'a field in the spelling of the proto',
      { header: { title: 'T', image_url: 'https://example.com/a.png' } },
      'header.image_url',
      'Cannot find field "image_url" in Card.CardHeader. Google\'s JSON name is "imageUrl".',
    ],
    [
      'a number for a text',
      inSection({ textParagraph: { text: 5 } }),
      'sections[0].widgets[0].textParagraph.text',
      'This should be a text, not 5.',
    ],
    [
      'a text for a flag',
      inSection({ decoratedText: { text: 'x', wrapText: 'true' } }),
      'sections[0].widgets[0].decoratedText.wrapText',
      'This should be true or false, not "true".',
    ],
    [
      'a fraction for a count',
      { sections: [{ widgets: [text], uncollapsibleWidgetsCount: 1.5 }] },
      'sections[0].uncollapsibleWidgetsCount',
      'This should be a 32-bit integer, not 1.5.',
    ],
    [
      'null for a message',
      inSection({ textParagraph: null }),
      'sections[0].widgets[0].textParagraph',
      'This should be an object (TextParagraph).',
    ],
    [
      'one message for a list',
      { sections: { widgets: [text] } },
      'sections',
      'This should be a list.',
    ],
    [
      'an unknown name in an enumeration',
      inSection({ selectionInput: { name: 's', type: 'CHECKBOX' } }),
      'sections[0].widgets[0].selectionInput.type',
      '"CHECKBOX" is not a SelectionType: CHECK_BOX, RADIO_BUTTON, SWITCH, DROPDOWN, MULTI_SELECT.',
    ],
    [
      'a name that says nothing is chosen',
      { displayStyle: 'DISPLAY_STYLE_UNSPECIFIED' },
      'displayStyle',
      '"DISPLAY_STYLE_UNSPECIFIED" is not a DisplayStyle: PEEK, REPLACE.',
    ],
    [
      'a number in an enumeration',
      { displayStyle: 1 },
      'displayStyle',
      '1 is not a DisplayStyle: PEEK, REPLACE.',
    ],
    [
      'two widgets in one',
      inSection({ ...text, divider: {} }),
      'sections[0].widgets[0]',
      'Only one of "textParagraph" and "divider" can be set.',
    ],
    [
      'two actions for a click',
      inSection({
        buttonList: { buttons: [{ onClick: { ...onClick, openLink: { url: 'https://a/' } } }] },
      }),
      'sections[0].widgets[0].buttonList.buttons[0].onClick',
      'Only one of "action" and "openLink" can be set.',
    ],
    [
      'a switch and a button',
      inSection({
        decoratedText: { text: 'x', button: { onClick }, switchControl: { name: 'n' } },
      }),
      'sections[0].widgets[0].decoratedText',
      'Only one of "button" and "switchControl" can be set.',
    ],
    ['an empty widget', inSection({}), 'sections[0].widgets[0]', 'Widget is empty.'],
    [
      'a section of nothing',
      { sections: [{ header: 'H' }] },
      'sections[0]',
      'Card.Section needs "widgets".',
    ],
    [
      'a header without a title',
      { header: { subtitle: 's' } },
      'header',
      'Card.CardHeader needs "title".',
    ],
    [
      'a button that does nothing',
      inSection({ buttonList: { buttons: [{ text: 'x' }] } }),
      'sections[0].widgets[0].buttonList.buttons[0]',
      'Button needs "onClick".',
    ],
    [
      'an action that calls nothing',
      { cardActions: [{ actionLabel: 'a', onClick: { action: {} } }] },
      'cardActions[0].onClick.action',
      'Action needs "function".',
    ],
    [
      'decorated text without text',
      inSection({ decoratedText: { topLabel: 'T' } }),
      'sections[0].widgets[0].decoratedText',
      'DecoratedText needs "text".',
    ],
    [
      'an input without label and hint',
      inSection({ textInput: { name: 'n' } }),
      'sections[0].widgets[0].textInput',
      'TextInput needs "label" or "hintText".',
    ],
    [
      'two inputs of one name',
      inSection(
        { textInput: { name: 'n', label: 'N' } },
        { dateTimePicker: { name: 'n', type: 'DATE_ONLY' } },
      ),
      'sections[0].widgets[1].dateTimePicker',
      'Another input of this card is also named "n".',
    ],
    [
      'an icon that Google has not',
      inSection({ decoratedText: { text: 'x', startIcon: { knownIcon: 'MAIL' } } }),
      'sections[0].widgets[0].decoratedText.startIcon',
      '"MAIL" is not one of Google\'s built-in icons.',
    ],
    [
      'a footer with a secondary button alone',
      { fixedFooter: { secondaryButton: { text: 'x', onClick } } },
      'fixedFooter',
      'Card.CardFixedFooter needs "primaryButton".',
    ],
    [
      'an image that nobody can hear',
      inSection({ image: { imageUrl: 'https://example.com/a.png' } }),
      'sections[0].widgets[0].image',
      'Image needs "altText".',
    ],
    [
      'a divider in a column',
      inSection({ columns: { columnItems: [{ widgets: [{ divider: {} }] }] } }),
      'sections[0].widgets[0].columns.columnItems[0].widgets[0].divider',
      'Cannot find field "divider" in Columns.Column.Widgets.',
    ],
  ])('%s', (_, card, path, sentence) => {
    expect(checkCard(card)).toContainEqual(expect.objectContaining({ path, sentence }));
  });

  test('and every problem is reported, not only the first', () => {
    expect(
      checkCard({ header: {}, sections: [{ widgets: [{ foo: 1 }] }] }).map(({ path }) => path),
    ).toEqual(['header', 'sections[0].widgets[0].foo']);
  });
});

test('switches may share a name: their values come together', () => {
  const option = { decoratedText: { text: 'x', switchControl: { name: 's' } } };
  expect(checkCard(inSection(option, option))).toEqual([]);
});

describe('a bad answer is refused', () => {
  test.each<[name: string, answer: unknown, path: string, sentence: string]>([
    [
      'an action beside renderActions',
      { renderActions: {}, action: {} },
      'action',
      'Cannot find field "action" in SubmitFormResponse.',
    ],
    [
      'two steps in one',
      { renderActions: { action: { navigations: [{ pop: true, popToRoot: true }] } } },
      'renderActions.action.navigations[0]',
      'Only one of "popToRoot" and "pop" can be set.',
    ],
    [
      'a step to nowhere',
      { renderActions: { action: { navigations: [{}] } } },
      'renderActions.action.navigations[0]',
      'Navigation needs "popToRoot" or "pop" or "popToCard" or "pushCard" or "updateCard".',
    ],
    [
      'a bad card inside',
      { renderActions: { action: { navigations: [{ pushCard: { header: {} } }] } } },
      'renderActions.action.navigations[0].pushCard.header',
      'Card.CardHeader needs "title".',
    ],
    [
      'a notification that says nothing',
      { renderActions: { action: { notification: {} } } },
      'renderActions.action.notification',
      'Notification needs "text".',
    ],
    ['a bad card in a list', [{}, { nam: 'x' }], '[1].nam', 'Cannot find field "nam" in Card.'],
  ])('%s', (_, answer, path, sentence) => {
    expect(checkAnswer(answer)).toContainEqual(expect.objectContaining({ path, sentence }));
  });

  test('inputs of two cards may share a name', () => {
    const card = inSection({ textInput: { name: 'n', label: 'N' } });
    const navigations = [{ pushCard: card }, { pushCard: card }];
    expect(checkAnswer({ renderActions: { action: { navigations } } })).toEqual([]);
  });
});

describe('what Google refuses is distinguished from what it shows in part', () => {
  test.each<[name: string, card: object, refused: boolean]>([
    ['an unknown field', { titel: 'x' }, true],
    ['a button that does nothing', inSection({ buttonList: { buttons: [{ text: 'x' }] } }), true],
    ['a footer without a primary button', { fixedFooter: {} }, true],
    ['a header without a title', { header: {} }, false],
    [
      'an image without alternative text',
      inSection({ image: { imageUrl: 'https://a/b.png' } }),
      false,
    ],
    [
      'two inputs of one name',
      inSection({ textInput: { name: 'n', label: 'N' } }, { textInput: { name: 'n', label: 'N' } }),
      false,
    ],
  ])('%s', (_, card, refused) => {
    expect(checkCard(card).map((problem) => problem.refused)).toEqual([refused]);
  });
});
