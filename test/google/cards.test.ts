import {
  action,
  asksForFile,
  button,
  buttons,
  mainButton,
  notices,
  opens,
  pushes,
  restarts,
  runs,
  shows,
  type Answer,
} from '../../src/card/action';
import {
  anyOf,
  card,
  divider,
  fact,
  folded,
  marked,
  oneOf,
  paragraph,
  section,
  textInput,
} from '../../src/card/card';
import type { Card, Widget } from '../../src/card/card-json';
import { copyable } from '../../src/card/copyable';
import { inGoogle } from './in-google';

/** The card that CardService builds. */
const drawn = (json: Card): unknown =>
  inGoogle(`return G.buildCard(${JSON.stringify(json)})`, { surface: 'addon' });

const press = action('calendar.on', { to: 'work', n: '2' });
const choice = [
  { value: 'a', text: 'One', isChosen: true },
  { value: 'b', text: 'Two', isChosen: false },
];

const WIDGETS: Readonly<Record<string, Widget>> = {
  'a paragraph with signs': paragraph('<b>5 & 6</b>'),
  'a paragraph of few lines': { textParagraph: { text: 'Long', maxLines: 2 } },
  'a fact': fact('Last run', 'Today', { below: 'All went well' }),
  'a fact to press': fact('Person', 'Anna', { onClick: { action: press } }),
  'a fact with a button': fact('Person', 'Anna', { button: button('Look', runs('people.look')) }),
  'a check that passed': marked('good', 'Administrator', 'is one'),
  'a check that did not': marked('bad', 'Administrator'),
  'a switch': {
    decoratedText: {
      text: 'Sync',
      startIcon: { knownIcon: 'CLOCK', altText: 'Clock' },
      switchControl: {
        name: 'on',
        value: 'yes',
        selected: true,
        controlType: 'SWITCH',
        onChangeAction: press,
      },
    },
  },
  'a box to tick with an icon at the end': {
    decoratedText: { text: 'Sync', endIcon: { iconUrl: 'https://a.example/i.png' } },
  },
  buttons: buttons(
    button('Cancel', runs('page.back')),
    mainButton('Go', { action: { ...press, requiredWidgets: ['name'], persistValues: true } }),
    {
      text: 'Not now',
      type: 'BORDERLESS',
      disabled: true,
      altText: 'Not possible',
      onClick: opens('https://a.example/'),
    },
    {
      text: 'All',
      type: 'FILLED_TONAL',
      onClick: { action: { ...press, loadIndicator: 'NONE', allWidgetsAreRequired: true } },
    },
  ),
  'a line to type in': textInput('name', 'Name', 'Anna', 'First name'),
  'a text to copy': copyable('scopes', 'Scopes', 'a\nb'),
  'a text that is looked at': { textInput: { name: 'q', label: 'Q', onChangeAction: press } },
  'a list that opens': oneOf('side', 'Side', choice),
  'boxes to tick': anyOf('sides', 'Sides', choice),
  'one of several': {
    selectionInput: {
      name: 's',
      label: 'S',
      type: 'RADIO_BUTTON',
      items: [{ text: 'A', value: 'a', selected: false }],
      onChangeAction: press,
    },
  },
  switches: { selectionInput: { name: 's', label: 'S', type: 'SWITCH' } },
  'a date': {
    dateTimePicker: { name: 'd', label: 'Day', type: 'DATE_ONLY', valueMsEpoch: '1767225600000' },
  },
  'a date with its time': {
    dateTimePicker: {
      name: 'd',
      label: 'At',
      type: 'DATE_AND_TIME',
      valueMsEpoch: '1767225600000',
      timezoneOffsetDate: 120,
      onChangeAction: press,
    },
  },
  'a time': {
    dateTimePicker: { name: 't', label: 'At', type: 'TIME_ONLY', valueMsEpoch: '32700000' },
  },
  'a line between': divider,
  columns: {
    columns: {
      columnItems: [
        {
          horizontalSizeStyle: 'FILL_AVAILABLE_SPACE',
          horizontalAlignment: 'START',
          verticalAlignment: 'CENTER',
          widgets: [{ textParagraph: { text: 'Left' } }],
        },
        { widgets: [{ textParagraph: { text: 'Right' } }] },
      ],
    },
  },
};

describe('CardService draws what the card says:', () => {
  test.each(Object.entries(WIDGETS))('%s', (_, widget) => {
    const json = card('Title', section('Part', widget));
    expect(drawn(json)).toEqual(json);
  });

  test('header, name, collapsed sections and footer', () => {
    const json: Card = {
      name: 'home',
      header: {
        title: 'Tandem',
        subtitle: 'Acme',
        imageUrl: 'https://a.example/i.png',
        imageAltText: 'Acme',
        imageType: 'CIRCLE',
      },
      sections: [folded('More', 1, paragraph('a'), paragraph('b')), section('', divider)],
      fixedFooter: {
        primaryButton: mainButton('Go', runs('a.go')),
        secondaryButton: button('Back', opens('https://a.example/')),
      },
    };
    expect(drawn(json)).toEqual(json);
  });

  test.each<[string, Widget]>([
    ['a widget', { grid: { title: 'Grid' } }],
    ['a click', buttons({ text: 'Menu', onClick: { overflowMenu: {} } })],
  ])('%s that our cards do not have is a bug', (_, widget) => {
    expect(() => drawn(card('Title', section('', widget)))).toThrow();
  });
});

describe('an answer', () => {
  const shown = card('Title', section('', paragraph('a')));
  const answered = (answer: Answer): unknown =>
    inGoogle(`return G.buildAnswer(${JSON.stringify(answer)})`, { surface: 'addon' });
  const says = (parts: object) => ({ renderActions: { action: parts } });

  test.each<[string, Answer, object]>([
    [
      'shows a card in place, with a notice',
      shows(shown, 'Saved'),
      { navigations: [{ updateCard: shown }], notification: { text: 'Saved' } },
    ],
    ['puts a card on top', pushes(shown), { navigations: [{ pushCard: shown }] }],
    [
      'shows a card alone',
      restarts(shown),
      { navigations: [{ popToRoot: true }, { updateCard: shown }] },
    ],
    ['only says something', notices('Hello'), { notification: { text: 'Hello' } }],
    [
      'opens an address',
      { ...notices('Opened'), open: 'https://a.example/' },
      {
        notification: { text: 'Opened' },
        link: { url: 'https://a.example/', openAs: 'FULL_SIZE' },
      },
    ],
    [
      'that says nothing at all still says so',
      { ...notices(''), notice: null },
      { notification: { text: 'Nothing to show.' } },
    ],
  ])('%s', (_, answer, parts) => {
    expect(answered(answer)).toEqual(says(parts));
  });

  test('asks for the open file', () => {
    expect(answered(asksForFile)).toEqual({
      renderActions: {
        hostAppAction: { editorAction: { requestFileScopeForActiveDocument: {} } },
      },
    });
  });
});
