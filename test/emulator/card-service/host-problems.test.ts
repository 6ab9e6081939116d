import { cutCard } from '../../../emulator/card/cut';
import { hostProblems, type CardHost } from '../../../emulator/card/host-problems';
import { actionFunctions } from '../../../emulator/card/parts';
import { unusableValue } from '../../../emulator/card/unusable-value';

const setting = { openLinkUrlPrefixes: ['https://example.com/help/'] };
const inSection = (...widgets: object[]): object => ({ sections: [{ widgets }] });
const widgets = (count: number): object[] => Array.from({ length: count }, () => ({ divider: {} }));
const onClick = { action: { function: 'f' } };
const icon = (iconUrl: string): object =>
  inSection({ decoratedText: { text: 'x', startIcon: { iconUrl } } });

describe('a side panel refuses or does not show', () => {
  test.each<[name: string, card: object, path: string, sentence: string]>([
    [
      'chips',
      inSection({ chipList: { chips: [] } }),
      'sections[0].widgets[0].chipList',
      '"chipList" is in developer preview for add-ons.',
    ],
    [
      'a carousel',
      inSection({ carousel: {} }),
      'sections[0].widgets[0].carousel',
      '"carousel" is for Chat apps only.',
    ],
    [
      'a collapse control',
      { sections: [{ collapseControl: {}, widgets: [] }] },
      'sections[0].collapseControl',
      '"collapseControl" is in developer preview for add-ons.',
    ],
    [
      'a dialog, which strips the whole card',
      { cardActions: [{ onClick: { action: { function: 'f', interaction: 'OPEN_DIALOG' } } }] },
      'cardActions[0].onClick.action.interaction',
      '"interaction" is for Chat apps only: an add-on\'s whole card is stripped.',
    ],
    [
      'an overflow menu',
      { cardActions: [{ onClick: { overflowMenu: {} } }] },
      'cardActions[0].onClick.overflowMenu',
      '"overflowMenu" is in developer preview for add-ons.',
    ],
    [
      'a material icon',
      inSection({ decoratedText: { text: 'x', endIcon: { materialIcon: { name: 'home' } } } }),
      'sections[0].widgets[0].decoratedText.endIcon.materialIcon',
      '"materialIcon" is for Chat apps only.',
    ],
    [
      'a link that the manifest does not allow',
      { cardActions: [{ onClick: { openLink: { url: 'https://example.com/' } } }] },
      'cardActions[0].onClick.openLink.url',
      "No prefix in the manifest's addOns.common.openLinkUrlPrefixes allows https://example.com/.",
    ],
    [
      'an SVG image',
      icon('https://example.com/a.svg?v=1'),
      'sections[0].widgets[0].decoratedText.startIcon.iconUrl',
      'SVG images are not shown in cards.',
    ],
    [
      'an SVG image as data',
      { header: { title: 'T', imageUrl: 'data:image/svg+xml;base64,AA' } },
      'header.imageUrl',
      'SVG images are not shown in cards.',
    ],
    [
      'an image over http',
      icon('http://example.com/a.png'),
      'sections[0].widgets[0].decoratedText.startIcon.iconUrl',
      'An image must have an HTTPS URL.',
    ],
    [
      'three columns',
      inSection({ columns: { columnItems: [{}, {}, {}] } }),
      'sections[0].widgets[0].columns.columnItems',
      'A card shows at most 2 columns.',
    ],
    [
      'a grid of three columns',
      inSection({ grid: { columnCount: 3 } }),
      'sections[0].widgets[0].grid.columnCount',
      'A grid in a side panel has 1 or 2 columns.',
    ],
    [
      'an outlined button as the first in a footer',
      { fixedFooter: { primaryButton: { text: 'x', onClick } } },
      'fixedFooter.primaryButton',
      "A footer's primary button must be FILLED.",
    ],
    [
      'more than 100 widgets',
      { sections: [{ widgets: widgets(60) }, { widgets: widgets(41) }, { widgets: widgets(1) }] },
      'sections',
      'Beyond 100 widgets nothing is shown: the last 2 sections, 42 widgets, are dropped.',
    ],
  ])('%s', (_, card, path, sentence) => {
    expect(hostProblems(card, 'CALENDAR', setting)).toContainEqual(
      expect.objectContaining({ path, sentence }),
    );
  });

  test('nothing of a plain card with an allowed link', () => {
    const link = { openLink: { url: 'https://example.com/help/1' } };
    const button = { text: 'Help', type: 'FILLED', onClick: link };
    expect(
      hostProblems(
        { ...inSection(...widgets(100)), fixedFooter: { primaryButton: button } },
        'SHEETS',
        setting,
      ),
    ).toEqual([]);
  });

  test.each<[host: CardHost, hostAppAction: object, count: number]>([
    ['CALENDAR', { calendarAction: {} }, 0],
    ['SHEETS', { calendarAction: {} }, 1],
    ['SHEETS', { editorAction: {} }, 0],
    ['CALENDAR', { editorAction: {} }, 1],
  ])('in %s, %j has %i problems', (host, hostAppAction, count) => {
    const answer = { renderActions: { hostAppAction } };
    expect(hostProblems(answer, host, setting, 'SubmitFormResponse')).toHaveLength(count);
  });
});

describe('the card as shown', () => {
  test('is the card itself up to 100 widgets', () => {
    const card = { sections: [{ widgets: widgets(100) }] };
    expect(cutCard(card)).toEqual({ shown: card, sectionsCut: 0, widgetsCut: 0 });
  });

  test('ends before the section that crosses 100', () => {
    const sections = [60, 40, 1, 5].map((count) => ({ widgets: widgets(count) }));
    expect(cutCard({ name: 'n', sections })).toEqual({
      shown: { name: 'n', sections: sections.slice(0, 2) },
      sectionsCut: 2,
      widgetsCut: 6,
    });
  });
});

test('the functions that a card can call are listed once each, wherever they appear', () => {
  const call = (name: string): object => ({ action: { function: name } });
  expect(
    actionFunctions({
      cardActions: [{ onClick: call('menu') }],
      sections: [
        {
          widgets: [
            { buttonList: { buttons: [{ onClick: call('click') }, { onClick: call('click') }] } },
            {
              textInput: {
                name: 'n',
                onChangeAction: { function: 'change' },
                autoCompleteAction: { function: 'suggest' },
              },
            },
            { image: { onClick: { card: { cardActions: [{ onClick: call('inner') }] } } } },
          ],
        },
      ],
      fixedFooter: { primaryButton: { onClick: { openDynamicLinkAction: { function: 'link' } } } },
    }),
  ).toEqual(['menu', 'click', 'change', 'suggest', 'inner', 'link']);
});

test.each([
  [undefined, null],
  [null, null],
  ['done', expect.stringMatching(/cannot be used by the add-ons platform.* Value: "done"$/)],
  [{ sections: [] }, expect.stringContaining('Value: {"sections":[]}')],
])('a function of an add-on that answers %j', (value, sentence) => {
  expect(unusableValue(value)).toEqual(sentence);
});
