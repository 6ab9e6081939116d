import { openPanel, runPanelFunction } from '../../../emulator/add-on/panel';
import type { HostContext } from '../../../emulator/add-on/event-object';
import { findPrincipal } from '../../../emulator/workspace/directory/accounts';
import { ADMIN, ANNA, aScript, BEN } from '../../support/small-company';

/** Shows the event object it was given as the text of a card. */
const ECHO = `function show(e) {
  return CardService.newCardBuilder().setHeader(CardService.newCardHeader().setTitle('Event'))
    .addSection(CardService.newCardSection().addWidget(CardService.newTextParagraph().setText(JSON.stringify(e))))
    .build();
}
function onHome(e) { return show(e) }
function onOpenEvent(e) { return show(e) }`;

const common = {
  name: 'Echo',
  logoUrl: 'https://example.com/logo.png',
  homepageTrigger: { runFunction: 'onHome' },
};

interface Setting {
  readonly currentEventAccess?: string;
  readonly useLocaleFromApp?: boolean;
  readonly scopes?: readonly string[];
}

function echo({ currentEventAccess, useLocaleFromApp, scopes = [] }: Setting = {}) {
  return aScript(ECHO, {
    manifest: {
      oauthScopes: scopes.map((scope) => `https://www.googleapis.com/auth/${scope}`),
      addOns: {
        common: { ...common, ...(useLocaleFromApp && { useLocaleFromApp }) },
        calendar: {
          eventOpenTrigger: { runFunction: 'onOpenEvent' },
          ...(currentEventAccess && { currentEventAccess }),
        },
        sheets: {},
      },
    },
  });
}

type Echo = ReturnType<typeof echo>;

/** The event object that the panel's function received. */
function told(workspace: Echo, context: HostContext, run?: Parameters<typeof runPanelFunction>[3]) {
  const person = findPrincipal(workspace.state.directory, ANNA)!;
  const { clientId } = workspace.installed!.record;
  workspace.state.oauth.grants[`${clientId} ${person.userId}`] = {
    clientId,
    userId: person.userId,
    scopes: [...workspace.installed!.project.scopes],
    via: 'consent',
    grantedAt: 0,
  };
  const answer = run
    ? runPanelFunction(workspace, person, context, run)
    : openPanel(workspace, person, context);
  const card = (
    answer as { answer: { sections: { widgets: { textParagraph: { text: string } }[] }[] } }
  ).answer;
  return JSON.parse(card.sections[0]!.widgets[0]!.textParagraph.text) as Record<string, unknown>;
}

const meeting = (workspace: Echo) =>
  workspace.act(
    ANNA,
    'calendar.events.insert',
    { calendarId: 'primary', sendUpdates: 'none' },
    {
      summary: 'Secret',
      start: { dateTime: '2026-03-02T09:00:00Z' },
      end: { dateTime: '2026-03-02T10:00:00Z' },
      attendees: [{ email: BEN }],
    },
  ) as { id: string };

const READ = ['calendar.addons.execute', 'calendar.addons.current.event.read'];

describe('an add-on is told', () => {
  test('where it is, and nothing of the host, on its homepage', () => {
    expect(told(echo(), { host: 'CALENDAR' })).toEqual({
      commonEventObject: { platform: 'WEB', hostApp: 'CALENDAR' },
      hostApp: 'calendar',
      clientPlatform: 'web',
    });
  });

  test('locale and time zone only when its manifest asks and the scope is granted', () => {
    const asks = { useLocaleFromApp: true };
    const granted = told(echo({ ...asks, scopes: ['script.locale'] }), { host: 'CALENDAR' });
    expect(granted['commonEventObject']).toMatchObject({
      userLocale: 'en-US',
      timeZone: { id: 'Europe/Helsinki', offset: 7_200_000 },
    });
    expect(told(echo(asks), { host: 'CALENDAR' })['commonEventObject']).not.toHaveProperty(
      'timeZone',
    );
  });

  test.each([
    [undefined, []],
    ['METADATA', ['calendarId', 'id', 'organizer']],
    ['READ', ['attendees', 'calendarId', 'capabilities', 'id', 'organizer']],
  ])('with currentEventAccess %s, of the open event: %j', (currentEventAccess, members) => {
    const workspace = echo({ ...(currentEventAccess && { currentEventAccess }), scopes: READ });
    const { id } = meeting(workspace);
    const { calendar } = told(workspace, {
      host: 'CALENDAR',
      calendar: { calendarId: ANNA, eventId: id },
    });
    expect(Object.keys(calendar as object).sort()).toEqual(members);
    expect(JSON.stringify(calendar)).not.toContain('Secret');
  });

  test('what a form holds and which parameters an action has, in the new way and the old', () => {
    const event = {
      formInputs: { name: { stringInputs: { value: ['Anna'] } } },
      parameters: { id: '7' },
    };
    expect(told(echo(), { host: 'CALENDAR' }, { name: 'show', event })).toMatchObject({
      commonEventObject: event,
      parameters: { id: '7' },
      formInput: { name: 'Anna' },
      formInputs: { name: ['Anna'] },
    });
  });

  test('of an open spreadsheet only that it may not open it, before a person allows it', () => {
    const workspace = echo({ scopes: ['drive.file'] });
    const { spreadsheetId } = workspace.act(ANNA, 'sheets.spreadsheets.create', {}, {}) as {
      spreadsheetId: string;
    };
    expect(told(workspace, { host: 'SHEETS', sheets: { id: spreadsheetId } })['sheets']).toEqual({
      addonHasFileScopePermission: false,
    });
  });
});

test('a person who was never asked is asked before anything runs', () => {
  const workspace = echo({ scopes: ['userinfo.email'] });
  const person = findPrincipal(workspace.state.directory, ADMIN)!;
  expect(openPanel(workspace, person, { host: 'CALENDAR' })).toMatchObject({
    kind: 'consent',
    scopes: ['https://www.googleapis.com/auth/userinfo.email'],
    request: { appName: 'Test script' },
  });
  expect(workspace.engine.executions).toEqual([]);
});
