import { Desk, filled, HOUR_MS } from './desk';
import { aUser, users } from './people';

test('people come in once somebody has looked at names and counts and said go [TA13, TC12]', () => {
  const page = new Desk();
  page.world.directory.people = [...users(62), aUser('bad', { name: {} })];
  expect(page.says()).toContain('Nobody has been brought in yet');
  page.click('Look at what will happen');
  expect(page.says()).toContain('Given g0001, Given g0002');
  expect(page.says()).toContain('and 42 more');
  expect(page.says()).toContain('bad@example.com has no name in Google');
  expect(page.world.employees.all()).toEqual([]);
  expect(page.starts).toBe(0);
  page.click('Bring 62 people in');
  expect([page.starts, page.state().kind]).toEqual([1, 'waiting']);
  expect(page.world.run()).toEqual({ kind: 'finished' });
  page.click('Refresh');
  expect(page.state().kind).toBe('done');
  expect(page.says()).toContain('Brought in: 62');
  expect(page.says()).toContain('Left out: 1 person');
  expect(page.says()).toContain('https://docs.google.com/spreadsheets/d/x');
});

test('everybody in the work system is in a table, by name, with how their calendar sync stands [TJ1]', () => {
  const page = new Desk();
  expect(page.answer.table).toBeUndefined();
  page.world.directory.people = [
    aUser('zoe', { name: { givenName: 'Zoë', familyName: 'Ek' }, orgUnitPath: '/Sales' }),
    ...users(2),
  ];
  page.click('Look at what will happen');
  page.click('Bring 3 people in');
  page.world.run();
  page.world.directory.people = page.world.directory.people.map((one) =>
    one.id === 'zoe' ? { ...one, suspended: true } : one,
  );
  page.world.run();
  page.syncs = { g0001: 'Stopped' };
  page.press('directory.show');
  const { columns, rows } = page.answer.table!;
  expect(columns.map(({ title }) => title)).toEqual([
    ...['Name', 'Address', 'Org unit', 'Department', 'In the work system', 'Calendar sync'],
  ]);
  expect(
    rows.map(([name, address, unit, , active, sync]) => [name, address, unit, active, sync]),
  ).toEqual([
    ['Given g0001', 'g0001@example.com', '/', 'Active', 'Stopped'],
    ['Given g0002', 'g0002@example.com', '/', 'Active', 'Off'],
    ['Zoë Ek', 'zoe@example.com', '/Sales', 'Not active', 'Off'],
  ]);
});

test('a preview that is no longer the one to be decided is not started [Att10]', () => {
  const page = new Desk();
  page.world.directory.people = users(3);
  page.click('Look at what will happen');
  const before = page.answer;
  page.world.directory.people = users(4);
  page.world.clock.sleep(1000);
  page.press('directory.look');
  page.answer = before;
  page.click('Bring 3 people in');
  expect([page.starts, page.answer.notice]).toEqual([
    0,
    'Something has changed in the meantime. Please look again.',
  ]);
  expect(page.buttons()).toContain('Bring 4 people in');
  page.press('directory.go', { seen: ['anything'] });
  expect(page.world.run()).toMatchObject({ failure: { kind: 'held' } });
});

test('a run that a brake holds names whom it would deactivate, and waits for one of two buttons [TC13]', () => {
  const page = filled();
  page.world.directory.people.splice(0, 20);
  page.world.run();
  page.press('directory.show');
  expect(page.buttons()).toEqual(['Deactivate 20 people', 'Read the directory again', 'Leave it']);
  expect(page.says()).toContain('20 people are missing from Google');
  expect(page.says()).toContain('Given g0020');
  expect(page.says()).toContain('The sync is waiting for you');
  page.click('Deactivate 20 people');
  page.world.run();
  page.press('directory.show');
  expect(page.says()).toContain('Deactivated: 20');
});

test('a list that is whole again needs no decision', () => {
  const page = filled();
  const all = page.world.directory.people;
  page.world.directory.people = all.slice(20);
  page.world.run();
  page.world.directory.people = all;
  page.press('directory.show');
  page.click('Read the directory again');
  expect(page.answer.notice).toBe('Nothing holds the sync any more: it goes on.');
  expect(page.world.held()).toBe(null);
});

test('an empty list cannot be approved, by no button and no forged press [D14]', () => {
  const page = filled();
  page.world.directory.people = [];
  page.world.run();
  page.press('directory.show');
  expect(page.buttons()).toEqual(['Read the directory again']);
  page.press('directory.go', { seen: [page.world.held()!.plannedAt] });
  expect(page.world.run()).toMatchObject({ failure: { kind: 'held' } });
  expect(page.world.employees.all().every(({ isActive }) => isActive)).toBe(true);
});

test('a run that ends within the click is told as done, not as begun', () => {
  const page = new Desk();
  page.world.directory.people = users(3);
  page.click('Look at what will happen');
  page.runsInClick = true;
  page.click('Bring 3 people in');
  expect([page.answer.notice, page.state().kind]).toEqual(['Done.', 'done']);
});

test('a go to an empty list does not approve the first run [TA13]', () => {
  const page = new Desk();
  page.click('Look at what will happen');
  page.press('directory.go', { seen: [page.world.held()!.plannedAt] });
  page.world.directory.people = users(2);
  page.world.run();
  expect(page.world.held()?.what.hold).toEqual({ kind: 'first-run' });
  expect(page.world.employees.all()).toEqual([]);
});

describe('Sync all users', () => {
  test('can be pressed once in 24 hours, with the time left shown [G15, G16, TC3]', () => {
    const page = filled();
    page.click('Sync all users');
    expect(page.state().kind).toBe('waiting');
    page.world.run();
    page.click('Refresh');
    expect(page.buttons()).not.toContain('Sync all users');
    expect(page.says()).toContain('Possible again in 23 hours');
    const { starts } = page;
    page.press('directory.syncAll');
    expect([page.starts, page.answer.notice]).toEqual([
      starts,
      'You can sync all users again in 23 hours.',
    ]);
    page.world.clock.sleep(23 * HOUR_MS);
    page.press('directory.show');
    expect(page.buttons()).toContain('Sync all users');
  });

  test('is not used up by a run that fails; that can be tried again [D19]', () => {
    const page = filled();
    page.click('Sync all users');
    page.world.directory.failure = { kind: 'not-directory-admin', account: 'admin@example.com' };
    page.world.run();
    page.press('directory.show');
    expect(page.says()).toContain('This account cannot access the Google Workspace Directory');
    page.click('Try again');
    page.world.directory.failure = null;
    page.world.run();
    page.press('directory.show');
    expect(page.buttons()).toContain('Sync all users');
  });

  test('is not begun twice', () => {
    const page = filled();
    const before = page.answer;
    page.click('Sync all users');
    page.answer = before;
    const { starts } = page;
    page.click('Sync all users');
    expect([page.starts, page.answer.notice]).toEqual([starts, 'A run is already on its way.']);
  });
});

test('a run under way shows how far it is, also between two executions', () => {
  const page = new Desk();
  page.world.directory.people = users(10);
  page.world.batchSize = 2;
  page.world.approve([]);
  let steps = 0;
  page.world.run({}, { left: () => ((steps += 1) <= 6 ? 1 : 0) });
  page.press('directory.show');
  expect(page.state().kind).toBe('running');
  expect(page.says()).toMatch(/[2-8] of 10 people/);
  expect(page.buttons()).toContain('Refresh');
});

test('a sync that is late says so, with how long [G14, TC15]', () => {
  const page = filled();
  page.world.clock.sleep(6 * HOUR_MS);
  page.press('directory.show');
  expect(page.says()).toContain('The sync is behind');
  expect(page.says()).toContain('6 hours ago');
});

test('a failure of the first look is worded, and can be tried again', () => {
  const page = new Desk();
  page.world.directory.failure = { kind: 'api-access-blocked' };
  page.click('Look at what will happen');
  expect(page.says()).toContain('API controls');
  page.world.directory.failure = null;
  page.world.directory.people = users(2);
  page.click('Try again');
  expect(page.buttons()).toContain('Bring 2 people in');
});

test('an organization too large for one click is looked at by a run', () => {
  const page = new Desk();
  page.world.directory.people = users(2);
  page.leftMs = 0;
  page.click('Look at what will happen');
  expect([page.starts, page.world.directory.calls]).toEqual([1, 0]);
  page.world.run();
  page.press('directory.show');
  expect(page.buttons()).toContain('Bring 2 people in');
});

test('forty names of any length and hundred people left out fit on a card', () => {
  const page = new Desk();
  const long = 'x<b>&"'.repeat(80);
  page.world.directory.people = [
    ...users(100).map((user) => ({ ...user, name: { givenName: long, familyName: user.id } })),
    ...users(100).map(({ id }) => aUser(`n${id}`, { name: {} })),
  ];
  page.click('Look at what will happen');
  expect(page.says()).not.toContain('<b>');
});

describe('a run that ended badly', () => {
  test('because of a bug of ours is shown as failed, and not as under way for ever', () => {
    const page = filled();
    page.world.directory.users = () => {
      throw new TypeError('Cannot read properties of undefined');
    };
    expect(() => page.world.run()).toThrow(TypeError);
    page.press('directory.show');
    expect(page.says()).toContain('Tandem made a mistake of its own');
    expect(page.buttons()).toContain('Try again');
  });

  test('because Google refused the listing shows Google’s own words', () => {
    const page = filled();
    page.world.directory.failure = {
      kind: 'listing-refused',
      listing: 'the users of your Workspace',
      reason: 'Invalid Input',
    };
    page.world.run();
    page.press('directory.show');
    expect(page.says()).toContain('Google refused: Invalid Input');
  });
});

describe('what waits for a person', () => {
  const held = (): Desk => {
    const page = filled();
    page.world.directory.people.splice(0, 20);
    page.world.run();
    page.press('directory.show');
    return page;
  };

  test('is left as it is by "Leave it"', () => {
    const page = held();
    page.click('Leave it');
    expect(page.answer.notice).toBe('Nothing was changed. The next run looks again.');
    expect(page.buttons()).toContain('Deactivate 20 people');
    expect(page.world.employees.all().every(({ isActive }) => isActive)).toBe(true);
  });

  test('has to be looked at again after a day', () => {
    const page = held();
    page.world.clock.sleep(24 * HOUR_MS);
    page.click('Deactivate 20 people');
    expect(page.answer.notice).toBe(
      'This preview is more than a day old. Read the directory again.',
    );
    expect(page.starts).toBe(1);
  });

  test('is asked about again where it has grown since somebody said go [Att10]', () => {
    const page = held();
    page.click('Deactivate 20 people');
    page.world.directory.people.splice(0, 15);
    page.world.run();
    page.press('directory.show');
    expect(page.buttons()).toContain('Deactivate 35 people');
    expect(page.world.employees.all().every(({ isActive }) => isActive)).toBe(true);
  });

  test('fits into an organization’s share, however long the names are', () => {
    const page = new Desk();
    const long = 'ä'.repeat(400);
    page.world.directory.people = users(3000).map((user) => ({
      ...user,
      name: { givenName: long, familyName: user.id },
    }));
    page.click('Look at what will happen');
    const kept = JSON.stringify(page.world.held());
    expect(Buffer.byteLength(kept)).toBeLessThan(2_500);
    expect(page.buttons()).toContain('Bring 3,000 people in');
  });
});
