import { DEFAULT_SETTINGS } from '../../src/calendar/settings';
import { CALENDAR } from '../../src/calendar/panel/action-names';
import { calendarActions, calendarChanged, calendarHome } from '../../src/calendar/panel/actions';
import { mySync } from '../../src/calendar/boards/my-sync';
import { idOf, MINUTE_MS } from './company';
import { callerOf, Desk } from './desk';
import { anEntry, crowd } from './world';
import { PRIVACY_SENTENCE } from '../../src/calendar/panel/sentences';
import { isAmong, textsIn } from '../docs/source-texts';

const ANN = 'ann@example.com';
const EVE = 'eve@example.com';

/** Ann has looked, started, and is in step. */
function started(): Desk {
  const desk = new Desk();
  const ann = desk.company.add('ann');
  crowd(20).forEach((entry) => ann.addEvent(entry));
  desk.press(ANN, CALENDAR.lookAhead);
  desk.company.run();
  desk.press(ANN, CALENDAR.start);
  desk.company.run();
  desk.company.run();
  return desk;
}

test('a person looks ahead, sees what would happen, starts, and sees how fresh it is [S25, S28]', () => {
  const desk = new Desk();
  const ann = desk.company.add('ann');
  ann.addEvent(anEntry({ title: 'Dentist' }));
  expect(desk.says(ANN)).toContain('Turn on my calendar sync');
  desk.press(ANN, CALENDAR.lookAhead);
  expect(desk.says(ANN)).toContain('within about a minute,');
  desk.company.run();
  expect(desk.says(ANN)).toContain('Dentist');
  expect(ann.writes()).toBe(0);
  expect(desk.company.connections.rows.size).toBe(0);
  desk.press(ANN, CALENDAR.start);
  expect(desk.watching).toEqual(new Set([ANN]));
  expect(desk.says(ANN)).toContain('Starting');
  desk.company.run();
  expect(desk.says(ANN)).toContain('Up to date as of 1 minute ago.');
  expect(ann.workSays()).toHaveLength(1);
  expect(desk.company.connections.rows.get(idOf(ANN))).toMatchObject({
    state: 'on',
    consentVersion: 1,
  });
});

test('nothing starts without a preview of the last day', () => {
  const desk = new Desk();
  desk.company.add('ann');
  desk.press(ANN, CALENDAR.start);
  expect(desk.company.wishes.all()).toEqual([]);
  desk.press(ANN, CALENDAR.lookAhead);
  desk.company.run();
  desk.company.later(25 * 60 * MINUTE_MS);
  desk.press(ANN, CALENDAR.start);
  expect(desk.company.wishes.all()).toEqual([]);
});

test('"Not now" forgets the preview, and nothing is on', () => {
  const desk = new Desk();
  desk.company.add('ann');
  desk.press(ANN, CALENDAR.lookAhead);
  desk.company.run();
  desk.press(ANN, CALENDAR.notNow);
  expect(desk.says(ANN)).toContain('Turn on my calendar sync');
});

test('whatever a card sends along, nobody can wish for anybody else [S26]', () => {
  const desk = started();
  desk.company.add('eve');
  const before = { ...desk.company.connections.rows.get(idOf(ANN))! };
  const forged = {
    email: [ANN],
    account: [ANN],
    user: [ANN],
    copies: ['remove'],
    'seen.deletions': ['9'],
    'seen.creations': ['9'],
  };
  const actions = calendarActions(desk.ports(EVE));
  for (const name of Object.keys(actions)) {
    actions[name]!.run(forged, callerOf(EVE));
    expect([name, desk.company.wishes.of(idOf(ANN))]).toEqual([name, null]);
    desk.company.isOn = true;
  }
  desk.company.run();
  expect(desk.company.connections.rows.get(idOf(ANN))).toEqual(before);
  expect(desk.company.connections.rows.has(EVE)).toBe(false);
});

test('what administrators do is asked of administrators alone', () => {
  const actions = calendarActions(new Desk().ports(ANN));
  const admin = Object.keys(actions).filter((name) => actions[name]!.for !== 'everyone');
  expect(admin.sort()).toEqual(
    [
      CALENDAR.admin,
      CALENDAR.askSwitchOff,
      CALENDAR.madeEvents,
      CALENDAR.saveMadeEvents,
      CALENDAR.fieldWays,
      CALENDAR.saveFieldWays,
      CALENDAR.runUndo,
      CALENDAR.pastRuns,
      CALENDAR.lookRunBack,
      CALENDAR.putRunBack,
      CALENDAR.endRunUndo,
      CALENDAR.runUndoPeople,
      CALENDAR.saveSettings,
      CALENDAR.switchOff,
      CALENDAR.switchOn,
    ].sort(),
  );
  expect(Object.keys(actions).sort()).toEqual(Object.values(CALENDAR).sort());
});

test('while the organization is off nobody can turn on, and nothing runs; turning off is always possible [S27]', () => {
  const desk = started();
  const ann = desk.company.people.get(ANN)!;
  desk.company.isOn = false;
  desk.press(EVE, CALENDAR.lookAhead);
  expect(desk.company.wishes.all()).toEqual([]);
  expect(desk.says(ANN)).toContain(
    'Your own sync is on. It resumes when your organization’s does.',
  );
  const writes = ann.writes();
  ann.addEvent(anEntry({ title: 'Later' }));
  desk.company.calls.clear();
  desk.company.run();
  expect([ann.writes(), desk.company.calls.size]).toEqual([writes, 0]);
  desk.press(ANN, CALENDAR.turnOff);
  desk.company.isOn = true;
  desk.company.run();
  expect(desk.company.connections.rows.get(idOf(ANN))?.state).toBe('off');
});

test('turning off asks what becomes of the copies, and keeps them unless told otherwise [D3]', () => {
  const desk = started();
  const asked = desk.press(ANN, CALENDAR.askOff);
  expect(JSON.stringify(asked.card)).toContain('Turn off, keep copies');
  desk.press(ANN, CALENDAR.turnOff);
  expect(desk.company.wishes.of(idOf(ANN))).toMatchObject({ kind: 'off', copies: 'keep' });
  expect(desk.watching.size).toBe(0);
  expect(desk.says(ANN)).toContain('Turning off');
  desk.company.run();
  expect(desk.says(ANN)).toContain('Turn on my calendar sync');
  expect(desk.company.people.get(ANN)!.workSays()).toHaveLength(20);
});

describe('a run that was held', () => {
  const held = (): Desk => {
    const desk = started();
    const ann = desk.company.people.get(ANN)!;
    ann.google
      .live()
      .slice(0, 12)
      .forEach(({ id }) => ann.google.remove(id));
    desk.company.later(90 * MINUTE_MS);
    desk.company.run();
    return desk;
  };
  const numbers = { 'seen.deletions': ['12'], 'seen.creations': ['0'] };

  test('reaches the person with its numbers, and goes on for exactly those [D14]', () => {
    const desk = held();
    const ann = desk.company.people.get(ANN)!;
    expect(desk.says(ANN)).toContain('12 entries of 20 would be deleted at once.');
    expect(ann.workSays()).toHaveLength(20);
    desk.press(ANN, CALENDAR.approve, numbers);
    desk.company.run();
    expect(ann.workSays()).toHaveLength(8);
    expect(desk.company.wishes.all()).toEqual([]);
    expect(desk.says(ANN)).not.toContain('would be deleted');
  });

  test.each([
    ['fewer than there are', { 'seen.deletions': ['11'], 'seen.creations': ['0'] }],
    ['no number', { 'seen.deletions': ['many'] }],
    ['none', {}],
  ])('does not go on for other numbers: %s', (_, other) => {
    const desk = held();
    desk.press(ANN, CALENDAR.approve, other);
    expect(desk.company.wishes.of(idOf(ANN))?.kind).not.toBe('approve');
  });

  test('allows at most what waits, whatever number a button brings', () => {
    const desk = held();
    desk.press(ANN, CALENDAR.approve, { 'seen.deletions': ['20'], 'seen.creations': ['500'] });
    expect(desk.company.wishes.of(idOf(ANN))).toMatchObject({ deletions: 12, creations: 0 });
  });

  test('counts for a day: after that the run is held again', () => {
    const desk = held();
    const ann = desk.company.people.get(ANN)!;
    desk.press(ANN, CALENDAR.approve, numbers);
    desk.company.later(25 * 60 * MINUTE_MS);
    desk.company.run();
    expect(ann.workSays()).toHaveLength(20);
  });

  test('that was found more than a day ago has to be looked for again', () => {
    const desk = held();
    desk.company.later(25 * 60 * MINUTE_MS);
    desk.press(ANN, CALENDAR.approve, numbers);
    expect(desk.company.wishes.of(idOf(ANN))?.kind).not.toBe('approve');
  });

  test('that grew meanwhile is held again', () => {
    const desk = held();
    const ann = desk.company.people.get(ANN)!;
    desk.press(ANN, CALENDAR.approve, numbers);
    ann.google.remove(ann.google.live()[0]!.id);
    desk.company.run();
    expect(ann.workSays()).toHaveLength(20);
    expect(desk.says(ANN)).toContain('13 entries of 20 would be deleted at once.');
  });

  test('goes on once: an approval that was used is not used again', () => {
    const desk = held();
    const ann = desk.company.people.get(ANN)!;
    desk.press(ANN, CALENDAR.approve, numbers);
    const wish = desk.company.wishes.of(idOf(ANN))!;
    desk.company.run();
    ann.google.live().forEach(({ id }) => ann.google.remove(id));
    desk.company.wish(ANN, wish);
    desk.company.run();
    expect(ann.workSays()).toHaveLength(8);
  });

  test('can be left: nothing happens, and it asks again', () => {
    const desk = held();
    desk.company.later(90 * MINUTE_MS);
    desk.company.run();
    expect(desk.company.people.get(ANN)!.workSays()).toHaveLength(20);
    expect(desk.says(ANN)).toContain('12 entries of 20 would be deleted at once.');
  });
});

test('a change in the person’s calendar is carried by the next run; without consent it is nobody’s business [S37]', () => {
  const desk = started();
  const ann = desk.company.people.get(ANN)!;
  ann.addEvent(anEntry({ title: 'Just now' }));
  calendarChanged(desk.ports(ANN), callerOf(ANN));
  calendarChanged(desk.ports(EVE), callerOf(EVE));
  expect(desk.company.wishes.all().map(({ person }) => person.email)).toEqual([ANN]);
  desk.company.run();
  expect(ann.workSays()).toHaveLength(21);
});

test('opening the card after a while is a wish to look [S37]', () => {
  const desk = started();
  desk.says(ANN);
  expect(desk.company.wishes.of(idOf(ANN))).toBeNull();
  desk.company.later(5 * MINUTE_MS);
  desk.says(ANN);
  expect(desk.company.wishes.of(idOf(ANN))).toMatchObject({ kind: 'look' });
});

test('the list of synced types is what the organization chose, never project tasks [S4, S30]', () => {
  const desk = started();
  const card = JSON.stringify(desk.press(ANN, CALENDAR.types).card);
  expect(card).toContain('• Personal\\n• Meeting');
  expect(card).not.toContain('• Task');
});

test('a homepage reads at most seven of the calendar’s values, and makes no remote call', () => {
  const desk = started();
  const ports = desk.ports(ANN);
  const { properties, cache } = desk.company;
  const own = desk.own.get(ANN)!;
  const count = (): number => properties.calls + cache.calls + own.calls;
  const before = count();
  calendarHome(ports, callerOf(ANN));
  expect(count() - before).toBe(7);
});

test('where the board forgot and the switch is on, the card says that it does not know', () => {
  const desk = started();
  desk.company.cache.values.clear();
  desk.company.later(60 * MINUTE_MS);
  expect(desk.says(ANN)).toContain('Unknown right now. The next run will show it.');
});

test('without Tandem in the organization nothing is written anywhere', () => {
  const desk = new Desk();
  desk.isSetUp = false;
  for (const name of Object.values(CALENDAR)) desk.press(ANN, name);
  expect(desk.company.properties.values.size).toBe(0);
  expect(desk.says(ANN)).toContain('Not set up yet');
});

test('a person without a free trigger is synced by the regular runs, and the card says so', () => {
  const desk = new Desk();
  desk.company.add('ann');
  desk.mayWatch = false;
  desk.press(ANN, CALENDAR.lookAhead);
  desk.company.run();
  expect(desk.press(ANN, CALENDAR.start).notice).toContain('regular runs');
  expect(mySync(desk.own.get(ANN)!).read()).toMatchObject({ value: { state: 'on' } });
});

describe('an administrator', () => {
  const settings = {
    winner: ['work'],
    privateEvents: ['busy'],
    specialEvents: ['busy'],
    whichTypes: ['chosen'],
    types: ['meeting', 'task', 'nonsense'],
    defaultType: [''],
  };

  test('chooses the types that go to Google; project tasks cannot be among them [S4, S19]', () => {
    const desk = started();
    desk.press(ANN, CALENDAR.saveSettings, settings);
    expect(desk.company.settings).toEqual({
      ...DEFAULT_SETTINGS,
      winner: 'work',
      privateEvents: 'busy',
      specialEvents: 'busy',
      types: { kind: 'chosen', ids: ['meeting'] },
      defaultTypeId: null,
    });
  });

  test('cannot save what no card offers', () => {
    const desk = started();
    const before = desk.company.settings;
    desk.press(ANN, CALENDAR.saveSettings, { ...settings, winner: ['nobody'] });
    expect(desk.company.settings).toEqual(before);
  });

  test('turns the organization’s sync on and off, and sees how many people it is for [S23]', () => {
    const desk = started();
    desk.press(ANN, CALENDAR.switchOff);
    expect(desk.company.isOn).toBe(false);
    const text = JSON.stringify(desk.press(ANN, CALENDAR.switchOn).card);
    expect(desk.company.isOn).toBe(true);
    expect(text).toContain('"topLabel":"On","text":"1 person"');
  });

  test.each(['full', 'busy', 'leave-out'] as const)(
    'finds a message for colleagues once calendars are on, with what becomes of private events (%s) [S26]',
    (privateEvents) => {
      const desk = started();
      desk.company.settings = { ...desk.company.settings, privateEvents };
      const { widgets = [] } =
        desk
          .press(ANN, CALENDAR.admin)
          .card!.sections!.find(({ header }) => header === 'Tell your colleagues') ?? {};
      const text = widgets[0]!.textInput!.value!;
      expect(text).toContain(PRIVACY_SENTENCE[privateEvents]);
      const named = [...text.matchAll(/“([^”]+)”/g)].map(([, words]) => words!);
      const screens = textsIn('src/calendar');
      expect(named.filter((words) => !isAmong(screens, words))).toEqual([]);
      expect(named).toContain('Turn on my calendar sync');
      desk.press(ANN, CALENDAR.switchOff);
      expect(JSON.stringify(desk.press(ANN, CALENDAR.admin).card)).not.toContain(
        'Tell your colleagues',
      );
    },
  );

  test('finds it off until the installation is finalized [S23]', () => {
    const desk = new Desk();
    desk.isSetUp = false;
    desk.company.isOn = false;
    expect(JSON.stringify(desk.press(ANN, CALENDAR.switchOn).card)).toContain(
      'Finalize the installation first',
    );
    expect(desk.company.isOn).toBe(false);
  });
});
