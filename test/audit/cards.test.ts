import { auditCard } from '../../src/audit/cards';
import { NOTHING_ADDED } from '../../src/audit/exported';
import { activity, DAY, HOUR, World } from './world';
import type { Card } from '../../src/card/card-json';

const text = (card: Card | null): string => JSON.stringify(card);
const buttonsOf = (card: Card | null): string[] =>
  [...text(card).matchAll(/"text":"([^"]+)","onClick"/g)].map(([, name]) => name!);

test('with no spreadsheet open the panel says to open one', () => {
  const world = new World();
  world.file = null;
  expect(text(world.home())).toContain('Open a spreadsheet');
  expect(buttonsOf(world.home())).toEqual([]);
  expect(text(world.press().card)).toContain('Open a spreadsheet');
});

describe('before the person gives Tandem the file, the panel', () => {
  const world = new World();
  world.file = { id: '', hasAccess: false };

  test('says why, has one button to ask for it, and exports nothing', () => {
    expect(buttonsOf(world.home())).toEqual(['Give Tandem this file', 'Open']);
    expect(world.press().card).toEqual(world.home());
    expect(world.sheet.grid).toBeNull();
  });

  test('has Google ask for the file', () => {
    const { asksForFile, card } = world.give();
    expect({ asksForFile, card }).toEqual({ asksForFile: true, card: null });
    world.file = { id: 'file-1', hasAccess: true };
    expect(world.give()).toMatchObject({ asksForFile: false, card: world.home() });
  });
});

describe('the panel of a file that Tandem was given', () => {
  test('begins with the name of our application, and all events; it reads nothing [H25]', () => {
    const world = new World();
    expect(text(world.home())).toContain('"value":"Tandem"');
    expect(text(world.home())).toContain('{"value":"","text":"All events","selected":true}');
    expect(world.log.queries).toEqual([]);
    expect(world.titles).toEqual([]);
  });

  test('says that the log is Google’s, and leads to it in the Admin console [H23, H24]', () => {
    const home = text(new World().home());
    expect(home).toContain('Tandem keeps no log of its own');
    expect(home).toContain('Reporting → Audit and investigation → OAuth log events');
    expect(home).toContain('"url":"https://admin.google.com/ac/reporting/audit/token"');
  });

  test('offers every kind of event as the console calls it [H28]', () => {
    const home = text(new World().home());
    for (const title of ['Grant', 'Revoke', 'Deny', 'Request', 'API call'])
      expect(home).toContain(`"text":"${title}"`);
  });

  test('remembers the filter of the last export', () => {
    const world = new World();
    world.press({ appName: [' Other & Sons '], eventName: ['revoke'] });
    expect(text(world.home())).toContain('"value":"Other & Sons"');
    expect(text(world.home())).toContain('{"value":"revoke","text":"Revoke","selected":true}');
  });
});

describe('after an export the card says', () => {
  const pressed = (prepare: (world: World) => void = () => undefined): string => {
    const world = new World();
    prepare(world);
    return text(world.press().card);
  };

  test('how many rows were added, where, from when to when, and up to when they are complete [TI11]', () => {
    const said = pressed((world) => world.addEvents(3, HOUR));
    expect(said).toContain('3 rows added');
    expect(said).toContain('In the sheet OAuth log events.');
    expect(said).toContain('"topLabel":"Application and event","text":"Tandem, all events"');
    expect(said).toContain('"topLabel":"Oldest new row","text":"2 March 2026, 05:00 UTC"');
    expect(said).toContain('"topLabel":"Newest new row","text":"2 March 2026, 07:00 UTC"');
    expect(said).toContain('"topLabel":"Complete up to","text":"27 February 2026, 08:00 UTC"');
    expect(said).toContain('the next export adds those of the last 3 days');
    expect(said).toContain('https://docs.google.com/spreadsheets/d/file-1/edit#gid=7');
  });

  test('“1 row” in the singular', () => {
    expect(pressed((world) => world.addEvents(1))).toContain('1 row added');
  });

  test('that there was nothing new', () => {
    const said = pressed((world) => {
      world.addEvents(2);
      world.press();
    });
    expect(said).toContain('No new rows');
    expect(said).toContain('2 rows of the time that was read again were there already.');
  });

  test('that nothing is in the log yet, without a tick', () => {
    const said = pressed();
    expect(said).toContain('The log has no such events yet');
    expect(said).not.toContain('✓');
  });

  test.each([
    ['Europe/Helsinki', '2 March 2026, 09:00 Europe/Helsinki'],
    ['America/New_York', '2 March 2026, 02:00 America/New_York'],
    ['Mars/Base', '2 March 2026, 07:00 UTC'],
    ['', '2 March 2026, 07:00 UTC'],
    ['GMT', '2 March 2026, 07:00 UTC'],
  ])('times in the zone of a spreadsheet in “%s”: %s', (zone, time) => {
    const said = pressed((world) => {
      world.sheet.zone = zone;
      world.log.add(activity(world.nowMs - HOUR));
    });
    expect(said).toContain(`"topLabel":"Date of the new row","text":"${time}"`);
  });

  test('how many came late [D18]', () => {
    const said = pressed((world) => {
      world.addEvents(3, HOUR);
      world.press();
      world.log.add(activity(world.nowMs - 5 * HOUR));
    });
    expect(said).toContain('"topLabel":"Came late","text":"1 row"');
  });

  test('that there is more, how far it got, and how to continue [TI12]', () => {
    const said = pressed((world) => {
      world.log.pageSize = 2;
      world.addEvents(40, DAY);
      world.leftMs = () => 0;
    });
    expect(said).toContain('Not finished');
    expect(said).toMatch(
      /Everything up to \d+ [A-Z][a-z]+ 202\d, \d\d:\d\d UTC is in the sheet\. There is more/,
    );
    expect(said).toContain('Press Export again');
  });

  test.each<[string, (world: World) => void, readonly string[]]>([
    [
      'that only an administrator may read the log [H23]',
      (world) => (world.log.beforePage = () => ({ kind: 'not-directory-admin', account: 'bo@x' })),
      ['Only a Workspace administrator can read the log', 'did not let bo@x', 'admin.google.com'],
    ],
    [
      'which scope is missing',
      (world) =>
        (world.log.beforePage = () => ({
          kind: 'missing-scopes',
          scopes: ['https://www.googleapis.com/auth/admin.reports.audit.readonly'],
        })),
      ['Authentication was not complete', 'admin.reports.audit.readonly'],
    ],
    [
      'that somebody else is exporting right now',
      (world) => (world.busy = { kind: 'busy', until: null }),
      ['Not exported', 'Another export into this spreadsheet is running', 'Wait a minute'],
    ],
    [
      'that the sheet is not one of ours',
      (world) => (world.sheet.grid = [['Mine']]),
      ['Not exported', 'The sheet OAuth log events has other headings', 'None of the eight'],
    ],
  ])('%s', (_, prepare, wanted) => {
    const said = pressed(prepare);
    for (const words of wanted) expect(said).toContain(words);
    expect(said).toContain('"text":"Export"');
  });

  test('how many rows were added before a failure', () => {
    const world = new World();
    world.addEvents(3, DAY);
    world.sheet.refusal = {
      append: 2,
      failure: { kind: 'timed-out', service: 'sheets' },
      happens: false,
    };
    world.press();
    world.addEvents(2, HOUR);
    expect(text(world.press().card)).toContain('Not exported');
    expect(text(world.press().card)).toContain('2 rows added');
  });
});

test('comparing the whole log finds rows that were deleted', () => {
  const world = new World();
  world.addEvents(100, DAY);
  world.press();
  world.sheet.grid?.splice(1, 4);
  const inputs = { appName: ['Tandem'], eventName: [''] };
  expect(text(world.press(inputs).card)).toContain('No new rows');
  expect(text(world.press({ ...inputs, whole: ['yes'] }).card)).toContain('4 rows added');
});

test('no card has more than 30 widgets, and markup in names is text [Att20]', () => {
  const world = new World();
  world.addEvents(3);
  const { card } = world.press({ appName: ['<a href=javascript:x>'], eventName: [''] });
  const widgets = (card?.sections ?? []).flatMap((section) => section.widgets ?? []);
  expect(widgets.length).toBeLessThanOrEqual(30);
  const markup = auditCard({
    kind: 'ready',
    filter: { appName: '', eventName: '' },
    nowMs: 0,
    exported: {
      kind: 'failed',
      added: NOTHING_ADDED,
      failure: { kind: 'not-directory-admin', account: '<b>x' },
      upTo: null,
      filter: { appName: '', eventName: '' },
      place: null,
      lostFrom: null,
    },
  });
  expect(text(markup)).toContain('&lt;b&gt;x');
});
