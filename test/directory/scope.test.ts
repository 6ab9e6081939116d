import fc from 'fast-check';
import {
  EVERYONE,
  isWithin,
  lostUnit,
  partOf,
  type Parts,
  type Scope,
} from '../../src/directory/scope';
import { countUnits, scopeWords } from '../../src/directory/scope-actions';
import { readScope, writtenParts, type TypedScope } from '../../src/directory/typed-scope';
import { filled, Desk } from './desk';
import { aUser, users } from './people';

const NOBODY: Parts = { units: [], people: [] };

const scopeOf = (
  takesPart: Partial<Parts>,
  except: Partial<Parts> = {},
  leavers: Scope['leavers'] = 'stay',
): Scope => ({
  takesPart: { ...NOBODY, ...takesPart },
  except: { ...NOBODY, ...except },
  leavers,
});

const named = (id: string) => ({ id, email: `${id}@example.com` });

const isIn = (id: string, orgUnitPath: string, scope: Scope): boolean =>
  partOf({ id, orgUnitPath }, scope).isIn;

describe('who takes part', () => {
  test.each([
    ['everyone', EVERYONE, '/Sales', true],
    ['an org unit, for somebody in it', scopeOf({ units: ['/Sales'] }), '/Sales', true],
    ['an org unit, for somebody below it', scopeOf({ units: ['/Sales'] }), '/Sales/North', true],
    ['an org unit, whatever its case', scopeOf({ units: ['/SALES'] }), '/sales/North', true],
    ['an org unit, for its namesake', scopeOf({ units: ['/Sales'] }), '/Salespeople', false],
    ['an org unit, for somebody at the top', scopeOf({ units: ['/Sales'] }), '/', false],
    ['an exception below', scopeOf({ units: ['/'] }, { units: ['/Sales'] }), '/Sales/North', false],
    [
      'part of an exception',
      scopeOf({ units: ['/', '/Sales/North'] }, { units: ['/Sales'] }),
      '/Sales/North',
      true,
    ],
    [
      'the same unit on both sides',
      scopeOf({ units: ['/Sales'] }, { units: ['/Sales'] }),
      '/Sales',
      false,
    ],
    ['a person by name', scopeOf({ people: [named('u')] }), '/Elsewhere', true],
    [
      'a person by name, in a unit that is an exception',
      scopeOf({ units: ['/'], people: [named('u')] }, { units: ['/Sales'] }),
      '/Sales',
      true,
    ],
    ['an exception by name', scopeOf({ units: ['/'] }, { people: [named('u')] }), '/', false],
    [
      'a person on both sides',
      scopeOf({ people: [named('u')] }, { people: [named('u')] }),
      '/',
      false,
    ],
  ])('%s [TC5, TC7, D21]', (_what, scope, unit, expected) => {
    expect(isIn('u', unit, scope)).toBe(expected);
  });

  test('somebody at the top takes part only where the top, or they, are named [D20]', () => {
    const { orgUnitPath: _, ...atTop } = aUser('u');
    expect(partOf(atTop, scopeOf({ units: ['/'] })).isIn).toBe(true);
    expect(partOf(atTop, scopeOf({ units: ['/Sales'] })).isIn).toBe(false);
  });

  const names = fc.constantFrom('a', 'b', 'c');
  const paths = fc.array(names, { maxLength: 3 }).map((parts) => `/${parts.join('/')}`);
  const parts = fc.record({
    units: fc.uniqueArray(paths, { maxLength: 3 }),
    people: fc.subarray([named('u'), named('v')]),
  });

  test('the nearest of the units above somebody decides, whatever the order of the lines', () => {
    fc.assert(
      fc.property(parts, parts, paths, (takesPart, except, path) => {
        const scope = scopeOf(takesPart, except);
        const turned = scopeOf(
          { units: [...takesPart.units].reverse(), people: [...takesPart.people].reverse() },
          { units: [...except.units].reverse(), people: [...except.people].reverse() },
        );
        const part = partOf({ id: 'w', orgUnitPath: path }, scope);
        expect(partOf({ id: 'w', orgUnitPath: path }, turned)).toEqual(part);
        const above = [...takesPart.units, ...except.units].filter((unit) => isWithin(path, unit));
        const longest = Math.max(0, ...above.map(({ length }) => length));
        expect(part.isIn).toBe(
          above.length > 0 &&
            !except.units.some((unit) => isWithin(path, unit) && unit.length === longest),
        );
      }),
    );
  });
});

describe('what an administrator types', () => {
  const all = [
    aUser('anna', { orgUnitPath: '/Sales/North', aliases: ['ann@example.com'] }),
    aUser('bert', { orgUnitPath: '/Sales' }),
    aUser('cleo', { orgUnitPath: '/' }),
    aUser('dora', { orgUnitPath: '/R, D; more' }),
  ];
  const typed = (more: Partial<TypedScope>): TypedScope => ({
    isEveryone: false,
    takesPart: '',
    except: '',
    leavers: 'stay',
    ...more,
  });

  test.each([
    ['/Sales', { units: ['/Sales'] }],
    [' /sales/ ', { units: ['/Sales'] }],
    ['/SALES/north', { units: ['/Sales/North'] }],
    ['/', { units: ['/'] }],
    ['/Sales\n/Sales\n', { units: ['/Sales'] }],
    ['/Sales, cleo@example.com', { units: ['/Sales'], people: [named('cleo')] }],
    ['/R, D; more\n/Sales', { units: ['/R, D; more', '/Sales'] }],
    ['Bert@Example.com', { people: [named('bert')] }],
    ['ann@example.com', { people: [named('anna')] }],
    [
      '/Sales, cleo@example.com; bert@example.com',
      {
        units: ['/Sales'],
        people: [named('cleo'), named('bert')],
      },
    ],
  ])('%j is understood', (takesPart, expected) => {
    expect(readScope(typed({ takesPart }), all)).toEqual({
      ok: true,
      value: scopeOf(expected),
    });
  });

  test.each([
    ['', 'Name the org units and people that take part, or choose everyone.'],
    ['/Slaes', 'Nobody is in the org unit /Slaes. Check its path under “Org units”.'],
    ['/Sal', 'Nobody is in the org unit /Sal. Check its path under “Org units”.'],
    ['ghost@example.com', 'Nobody in your Workspace has the address ghost@example.com.'],
    ['Sales', '“Sales” is neither an org unit, such as /Sales, nor an address.'],
    [
      Array.from({ length: 101 }, (_, index) => `/${index}`).join('\n'),
      'There are more than 100 lines. Name org units instead of people.',
    ],
  ])('%j gets a sentence, and nothing is taken from the line', (takesPart, problem) => {
    expect(readScope(typed({ takesPart }), all)).toEqual({ ok: false, failure: [problem] });
  });

  test('every line that means nobody is named, in both fields', () => {
    const read = readScope(typed({ takesPart: '/Nowhere\n/Sales', except: 'nobody' }), all);
    expect(read).toEqual({
      ok: false,
      failure: [expect.stringContaining('/Nowhere'), expect.stringContaining('“nobody”')],
    });
  });

  test('what is saved is shown as it could be typed again, with the addresses of today', () => {
    const parts = { units: ['/Sales'], people: [{ id: 'anna', email: 'former@example.com' }] };
    expect(writtenParts(parts, all)).toBe('/Sales\nanna@example.com');
    expect(readScope(typed({ takesPart: writtenParts(parts, all) }), all)).toEqual({
      ok: true,
      value: scopeOf({ units: ['/Sales'], people: [named('anna')] }),
    });
  });

  test('org units are counted with everybody below them', () => {
    expect(countUnits(all)).toEqual([
      { path: '/', people: 4 },
      { path: '/Sales', people: 2 },
      { path: '/R, D; more', people: 1 },
      { path: '/Sales/North', people: 1 },
    ]);
  });

  test('the Journal says it in a line', () => {
    expect(scopeWords(EVERYONE)).toBe('everyone');
    expect(
      scopeWords(
        scopeOf(
          { units: ['/Sales'] },
          { units: ['/Sales/North'], people: [named('u')] },
          'deactivate',
        ),
      ),
    ).toBe('/Sales, except /Sales/North, u@example.com; leavers are deactivated');
    expect(scopeWords(scopeOf({ people: ['a', 'b', 'c'].map(named) }))).toBe('3 people');
  });
});

test('a unit in which nobody is any more is found on either side', () => {
  const all = users(2).map((user) => ({ ...user, orgUnitPath: '/Sales' }));
  expect(lostUnit(all, scopeOf({ units: ['/', '/Sales'] }))).toBeNull();
  expect(lostUnit(all, scopeOf({ units: ['/Sold'] }))).toBe('/Sold');
  expect(lostUnit(all, scopeOf({ units: ['/'] }, { units: ['/Sales/North'] }))).toBe(
    '/Sales/North',
  );
});

describe('the choice of who takes part', () => {
  /** Twelve people: two in Sales, one in Sales/North, all others at the top. */
  const company = (page: Desk): Desk => {
    page.world.directory.people = users(12).map((user, index) => ({
      ...user,
      orgUnitPath: index < 2 ? '/Sales' : index === 2 ? '/Sales/North' : '/',
    }));
    return page;
  };
  const only = (takesPart: string, except = '', leavers = 'stay') => ({
    everyone: ['no'],
    takesPart: [takesPart],
    except: [except],
    leavers: [leavers],
  });
  const active = (page: Desk): string[] =>
    page.world.employees
      .all()
      .filter(({ isActive }) => isActive)
      .map(({ googleId }) => googleId!)
      .sort();

  test('a pilot comes in first, and everyone later [TA13, TC5]', () => {
    const page = company(new Desk());
    page.click('Who takes part');
    page.press('directory.tryWho', only('/Sales', '/Sales/North'));
    expect(page.says()).toContain('2 of 12 people');
    expect(page.world.employees.all()).toEqual([]);
    page.click('Save: 2 people take part');
    page.click('Bring 2 people in');
    page.world.run();
    expect(active(page)).toEqual(['g0001', 'g0002']);
    page.press('directory.show');
    page.click('Who takes part');
    page.press('directory.tryWho', { everyone: ['yes'] });
    page.click('Save: 12 people take part');
    expect(page.answer.notice).toBe('Saved. The next run does it.');
    page.world.run();
    expect(active(page)).toHaveLength(12);
  });

  test('those who no longer take part stay as they are, and are not written any more [C10]', () => {
    const page = company(new Desk());
    page.click('Look at what will happen');
    page.click('Bring 12 people in');
    page.world.run();
    page.press('directory.tryWho', only('/Sales'));
    expect(page.says()).toContain('does not take part any more');
    page.click('Save: 3 people take part');
    page.world.directory.people = page.world.directory.people.map((user) => ({
      ...user,
      name: { givenName: 'Renamed', familyName: user.id },
    }));
    page.world.run();
    expect(active(page)).toHaveLength(12);
    expect(
      page.world.employees.all().filter(({ givenName }) => givenName === 'Renamed'),
    ).toHaveLength(3);
  });

  test('… but an account that is suspended or gone is deactivated, whether it takes part or not', () => {
    const page = company(filled(12));
    company(page);
    page.press('directory.tryWho', only('/Sales'));
    page.click('Save: 3 people take part');
    const [first, second, ...rest] = [...page.world.directory.people].reverse();
    page.world.directory.people = [{ ...first!, suspended: true }, ...rest];
    page.world.run();
    expect(active(page)).not.toContain(first!.id);
    expect(active(page)).not.toContain(second!.id);
    expect(active(page)).toHaveLength(10);
  });

  test('where leavers are deactivated, they are named before Save, and the brake counts them', () => {
    const page = company(filled(12));
    company(page);
    page.press('directory.tryWho', only('/Sales', '', 'deactivate'));
    expect(page.says()).toContain('Deactivated, not deleted');
    expect(page.says()).toContain('Given g0012');
    page.click('Save: 3 people take part');
    expect(page.world.run()).toMatchObject({ failure: { kind: 'held' } });
    page.press('directory.show');
    page.click('Deactivate 9 people');
    page.world.run();
    expect(active(page)).toEqual(['g0001', 'g0002', 'g0003']);
  });

  test('a unit that is gone stops the sync and changes nothing', () => {
    const page = company(filled(12));
    company(page);
    page.press('directory.tryWho', only('/Sales', '', 'deactivate'));
    page.click('Save: 3 people take part');
    page.world.directory.people = page.world.directory.people.map((user) => ({
      ...user,
      orgUnitPath: user.orgUnitPath!.replace('/Sales', '/Selling'),
    }));
    expect(page.world.run()).toMatchObject({ failure: { kind: 'org-unit-lost', unit: '/Sales' } });
    expect(active(page)).toHaveLength(12);
    page.press('directory.show');
    expect(page.says()).toContain('Nobody is in /Sales any more');
    page.click('Who takes part');
    expect(page.says()).toContain('/Sales');
  });

  test('what was typed stays when a line means nobody, and Save saves only what was seen', () => {
    const page = company(filled(12));
    page.press('directory.tryWho', only('/Sales\nghost@example.com'));
    expect(page.says()).toContain('Nobody in your Workspace has the address ghost@example.com.');
    expect(page.says()).toContain('/Sales\\nghost@example.com');
    page.press('directory.saveWho', { seen: ['2026-01-01T00:00:00.000Z'] });
    expect(page.says()).toContain('This is no longer what you looked at.');
    page.world.run();
    expect(active(page)).toHaveLength(12);
  });

  test('“Why?” names the rule that keeps somebody out', () => {
    const page = company(new Desk());
    page.press('directory.tryWho', only('/Sales', '/Sales/North'));
    page.click('Save: 2 people take part');
    page.press('directory.why', { who: ['g0003@example.com'] });
    expect(page.says()).toContain(
      'Given g0003 (g0003@example.com) does not take part. They are in /Sales/North, which is an exception.',
    );
    page.press('directory.why', { who: ['g0009@example.com'] });
    expect(page.says()).toContain('Neither they nor an org unit above them is named.');
  });
});
