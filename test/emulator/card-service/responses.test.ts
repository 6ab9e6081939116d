import { checkAnswer } from '../../../emulator/card/answer-check';
import { ANNA, aScript } from '../../support/small-company';
import { answered } from './built-card';

const card = (name: string): string => `C.newCardBuilder().setName('${name}').build()`;

describe('an answer reaches the host as Google JSON', () => {
  test.each<[name: string, expression: string, json: unknown]>([
    ['one card', card('a'), { name: 'a' }],
    ['several cards', `[${card('a')}, ${card('b')}]`, [{ name: 'a' }, { name: 'b' }]],
    ['nothing', 'undefined', undefined],
    [
      'navigation, a step after the other',
      `C.newActionResponseBuilder().setNavigation(C.newNavigation().popToRoot().popCard().popToNamedCard('n').pushCard(${card('a')}).updateCard(${card('b')})).setStateChanged(true).build()`,
      {
        renderActions: {
          action: {
            navigations: [
              { popToRoot: true },
              { pop: true },
              { popToCard: 'n' },
              { pushCard: { name: 'a' } },
              { updateCard: { name: 'b' } },
            ],
          },
        },
        stateChanged: true,
      },
    ],
    [
      'a notification',
      "C.newActionResponseBuilder().setNotification(C.newNotification().setText('Saved')).build()",
      { renderActions: { action: { notification: { text: 'Saved' } } } },
    ],
    [
      'a link',
      "C.newActionResponseBuilder().setOpenLink(C.newOpenLink().setUrl('https://example.com/').setOnClose(C.OnClose.RELOAD_ADD_ON)).build()",
      { renderActions: { action: { link: { url: 'https://example.com/', onClose: 'RELOAD' } } } },
    ],
    [
      'cards of a universal action',
      `C.newUniversalActionResponseBuilder().displayAddOnCards([${card('a')}, ${card('b')}]).build()`,
      {
        renderActions: {
          action: { navigations: [{ pushCard: { name: 'a' } }, { pushCard: { name: 'b' } }] },
        },
      },
    ],
    [
      'suggestions',
      "C.newSuggestionsResponseBuilder().setSuggestions(C.newSuggestions().addSuggestions(['a', 'b'])).build()",
      { autoComplete: { items: [{ text: 'a' }, { text: 'b' }] } },
    ],
    [
      'changes to the open event',
      "C.newCalendarEventActionResponseBuilder().addAttendees(['a@b.example']).addAttachments([C.newAttachment().setTitle('T').setResourceUrl('https://example.com/r').setMimeType('text/html').setIconUrl('https://example.com/i.png')]).build()",
      {
        renderActions: {
          hostAppAction: {
            calendarAction: {
              editAttendeesActionMarkup: { addAttendeeEmails: ['a@b.example'] },
              addAttachmentsActionMarkup: {
                addonAttachments: [
                  {
                    title: 'T',
                    resourceUrl: 'https://example.com/r',
                    mimeType: 'text/html',
                    iconUrl: 'https://example.com/i.png',
                  },
                ],
              },
            },
          },
        },
      },
    ],
    [
      'the wish to use the open file',
      'C.newEditorFileScopeActionResponseBuilder().requestFileScopeForActiveDocument().build()',
      {
        renderActions: {
          hostAppAction: { editorAction: { requestFileScopeForActiveDocument: {} } },
        },
      },
    ],
    [
      'a link preview',
      `C.newLinkPreview().setTitle('chip').setLinkPreviewTitle('title').setPreviewCard(${card('p')})`,
      {
        action: {
          linkPreview: { title: 'chip', linkPreviewTitle: 'title', previewCard: { name: 'p' } },
        },
      },
    ],
  ])('%s', (_, expression, json) => {
    expect(answered(`return ${expression}`)).toEqual(json);
    if (json !== undefined) expect(checkAnswer(json)).toEqual([]);
  });
});

test('printJson gives a script the same JSON', () => {
  expect(
    answered(`const card = ${card('a')};
      const navigation = C.newNavigation().pushCard(card);
      return [card, navigation, C.newActionResponseBuilder().setNavigation(navigation).build()].map((it) => it.printJson())`),
  ).toEqual([
    '{"name":"a"}',
    '{"navigations":[{"pushCard":{"name":"a"}}]}',
    '{"renderActions":{"action":{"navigations":[{"pushCard":{"name":"a"}}]}}}',
  ]);
});

describe('an authorization exception', () => {
  const throwing = `CardService.newAuthorizationException().setAuthorizationUrl('https://example.com/auth')
    .setResourceDisplayName('Work').setCustomUiCallback('signInCard')`;

  test('fails the execution and asks for a sign-in card', () => {
    const { rendered, execution } = aScript(`function f() { ${throwing}.throwException() }`).run(
      'f',
      { as: ANNA, surface: 'addon' },
    );
    expect(execution.status).toBe('failed');
    expect(rendered?.value).toEqual({
      basicAuthorizationPrompt: { authorizationUrl: 'https://example.com/auth', resource: 'Work' },
      customUiCallback: 'signInCard',
    });
    expect(checkAnswer(rendered?.value)).toEqual([]);
  });

  test('that the script catches asks for nothing', () => {
    expect(
      answered(
        `try { ${throwing}.throwException() } catch (error) { return String(error.message) }`,
      ),
    ).toBe('Authorization is required to access Work.');
  });
});

test('a script that throws a builder fails, and nothing else', () => {
  const { rendered, execution } = aScript(
    'function f() { throw CardService.newCardBuilder() }',
  ).run('f', { as: ANNA });
  expect(rendered).toBeUndefined();
  expect(execution.error?.message).toBe('CardBuilder');
});
