import { planHold, type Approval } from '../../src/directory/brakes';
import type { Employee, EmployeeContent } from '../../src/directory/employee';
import { plan } from '../../src/directory/plan';
import type { DirectoryUser } from '../../src/directory/ports';
import { aUser, theirs, users } from './people';

const anEmployee = (content: EmployeeContent, more: Partial<Employee> = {}): Employee => ({
  ...content,
  id: `e-${content.googleId ?? content.email}`,
  version: 'v1',
  isOurs: false,
  ...more,
});

const briefly = (listed: DirectoryUser[], employees: Employee[]) => {
  const { operations, leftOut } = plan(listed, employees);
  return {
    operations: operations.map(({ kind, content, ...rest }) => ({
      kind,
      content,
      ...('reason' in rest && rest.reason && { reason: rest.reason }),
    })),
    leftOut,
  };
};

const kinds = (listed: DirectoryUser[], employees: Employee[]): string[] =>
  plan(listed, employees).operations.map(({ kind }) => kind);

describe('one person', () => {
  test.each<[string, DirectoryUser, Employee | null, unknown[]]>([
    ['new is brought in', aUser('a'), null, [{ kind: 'insert', content: theirs('a') }]],
    ['who says the same on both sides is left alone', aUser('a'), anEmployee(theirs('a')), []],
    [
      'who was renamed is updated, in exactly what changed [TC11]',
      aUser('a', { primaryEmail: 'New.Name@example.com' }),
      anEmployee(theirs('a')),
      [{ kind: 'update', content: { email: 'new.name@example.com' } }],
    ],
    [
      'without a Google id is matched by address, in whatever case',
      aUser('a', { primaryEmail: 'A@Example.com' }),
      anEmployee(theirs('a', { googleId: null, email: 'a@eXample.com' })),
      [{ kind: 'link', content: { googleId: 'a', email: 'a@example.com' } }],
    ],
    [
      'suspended is deactivated [D6, TC10]',
      aUser('a', { suspended: true }),
      anEmployee(theirs('a')),
      [{ kind: 'deactivate', content: { isActive: false }, reason: 'suspended' }],
    ],
    [
      'archived is deactivated',
      aUser('a', { archived: true }),
      anEmployee(theirs('a')),
      [{ kind: 'deactivate', content: { isActive: false }, reason: 'archived' }],
    ],
    [
      'suspended no longer is reactivated, with what changed meanwhile',
      aUser('a', { orgUnitPath: '/Sales' }),
      anEmployee(theirs('a', { isActive: false })),
      [{ kind: 'reactivate', content: { orgUnitPath: '/Sales', isActive: true } }],
    ],
    [
      'whose state Google does not tell keeps the one they have',
      { id: 'a', primaryEmail: 'a@example.com', name: { familyName: 'a', givenName: 'Given' } },
      anEmployee(theirs('a', { isActive: false, orgUnitPath: '' })),
      [],
    ],
    [
      'has department, title, manager and phone of the primary kind [TC9]',
      aUser('a', {
        organizations: [{ title: 'Old' }, { primary: true, title: 'Lead', department: 'Sales' }],
        relations: [
          { type: 'assistant', value: 'x@example.com' },
          { type: 'manager', value: 'Boss@example.com' },
        ],
        phones: [
          { type: 'home', value: '1' },
          { type: 'work', value: '2' },
        ],
      }),
      anEmployee(theirs('a')),
      [
        {
          kind: 'update',
          content: { title: 'Lead', department: 'Sales', manager: 'boss@example.com', phone: '2' },
        },
      ],
    ],
    [
      'has the account’s other addresses, so that whoever is named by one of them is known',
      aUser('a', {
        aliases: ['Z@Example.com', 'a@example.com'],
        nonEditableAliases: ['a@alias.example'],
      }),
      anEmployee(theirs('a')),
      [{ kind: 'update', content: { aliases: 'a@alias.example, z@example.com' } }],
    ],
    [
      'has the spaces and control characters of a name made plain, so that no work system says it otherwise',
      aUser('a', { name: { givenName: ' Given\u0000\n', familyName: 'a' } }),
      anEmployee(theirs('a')),
      [],
    ],
  ])('%s', (_, user, employee, operations) => {
    expect(briefly([user], employee ? [employee] : []).operations).toEqual(operations);
  });
});

describe('who is gone from the directory', () => {
  const rest = users(3);

  test.each<[string, Partial<Employee>, string[]]>([
    ['is deactivated when they have a Google id', {}, ['deactivate']],
    ['is deactivated when Tandem made them', { googleId: null, isOurs: true }, ['deactivate']],
    ['is left alone when nobody ever matched them [TC18]', { googleId: null }, []],
    ['is left alone when they are inactive already', { isActive: false }, []],
  ])('%s', (_, more, expected) => {
    const others = rest.map(({ id }) => anEmployee(theirs(id)));
    expect(kinds(rest, [...others, anEmployee(theirs('left'), more)])).toEqual(expected);
  });

  test('is not who is listed but left out', () => {
    const nameless = aUser('a', { name: {} });
    expect(
      briefly([nameless, aUser('b')], [anEmployee(theirs('a')), anEmployee(theirs('b'))]),
    ).toEqual({
      operations: [],
      leftOut: [{ who: 'a@example.com', reason: 'no-name' }],
    });
    const ours = anEmployee(theirs('c', { googleId: null }), { isOurs: true });
    expect(kinds([aUser('c', { name: {} })], [ours])).toEqual([]);
  });
});

describe('an address that was given to somebody else', () => {
  test('leads the newcomer to nobody’s record: both are themselves [Att32]', () => {
    const before = anEmployee(theirs('old', { email: 'info@example.com' }));
    const newcomer = aUser('new', { primaryEmail: 'info@example.com' });
    expect(briefly([newcomer], [before]).operations).toEqual([
      { kind: 'deactivate', content: { isActive: false }, reason: 'gone' },
      { kind: 'insert', content: theirs('new', { email: 'info@example.com' }) },
    ]);
  });

  test('is taken from who held it before it is given on', () => {
    const before = anEmployee(theirs('old', { email: 'info@example.com' }));
    const newcomer = aUser('new', { primaryEmail: 'info@example.com' });
    expect(briefly([newcomer, aUser('old')], [before]).operations.map(({ kind }) => kind)).toEqual([
      'update',
      'insert',
    ]);
  });
});

describe('who is left out, with the reason', () => {
  test.each<[string, DirectoryUser[], Employee[], string]>([
    ['a user without a name', [aUser('a', { name: { givenName: ' ' } })], [], 'no-name'],
    ['a user without an address', [aUser('a', { primaryEmail: 'nobody' })], [], 'no-address'],
    [
      'a user who is listed twice, differently',
      [aUser('a'), aUser('a', { orgUnitPath: '/Sales' })],
      [],
      'told-twice',
    ],
    [
      'a person who stands twice in the work system',
      [aUser('a', { suspended: true })],
      [anEmployee(theirs('a')), anEmployee(theirs('a'), { id: 'copy' })],
      'several-employees',
    ],
    [
      'a first match that has two candidates',
      [aUser('a')],
      [
        anEmployee(theirs('a', { googleId: null })),
        anEmployee(theirs('a', { googleId: null }), { id: 'copy' }),
      ],
      'several-matches',
    ],
    [
      'a second record of somebody who is matched',
      [aUser('a')],
      [anEmployee(theirs('a')), anEmployee(theirs('a', { googleId: null }), { isOurs: true })],
      'second-row',
    ],
    [
      'somebody who was suspended before they ever came in',
      [aUser('a', { suspended: true })],
      [],
      'suspended-before',
    ],
  ])('%s', (_, listed, employees, reason) => {
    expect(briefly(listed, employees)).toEqual({
      operations: [],
      leftOut: [expect.objectContaining({ reason })],
    });
  });

  test('both of two users whose addresses differ only in case [Att33]', () => {
    const twins = [
      aUser('a', { primaryEmail: 'x@example.com' }),
      aUser('b', { primaryEmail: 'X@example.com' }),
    ];
    expect(briefly(twins, [])).toEqual({
      operations: [],
      leftOut: [
        { who: 'x@example.com', reason: 'same-address' },
        { who: 'x@example.com', reason: 'same-address' },
      ],
    });
  });

  test('nobody who was listed twice with the same words', () => {
    expect(kinds([aUser('a'), aUser('a')], [])).toEqual(['insert']);
  });
});

describe('the brakes', () => {
  const company = users(100);
  const employees = company.map(({ id }) => anEmployee(theirs(id)));
  const approval = (ids: readonly string[]): Approval => ({
    isBegun: true,
    allowance: {
      number: () => ids.length,
      uncovered: (_, all) => all.filter((id) => !ids.includes(id)),
    },
  });
  const held = (listed: DirectoryUser[], ids: readonly string[] = []) =>
    planHold(plan(listed, employees), approval(ids))?.kind ?? null;
  const suspended = (count: number) =>
    company.map((user, index) => (index < count ? { ...user, suspended: true } : user));

  test.each([
    ['ten of a hundred may be deactivated at once', suspended(10), null],
    ['eleven may not [Inv10, TC13]', suspended(11), 'too-many-deactivations'],
    ['ten of a hundred may be gone', company.slice(10), null],
    ['a listing that lacks eleven is not believed [D14]', company.slice(11), 'shrunken-listing'],
    ['an empty listing is never believed [D14]', [], 'empty-listing'],
  ])('%s', (_, listed, expected) => {
    expect(held(listed)).toBe(expected);
  });

  test.each([
    [9, null],
    [10, 'too-many-deactivations'],
  ])(
    '%s of 99 may be deactivated at once, or not: a tenth is not rounded up',
    (count, expected) => {
      const users = company
        .slice(0, 99)
        .map((user, index) => ({ ...user, suspended: index < count }));
      expect(planHold(plan(users, employees.slice(0, 99)), approval([]))?.kind ?? null).toBe(
        expected,
      );
    },
  );

  test('five are never too many in a small company', () => {
    const few = employees.slice(0, 8);
    const plans = [5, 6].map((gone) => planHold(plan(company.slice(gone, 8), few), approval([])));
    expect(plans).toMatchObject([null, { kind: 'shrunken-listing', missing: 6, active: 8 }]);
  });

  test('a go covers those who were seen, and nobody else', () => {
    const seen = employees.slice(0, 20).map(({ id }) => id);
    expect(held(suspended(20), seen)).toBe(null);
    expect(held(suspended(31), seen)).toBe('too-many-deactivations');
  });

  test('no go covers an empty listing', () => {
    const everybody = employees.map(({ id }) => id);
    expect(held([], everybody)).toBe('empty-listing');
  });

  test('nothing at all happens before a person has looked [TA13]', () => {
    expect(planHold(plan(company, []), { ...approval([]), isBegun: false })).toEqual({
      kind: 'first-run',
    });
  });
});
