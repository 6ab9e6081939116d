import { HEADINGS } from '../../src/audit/row';
import { KEY_HEADING } from '../../src/audit/row-key';
import { openRows } from '../../src/audit/sheet-rows';
import { activity, APP, DAY, event, HOUR, MINUTE, World } from './world';

const added = (count: number, late = 0) => ({ added: expect.objectContaining({ count, late }) });

const REFUSED = { kind: 'rejected', id: 'file-1', reason: 'Bad Request' } as const;

describe('the first export', () => {
  test('makes the sheet and adds the whole log, oldest first, in one read and one write [H29, TI1]', () => {
    const world = new World();
    world.addEvents(90, DAY);
    expect(world.export()).toMatchObject({ kind: 'complete', ...added(90) });
    expect(world.titles).toEqual(['OAuth log events']);
    expect(world.sheet.grid?.[0]).toEqual([...HEADINGS, KEY_HEADING]);
    expect(world.dates()).toEqual([...world.dates()].sort());
    expect([world.log.queries.length, world.sheet.appends]).toEqual([1, 1]);
    expect(world.log.queries[0]).toEqual({ appName: APP, eventName: '', from: null, to: null });
  });

  test('of an empty log makes the sheet with its headings only', () => {
    const world = new World();
    expect(world.export()).toMatchObject({ kind: 'complete', ...added(0) });
    expect(world.sheet.grid).toEqual([[...HEADINGS, KEY_HEADING]]);
    expect(world.sheet.appends).toBe(0);
  });

  test('returns the dates of the rows that it added', () => {
    const world = new World();
    world.addEvents(3, HOUR);
    expect(world.export()).toMatchObject({
      added: { oldest: '2026-03-02T05:00:00.000Z', newest: '2026-03-02T07:00:00.000Z' },
    });
  });

  test('uses an empty sheet of that name that is there already', () => {
    const world = new World();
    world.sheet.grid = [];
    world.addEvents(2);
    world.export();
    expect(world.sheet.grid).toHaveLength(3);
  });

  test('leaves a sheet alone that has other headings', () => {
    const world = new World();
    world.sheet.grid = [['Name', 'Date']];
    world.addEvents(2);
    expect(world.export()).toMatchObject({ kind: 'other-headings', place: null });
    expect(world.sheet.grid).toEqual([['Name', 'Date']]);
  });
});

describe('the next export', () => {
  const exported = (count = 50): World => {
    const world = new World();
    world.addEvents(count, HOUR);
    world.export();
    return world;
  };

  test('appends only new events, and reads three days more than that [TI4]', () => {
    const world = exported();
    world.nowMs += 2 * HOUR;
    world.addEvents(2, MINUTE);
    const before = [...world.sheet.below()];
    expect(world.export()).toMatchObject({ kind: 'complete', ...added(2) });
    expect(world.sheet.below().slice(0, 50)).toEqual(before);
    expect(world.log.queries[1]).toMatchObject({ from: '2026-02-27T07:00:00.000Z', to: null });
  });

  test('with nothing new writes nothing', () => {
    const world = exported();
    expect(world.export()).toMatchObject({ kind: 'complete', ...added(0) });
    expect(world.sheet.appends).toBe(1);
  });

  test('adds late events below the others, and counts them [D18]', () => {
    const world = exported();
    const late = world.nowMs - 10 * HOUR - 1;
    world.log.add(activity(late), world.nowMs + HOUR);
    world.nowMs += HOUR;
    expect(world.export()).toMatchObject(added(1, 1));
    expect(world.dates().slice(-1)).toEqual([new Date(late).toISOString()]);
  });

  test('of a log that was quiet for weeks reads back from its newest event [D18]', () => {
    const world = exported();
    world.log.add(activity(world.nowMs - 90 * MINUTE), world.nowMs + 20 * DAY);
    world.nowMs += 20 * DAY;
    expect(world.export()).toMatchObject(added(1, 1));
  });

  test('adds an event again that looks like another in every cell [Inv17]', () => {
    const world = exported();
    const at = world.nowMs - MINUTE;
    world.log.add(activity(at));
    world.export();
    world.log.add(activity(at));
    expect(world.export()).toMatchObject(added(1));
    expect(world.export()).toMatchObject(added(0));
    const [one, other] = world.sheet.below().slice(-2);
    expect(one).toEqual(other);
  });

  test('by somebody else, who does not know about the first, adds nothing twice', () => {
    const world = exported();
    world.marks.clear();
    expect(world.export()).toMatchObject(added(0));
  });

  test('with another filter adds the events that the first left out, including old ones [H28]', () => {
    const world = new World();
    world.addEvents(30, DAY);
    const other = [event('revoke', { app_name: 'Other' })];
    for (let day = 1; day <= 30; day += 1)
      world.log.add(activity(world.nowMs - day * DAY, { events: other }));
    expect(world.export({ eventName: 'authorize' })).toMatchObject(added(30));
    expect(world.export({ appName: '' })).toMatchObject(added(30, 0));
    expect(world.export({ appName: 'Other' })).toMatchObject(added(0));
  });

  test('with a filter that Google does not apply, exports only what matches', () => {
    const world = exported();
    world.log.filters = false;
    world.log.add(
      activity(world.nowMs - 1, { events: [event('authorize', { app_name: 'Other' })] }),
    );
    expect(world.export()).toMatchObject(added(0));
  });

  test('into a sheet that was deleted adds everything again', () => {
    const world = exported();
    world.sheet.grid = null;
    expect(world.export()).toMatchObject(added(50));
  });

  test('leaves deleted rows of last week deleted, until the whole log is compared', () => {
    const world = exported(200);
    world.sheet.grid?.splice(1, 5);
    expect(world.export()).toMatchObject(added(0));
    expect(world.export({ isWhole: true })).toMatchObject(added(5, 5));
  });
});

describe('a person may', () => {
  const world = (): World => {
    const made = new World();
    made.addEvents(20, HOUR);
    made.export();
    return made;
  };

  test.each<[string, (grid: string[][]) => unknown]>([
    ['sort the rows', (grid) => grid.splice(1, 99, ...grid.slice(1).reverse())],
    ['reword descriptions', (grid) => grid.forEach((row, i) => i && (row[4] = `seen ${i}`))],
    ['shorten scopes', (grid) => grid.forEach((row, i) => i && (row[6] = 'calendar'))],
    ['write notes beside the rows', (grid) => grid.forEach((row) => row.push('', 'note'))],
    ['leave gaps between rows', (grid) => grid.splice(7, 0, [], [])],
    ['insert a column', (grid) => grid.forEach((row) => row.splice(3, 0, 'mine'))],
    ['move the date to the end', (grid) => grid.forEach((row) => row.push(row.shift()!))],
    ['add spaces', (grid) => grid.forEach((row) => (row[2] = ` ${row[2]} `))],
  ])('%s, and no event has a second row', (_, change) => {
    const changed = world();
    change(changed.sheet.grid!);
    expect(changed.export()).toMatchObject(added(0));
    changed.log.add(activity(changed.nowMs - MINUTE));
    expect(changed.export()).toMatchObject(added(1));
    expect(changed.export({ isWhole: true })).toMatchObject(added(0));
  });

  test.each([
    ['a blank row', [[]]],
    ['blank rows and a title', [['Our log'], [], ['', '', 'of 2026']]],
  ])('put %s above the headings, and exports go on below', (_, above) => {
    const changed = world();
    changed.sheet.grid!.unshift(...above);
    const { length } = changed.sheet.grid!;
    changed.log.add(activity(changed.nowMs - MINUTE));
    expect(changed.export()).toMatchObject(added(1));
    expect(changed.sheet.grid).toHaveLength(length + 1);
    expect(changed.export({ isWhole: true })).toMatchObject(added(0));
  });

  test('sort the rows while Tandem reads them, and no event has a second row', () => {
    const changed = world();
    changed.log.add(activity(changed.nowMs - MINUTE));
    changed.sheet.readings = 0;
    changed.sheet.beforeReading = (number) => {
      if (number === 3)
        changed.sheet.grid!.splice(1, 99, ...changed.sheet.grid!.slice(1).reverse());
    };
    expect(changed.export()).toMatchObject(added(1));
    expect(changed.sheet.below()).toHaveLength(21);
  });

  test('move rows all the time, and nothing is added before they have finished', () => {
    const changed = world();
    changed.sheet.beforeReading = () =>
      changed.sheet.grid!.splice(1, 99, ...changed.sheet.grid!.slice(1).reverse());
    changed.log.add(activity(changed.nowMs - MINUTE));
    expect(changed.export()).toMatchObject({ kind: 'failed', failure: { kind: 'stale-etag' } });
    expect(changed.sheet.below()).toHaveLength(20);
  });

  test.each<[string, string[], object]>([
    ['rename a heading', ['Date', 'Client'], { missing: ['Application ID'], twice: [] }],
    ['have one twice', ['Date', 'Application ID', 'date'], { missing: ['Application name'] }],
  ])('%s, and it is named', (_, headings, faults) => {
    const changed = world();
    changed.sheet.grid![0]!.splice(0, headings.length, ...headings);
    expect(changed.export()).toMatchObject({ kind: 'other-headings', ...faults });
  });

  test('insert a column, and new rows keep to their headings', () => {
    const changed = world();
    changed.sheet.grid!.forEach((row) => row.splice(3, 0, 'mine'));
    changed.log.add(activity(changed.nowMs - MINUTE));
    changed.export();
    const last = changed.sheet.below().slice(-1)[0]!;
    expect([last[0], last[3], last[4]]).toEqual(['2026-03-02T07:59:00.000Z', '', 'Grant']);
  });

  test.each<[string, (row: string[]) => unknown]>([
    ['a date', (row) => (row[0] = 'today')],
    ['an address', (row) => (row[5] = 'Anna')],
    ['every cell', (row) => row.fill('mine', 0, 8)],
  ])('change %s of the last three days, and the event is not added again', (_, edit) => {
    const changed = world();
    edit(changed.sheet.grid![20]!);
    expect(changed.export()).toMatchObject(added(0));
    expect(changed.export({ isWhole: true })).toMatchObject(added(0));
  });
});

describe('two events that are alike in every cell', () => {
  const at = (world: World): number => world.nowMs - MINUTE;

  test('are two rows, and each stays the row of its own event [Inv17]', () => {
    const world = new World();
    world.log.add(activity(at(world)));
    world.log.add(activity(at(world)));
    expect(world.export()).toMatchObject(added(2));
    const [kept] = world.sheet.grid!.splice(1, 1);
    expect(world.export()).toMatchObject(added(1));
    expect(world.sheet.grid!.slice(1)).toContainEqual(kept);
  });

  test('are told apart although somebody edited the row of the first [Inv17]', () => {
    const world = new World();
    world.log.add(activity(at(world)));
    world.export();
    world.sheet.grid![1]![5] = 'Anna';
    world.log.add(activity(at(world)));
    expect(world.export()).toMatchObject(added(1));
    expect(world.export({ isWhole: true })).toMatchObject(added(0));
  });
});

describe('a sheet without keys', () => {
  /** As exported before there were keys, or after somebody deleted their column. */
  const keyless = (): World => {
    const made = new World();
    made.addEvents(20, HOUR);
    made.log.add(activity(made.nowMs - HOUR));
    made.export();
    made.sheet.grid = made.sheet.grid!.map((row) => row.slice(0, 8));
    return made;
  };

  test('gets them by its cells, once, and the export says so [Inv17]', () => {
    const world = keyless();
    const before = world.sheet.below().map((row) => [...row]);
    world.log.add(activity(world.nowMs - MINUTE));
    expect(world.export()).toMatchObject({ place: { hadNoKeys: true }, ...added(1) });
    expect(world.sheet.grid![0]).toEqual([...HEADINGS, KEY_HEADING]);
    expect(new Set(world.sheet.grid!.map((row) => row[8])).size).toBe(23);
    expect(world.sheet.below().slice(0, 21)).toEqual(before);
    world.sheet.grid!.forEach((row, index) => index > 0 && row.fill('mine', 0, 8));
    expect(world.export({ isWhole: true })).toMatchObject({
      place: { hadNoKeys: false },
      ...added(0),
    });
  });

  test('keeps old rows without keys, and they are recognized by their cells', () => {
    const world = new World();
    world.addEvents(30, DAY);
    world.export();
    world.sheet.grid = world.sheet.grid!.map((row) => row.slice(0, 8));
    world.export();
    expect(world.sheet.grid.filter((row) => (row[8] ?? '') === '').length).toBeGreaterThan(20);
    expect(world.export({ isWhole: true })).toMatchObject(added(0));
    expect(world.sheet.below()).toHaveLength(30);
  });

  const granting = (world: World, scope: string) =>
    activity(world.nowMs - MINUTE, { events: [event('authorize', { scope: [scope] })] });

  test.each([
    ['earlier', 0],
    ['later', 1],
  ])('in which the %s of two events that differ in their scopes was edited has both', (_, at) => {
    const world = new World();
    const grants = ['scope.one', 'scope.two'].map((scope) => granting(world, scope));
    world.log.add(grants[at]!);
    world.export();
    world.sheet.grid = world.sheet.grid!.map((row) => row.slice(0, 8));
    world.sheet.grid[1]![6] = 'mine';
    world.log.add(grants[1 - at]!);
    world.export({ isWhole: true });
    expect(world.sheet.below().map((row) => row[6])).toEqual(['mine', 'scope.one', 'scope.two']);
    expect(world.export({ isWhole: true })).toMatchObject(added(0));
  });

  test('that has a copy of a row, made by somebody, lacks no event that only resembles it', () => {
    const world = new World();
    world.log.add(granting(world, 'scope.one'));
    world.export();
    world.sheet.grid!.push(world.sheet.grid![1]!.slice(0, 8));
    world.log.add(granting(world, 'scope.two'));
    expect(world.export({ isWhole: true })).toMatchObject(added(1));
    expect(world.export({ isWhole: true })).toMatchObject(added(0));
  });

  test('because its heading was changed keeps all rows, and no event has a second one', () => {
    const world = new World();
    world.addEvents(20, HOUR);
    world.export();
    world.sheet.grid![0]![8] = 'Number';
    const before = world.sheet.grid!.slice(1).map((row) => [...row]);
    expect(world.export({ isWhole: true })).toMatchObject({
      place: { hadNoKeys: true },
      ...added(0),
    });
    expect(world.export({ isWhole: true })).toMatchObject(added(0));
    expect(world.sheet.grid!.slice(1).map((row) => row.slice(0, 9))).toEqual(before);
  });

  test('that is sorted at that moment gives no row the key of another', () => {
    const world = keyless();
    const sort = () => world.sheet.grid!.splice(1, 99, ...world.sheet.grid!.slice(1).reverse());
    world.sheet.beforeChange = (change) => change === 'addColumn' && sort();
    expect(world.export({ isWhole: true })).toMatchObject(added(0));
    const keyed = world.sheet.grid!.slice(1).filter((row) => row[8] !== '');
    expect(keyed.every((row) => row[8]!.includes(row[0]!))).toBe(true);
    expect(world.export({ isWhole: true })).toMatchObject(added(0));
    expect(world.sheet.below()).toHaveLength(21);
  });
});

describe('somebody who moves a column while rows are added', () => {
  const moves: Readonly<Record<string, (grid: string[][]) => unknown>> = {
    'inserts one at the front': (grid) => grid.forEach((row) => row.unshift('')),
    'inserts one in the middle': (grid) => grid.forEach((row) => row.splice(4, 0, '')),
    'moves the date to the end': (grid) => grid.forEach((row) => row.push(row.shift()!)),
    'deletes the hidden one': (grid) => grid.forEach((row) => row.splice(8, 1)),
  };

  const moving = (move: string): World => {
    const world = new World();
    world.addEvents(20, HOUR);
    world.export();
    world.addEvents(3, MINUTE);
    let isDone = false;
    world.sheet.beforeChange = (change) => {
      if (change !== 'append' || isDone) return;
      isDone = true;
      moves[move]!(world.sheet.grid!);
    };
    return world;
  };

  const isWhole = (world: World): void => {
    const [headings = [], ...rows] = world.sheet.grid!;
    const [date, name] = ['Date', 'Event'].map((heading) => headings.indexOf(heading));
    expect(rows.map((row) => row[date!]).sort()).toEqual(
      world.log.entries.map((entry) => entry.activity.id.time).sort(),
    );
    expect(rows.every((row) => row[name!] === 'Grant')).toBe(true);
  };

  test.each(Object.keys(moves))('%s: each row ends in its columns', (move) => {
    const world = moving(move);
    expect(world.export()).toMatchObject({ kind: 'complete', ...added(3) });
    isWhole(world);
    expect(world.export({ isWhole: true })).toMatchObject(added(0));
  });

  test.each(Object.keys(moves))(
    '%s, and Tandem is ended there: the next export mends it',
    (move) => {
      const world = moving(move);
      world.sheet.kill = { append: 2, when: 'after' };
      expect(() => world.export()).toThrow();
      world.export();
      isWhole(world);
    },
  );

  test('does so all the time, and is told that nothing was added', () => {
    const world = moving('inserts one in the middle');
    world.sheet.beforeChange = (change) =>
      change === 'append' && moves['inserts one in the middle']!(world.sheet.grid!);
    expect(world.export()).toMatchObject({
      kind: 'failed',
      failure: { kind: 'stale-etag' },
      ...added(0),
    });
    world.sheet.beforeChange = () => undefined;
    expect(world.export()).toMatchObject(added(3));
    isWhole(world);
  });
});

describe('a log that is too long for one export', () => {
  test('is exported slice by slice, and the next export continues one that ran out of time [TI12]', () => {
    const world = new World();
    world.log.pageSize = 10;
    world.addEvents(400, 5 * HOUR);
    world.log.beforePage = () => {
      world.nowMs += 1;
      spent += 1;
      return null;
    };
    let spent = 0;
    let goes = 0;
    let last;
    do {
      spent = 0;
      world.leftMs = () => Math.max(0, 12 - spent);
      last = world.export();
      goes += 1;
      expect(last.kind).not.toBe('failed');
    } while (last.kind === 'continues' && goes < 100);
    expect(last.kind).toBe('complete');
    expect(goes).toBeGreaterThan(3);
    expect(world.sheet.below()).toHaveLength(400);
    expect(world.dates()).toEqual([...world.dates()].sort());
  });

  test('of the last three days gets what comes late, though an export stopped after its time', () => {
    const world = new World();
    world.log.pageSize = 10;
    world.addEvents(400, 10 * MINUTE);
    let spent = 0;
    world.log.beforePage = () => {
      spent += 1;
      return null;
    };
    world.leftMs = () => Math.max(0, 12 - spent);
    let last = world.export();
    for (let goes = 0; goes < 50 && world.dates().length === 0; goes += 1) {
      spent = 0;
      last = world.export();
    }
    expect(last.kind).toBe('continues');
    world.log.add(activity(world.nowMs - 399.5 * 10 * MINUTE));
    world.leftMs = () => 20_000;
    expect(world.export().kind).toBe('complete');
    expect(world.sheet.below()).toHaveLength(401);
  });

  test('is compared with the rows of both edges of a slice [Inv17]', () => {
    const world = new World();
    world.addEvents(3, HOUR);
    world.export();
    const opened = openRows(world.sheet);
    if (!opened.ok || opened.value.kind !== 'rows') throw new Error('No rows.');
    const [first, middle, last] = world.dates() as [string, string, string];
    const datesOf = (from: string, to: string) => {
      const rows = opened.value.kind === 'rows' ? opened.value.rows.between(from, to) : null;
      return rows?.ok ? rows.value.map(({ cells: [date] }) => date) : null;
    };
    expect(datesOf(middle, middle)).toEqual([middle]);
    expect(datesOf(first, last)).toEqual([first, middle, last]);
  });

  test('is searched on several pages for the name that was meant [H25]', () => {
    const world = new World();
    world.log.pageSize = 10;
    world.log.add(activity(world.nowMs - DAY));
    const other = [event('authorize', { app_name: 'Another' })];
    for (let i = 1; i <= 25; i += 1)
      world.log.add(activity(world.nowMs - i * MINUTE, { events: other }));
    expect(world.export({ appName: '“tandem”' })).toMatchObject({
      kind: 'complete',
      filter: { appName: APP },
      ...added(1),
    });
  });

  test('is exported in rows of at most 5,000 a request', () => {
    const world = new World();
    const events = Array.from({ length: 13 }, () => event('activity'));
    for (let i = 1; i <= 1000; i += 1) world.log.add(activity(world.nowMs - i * HOUR, { events }));
    expect(world.export()).toMatchObject({ kind: 'complete', ...added(13_000) });
    expect(world.sheet.appends).toBe(3);
  });

  test('of 100,000 rows takes 101 reads and 20 writes where a trigger has the time', () => {
    const world = new World();
    world.leftMs = () => 330_000 - 500 * world.log.queries.length - 6_000 * world.sheet.appends;
    for (let i = 1; i <= 100_000; i += 1) world.log.add(activity(world.nowMs - i * MINUTE));
    expect(world.export()).toMatchObject({ kind: 'complete', ...added(100_000) });
    expect(world.log.queries.length).toBeLessThanOrEqual(101);
    expect(world.sheet.appends).toBe(20);
  });

  test('that is continued begins with a slice no larger than what fitted before', () => {
    const world = new World();
    for (let i = 1; i <= 90_000; i += 1) world.log.add(activity(world.nowMs - i * MINUTE));
    let goes = 0;
    let began = 0;
    const spent = () => world.log.queries.length - began;
    world.leftMs = () => Math.max(0, 30_000 - 500 * spent());
    let kind = '';
    const begins: (string | null)[] = [];
    do {
      began = world.log.queries.length;
      kind = world.export().kind;
      begins.push(world.log.queries[began]!.to);
      goes += 1;
    } while (kind === 'continues' && goes < 20);
    expect(kind).toBe('complete');
    expect(world.sheet.below()).toHaveLength(90_000);
    expect(begins.slice(1, -1)).not.toContain(null);
    expect(begins.length).toBeGreaterThan(2);
  });

  test('is left between requests when time is up, and the next export continues', () => {
    const world = new World();
    const events = Array.from({ length: 13 }, () => event('activity'));
    for (let i = 1; i <= 1000; i += 1) world.log.add(activity(world.nowMs - i * HOUR, { events }));
    world.leftMs = () => (world.sheet.appends > 1 ? 0 : 1);
    expect(world.export()).toMatchObject({ kind: 'continues', upTo: null, ...added(10_000) });
    world.leftMs = () => 1;
    expect(world.export()).toMatchObject({ kind: 'complete', ...added(3_000, 0) });
  });

  test('gets a little further even with no time at all', () => {
    const world = new World();
    world.leftMs = () => 0;
    world.addEvents(5);
    expect(world.export()).toMatchObject({ kind: 'complete', ...added(5) });
  });

  test('of one moment is read to its end', () => {
    const world = new World();
    world.log.pageSize = 10;
    let left = 100;
    world.leftMs = () => (left -= 1);
    for (let i = 0; i < 200; i += 1) world.log.add(activity(world.nowMs - 5 * DAY));
    expect(world.export()).toMatchObject({ kind: 'complete', ...added(200) });
  });
});

test('old events are found in a long log whose newest pages contain nothing that matches', () => {
  const world = new World();
  world.log.pageSize = 10;
  const other = { events: [event('authorize', { app_name: 'Other' })] };
  for (let i = 1; i <= 90; i += 1) world.log.add(activity(world.nowMs - i * HOUR, other));
  for (let i = 1; i <= 9; i += 1) world.log.add(activity(world.nowMs - (60 + i) * DAY));
  let left = 1000;
  world.leftMs = () => (left *= 0.99);
  world.log.filters = false;
  const { log } = world;
  const page = log.page.bind(log);
  log.page = (query, pageToken) => {
    const answer = page(query, pageToken);
    if (!answer.ok) return answer;
    const items = answer.value.items.filter((one) => JSON.stringify(one).includes(APP));
    return { ok: true, value: { ...answer.value, items } };
  };
  expect(world.export()).toMatchObject({ kind: 'complete', ...added(9) });
});

describe('an export that fails', () => {
  test('writes nothing when a page is missing', () => {
    const world = new World();
    world.log.pageSize = 10;
    world.addEvents(30);
    const failure = { kind: 'unavailable', message: 'Backend Error' } as const;
    world.log.beforePage = (number) => (number === 2 ? failure : null);
    expect(world.export()).toMatchObject({ kind: 'failed', failure, ...added(0) });
    expect(world.sheet.below()).toEqual([]);
  });

  test.each([true, false])(
    'in the middle of writing (written: %s) is completed by the next',
    (happens) => {
      const world = new World();
      const events = Array.from({ length: 8 }, () => event('activity'));
      for (let i = 1; i <= 900; i += 1) world.log.add(activity(world.nowMs - i * HOUR, { events }));
      const failure = { kind: 'timed-out', service: 'sheets' } as const;
      world.sheet.refusal = { append: 2, failure, happens };
      expect(world.export()).toMatchObject({ kind: 'failed', failure, ...added(5_000) });
      expect(world.export()).toMatchObject({ kind: 'complete', ...added(happens ? 0 : 2_200) });
      expect(world.sheet.below()).toHaveLength(7_200);
    },
  );

  test.each([1, 2, 3])('to read the sheet (reading %i) adds nothing', (reading) => {
    const world = new World();
    world.addEvents(5);
    world.export();
    world.addEvents(1);
    const before = [...world.sheet.below()];
    world.sheet.readings = 0;
    world.sheet.readRefusal = { reading, failure: REFUSED };
    expect(world.export()).toMatchObject({ kind: 'failed', failure: REFUSED, ...added(0) });
    expect(world.sheet.below()).toEqual(before);
  });

  test('to open the file does not even read the log', () => {
    const world = new World();
    world.sheet.fileRefusal = { kind: 'workbook-in-trash', workbook: 'file-1' };
    expect(world.export()).toMatchObject({ kind: 'failed', failure: world.sheet.fileRefusal });
    expect(world.log.queries).toEqual([]);
  });

  test('to save its mark reads more the next time, and adds nothing twice', () => {
    const world = new World();
    world.addEvents(5);
    world.store.values.set('filler', 'x'.repeat(500 * 1024));
    expect(world.export().kind).toBe('complete');
    expect(world.export()).toMatchObject(added(0));
    expect(world.log.queries.map(({ from }) => from)).toEqual([null, null]);
  });
});
