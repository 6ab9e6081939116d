import type { HostContext } from '../../emulator/add-on/event-object';
import { grantActiveDocument, openPanel, runPanelFunction } from '../../emulator/add-on/panel';
import { findPrincipal } from '../../emulator/workspace/directory/accounts';
import type { Card } from '../../src/card/card-json';
import { cardEventOf } from '../../src/google/card-event';
import { ANNA } from '../support/small-company';
import { googleScript, SCOPES } from './in-google';

describe('what a card’s function receives', () => {
  const told = (commonEventObject: object, parts: object = {}) =>
    cardEventOf({ commonEventObject, ...parts });

  test('is the action, its parameters and what was typed and chosen', () => {
    expect(
      told({
        hostApp: 'SHEETS',
        parameters: { do: 'audit.run', n: '2' },
        formInputs: {
          name: { stringInputs: { value: ['Anna'] } },
          many: { stringInputs: { value: ['a', 'b'] } },
          at: { dateTimeInput: { hasDate: true, hasTime: true, msSinceEpoch: '17' } },
          day: { dateInput: { msSinceEpoch: '18' } },
          time: { timeInput: { hours: 9, minutes: 5 } },
          odd: 7,
        },
      }),
    ).toEqual({
      action: 'audit.run',
      inputs: {
        name: ['Anna'],
        many: ['a', 'b'],
        at: ['17'],
        day: ['18'],
        time: ['09:05'],
        odd: [],
        n: ['2'],
      },
      host: 'sheets',
      openEvent: null,
      openFile: null,
    });
  });

  test.each([undefined, null, 'x', 7, {}, { commonEventObject: [] }, { calendar: 1, sheets: 'x' }])(
    'may be %p, and is nothing then',
    (event) => {
      expect(cardEventOf(event)).toEqual({
        action: '',
        inputs: {},
        host: null,
        openEvent: null,
        openFile: null,
      });
    },
  );

  test('keeps the readable parts beside unreadable ones', () => {
    expect(
      told(
        { hostApp: 'CALENDAR', parameters: { do: 'a' }, formInputs: 'x' },
        { calendar: { calendarId: ANNA } },
      ),
    ).toMatchObject({
      action: 'a',
      host: 'calendar',
      openEvent: { calendarId: ANNA, eventId: '' },
    });
  });
});

describe('in the side panel', () => {
  /** Shows what it was told as the text of a card, and asks for the file when it is told to. */
  const PANEL = `
    function show(e) {
      const told = G.cardEventOf(e);
      return G.buildCard(G.card('Told', G.section('', G.markup(JSON.stringify(told)))));
    }
    function onHome(e) { return show(e) }
    function onOpenEvent(e) { return show(e) }
    function onGiven(e) { return show(e) }
    function onCardAction() { return G.buildAnswer(G.asksForFile) }`;
  const common = {
    name: 'Tandem',
    logoUrl: 'https://a.example/l.png',
    homepageTrigger: { runFunction: 'onHome' },
  };
  const addOns = {
    common,
    calendar: { eventOpenTrigger: { runFunction: 'onOpenEvent' }, currentEventAccess: 'METADATA' },
    sheets: { onFileScopeGrantedTrigger: { runFunction: 'onGiven' } },
  };

  function aPanel() {
    const workspace = googleScript(PANEL, { manifest: { addOns, oauthScopes: SCOPES } });
    const person = findPrincipal(workspace.state.directory, ANNA)!;
    const { clientId } = workspace.installed!.record;
    workspace.state.oauth.grants[`${clientId} ${person.userId}`] = {
      clientId,
      userId: person.userId,
      scopes: [...SCOPES],
      via: 'consent',
      grantedAt: 0,
    };
    const read = (answer: unknown) => {
      const { sections } = (answer as { answer: Card }).answer;
      return JSON.parse(sections![0]!.widgets![0]!.textParagraph!.text!) as unknown;
    };
    return { workspace, person, read };
  }

  test('the open event is known by its ids', () => {
    const { workspace, person, read } = aPanel();
    const { id } = workspace.act(
      ANNA,
      'calendar.events.insert',
      { calendarId: 'primary' },
      {
        summary: 'Fair',
        start: { date: '2026-03-03' },
        end: { date: '2026-03-04' },
      },
    ) as { id: string };
    const context: HostContext = { host: 'CALENDAR', calendar: { calendarId: ANNA, eventId: id } };
    expect(read(openPanel(workspace, person, context))).toMatchObject({
      host: 'calendar',
      openEvent: { calendarId: ANNA, eventId: id },
    });
  });

  test('the open file is unknown until it is given', () => {
    const { workspace, person, read } = aPanel();
    const { spreadsheetId: id } = workspace.act(
      ANNA,
      'sheets.spreadsheets.create',
      {},
      {
        properties: { title: 'Log' },
      },
    ) as { spreadsheetId: string };
    const context: HostContext = { host: 'SHEETS', sheets: { id } };
    expect(read(openPanel(workspace, person, context))).toMatchObject({
      openFile: { id: '', title: '', isGiven: false },
    });
    expect(
      runPanelFunction(workspace, person, context, { name: 'onCardAction', event: {} }),
    ).toMatchObject({
      answer: { renderActions: { hostAppAction: { editorAction: {} } } },
    });
    expect(read(grantActiveDocument(workspace, person, context))).toMatchObject({
      host: 'sheets',
      openFile: { id, title: 'Log', isGiven: true },
    });
  });
});
