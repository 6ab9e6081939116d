import type { Change, Present } from '../../src/calendar/entry/change';
import type { Entry } from '../../src/calendar/entry/entry';
import type { Link } from '../../src/calendar/entry/link';
import type { Operation } from '../../src/calendar/sync/operations';
import { plan } from '../../src/calendar/sync/plan';
import type { Policy } from '../../src/calendar/entry/policy';
import { anEntry, aPolicy, at } from './world';

const aLink = (changes: Partial<Link> = {}): Link => ({
  google: { id: 'g', version: '1' },
  work: { id: 'w', version: '1' },
  base: anEntry(),
  origin: 'google',
  generation: 1,
  oneWay: false,
  behind: false,
  ...changes,
});

const aPresent = (id: string, entry: Entry, changes: Partial<Present> = {}): Present => ({
  kind: 'present',
  id,
  version: '2',
  entry,
  slot: null,
  origin: null,
  writable: true,
  unsent: null,
  updatedAt: null,
  createdAt: null,
  ...changes,
});

const gone = (id: string): Change[] => [{ kind: 'gone', id }];
const says = (id: string, fields: Partial<Entry>, changes: Partial<Present> = {}): Change[] => [
  aPresent(id, anEntry(fields), changes),
];

const planned = (
  google: Change[],
  work: Change[],
  { link = aLink(), ...policy }: Partial<Policy> & { link?: Link } = {},
): readonly Operation[] => plan(google, work, [link], aPolicy(policy)).operations;

/** What an operation does, as a short sentence. */
const told = (operation: Operation): string => {
  switch (operation.kind) {
    case 'create':
      return `make anew in ${operation.on}`;
    case 'delete':
      return `delete in ${operation.on}`;
    case 'update':
      return (['google', 'work'] as const)
        .flatMap((side) =>
          operation[side] ? [`${side}: ${operation[side].fields.join(', ')}`] : [],
        )
        .concat(operation.conflict ? [`conflict: ${operation.conflict.fields.join(', ')}`] : [])
        .join('; ');
    default:
      return operation.kind;
  }
};

describe('a pair', () => {
  test.each([
    ['same', [], 'same', [], []],
    ['same', [], 'changed', says('w', { title: 'New' }), ['google: title']],
    ['same', [], 'gone', gone('w'), ['delete in google']],
    ['changed', says('g', { title: 'New' }), 'same', [], ['work: title']],
    [
      'changed',
      says('g', { title: 'New' }),
      'changed',
      says('w', { notes: 'Cake' }),
      ['google: notes; work: title'],
    ],
    ['changed', says('g', { title: 'New' }), 'gone', gone('w'), ['make anew in work']],
    ['gone', gone('g'), 'same', [], ['delete in work']],
    ['gone', gone('g'), 'changed', says('w', { title: 'New' }), ['make anew in google']],
    ['gone', gone('g'), 'gone', gone('w'), ['unlink']],
  ])(
    'that is %s in Google and %5$s where it is %3$s at work',
    (_g, google, _w, work, operations) => {
      expect(planned(google, work).map(told)).toEqual(operations);
    },
  );

  test.each([
    ['the same field', { title: 'A' }, { title: 'B' }, 'google', 'work: title; conflict: title'],
    ['the same field', { title: 'A' }, { title: 'B' }, 'work', 'google: title; conflict: title'],
    ['the same field alike', { title: 'A' }, { title: 'A' }, 'google', 'link'],
    [
      'one field both and one each',
      { title: 'A', notes: 'N' },
      { title: 'B', location: 'L' },
      'work',
      'google: title, location; work: notes; conflict: title',
    ],
  ] as const)('whose sides changed %s, %s wins [D1]', (_case, google, work, winner, operation) => {
    expect(planned(says('g', google), says('w', work), { winner }).map(told)).toEqual([operation]);
  });

  test('that both changed keeps the newest where both sides can say when [D1]', () => {
    const early = { updatedAt: '2026-03-01T10:00:00Z' };
    const late = { updatedAt: '2026-03-01T12:00:00+01:00' };
    const winner = (google: Partial<Present>, work: Partial<Present>): unknown => {
      const [operation] = planned(
        says('g', { title: 'A' }, google),
        says('w', { title: 'B' }, work),
        {
          winner: 'newest',
        },
      );
      return operation?.kind === 'update' && operation.conflict?.winner;
    };
    expect(winner(early, late)).toBe('work');
    expect(winner(late, early)).toBe('google');
    expect(winner(late, late)).toBe('google');
    expect(winner(early, { updatedAt: null })).toBe('google');
  });

  test('whose version alone is new is remembered, and no calendar is written [Inv3]', () => {
    expect(planned(says('g', {}), []).map(told)).toEqual(['link']);
    expect(planned(says('g', { title: 'Any' }, { version: '1' }), [])).toEqual([]);
  });

  test('whose event changed in nothing that travels is still deleted when its activity is', () => {
    expect(planned(says('g', {}), gone('w'))).toMatchObject([
      { kind: 'delete', on: 'google', at: { id: 'g', version: '2' } },
    ]);
  });

  test('keeps start and end together: they are one field', () => {
    const moved = {
      kind: 'timed',
      start: at('2026-03-02T11:00'),
      end: at('2026-03-02T12:00'),
    } as const;
    const longer = {
      kind: 'timed',
      start: at('2026-03-02T09:00'),
      end: at('2026-03-02T10:30'),
    } as const;
    expect(planned(says('g', { when: moved }), says('w', { when: longer })).map(told)).toEqual([
      'work: when; conflict: when',
    ]);
  });

  test('takes its guests to the work system, and never back [D10]', () => {
    const participants = [{ email: 'bob@example.com', response: 'accepted' }] as const;
    expect(planned(says('g', { participants }), []).map(told)).toEqual(['work: participants']);
    expect(planned([], says('w', { participants })).map(told)).toEqual(['link']);
  });

  test('keeps in Google what the work system cannot hold', () => {
    const held = ['title', 'when'] as const;
    expect(
      planned(says('g', { notes: 'N' }), says('w', { busy: false }), { held }).map(told),
    ).toEqual(['link']);
  });

  test('of a type that is no longer synced stays as it is, unless Google had it first [D4]', () => {
    const unsent = { unsent: 'type-not-synced' } as const;
    const link = aLink({ origin: 'work' });
    expect(planned([], says('w', { title: 'New' }, unsent), { link }).map(told)).toEqual(['leave']);
    expect(planned([], says('w', { title: 'New' }, unsent)).map(told)).toEqual(['google: title']);
    expect(planned(gone('g'), says('w', {}, unsent), { link }).map(told)).toEqual(['unlink']);
  });

  test('whose event may not be written goes one way', () => {
    const link = aLink({ oneWay: true });
    const shut = { writable: false };
    expect(planned([], says('w', { title: 'New' }), { link }).map(told)).toEqual(['link']);
    expect(planned([], gone('w'), { link }).map(told)).toEqual(['leave']);
    expect(planned(gone('g'), says('w', { title: 'New' }), { link }).map(told)).toEqual([
      'delete in work',
    ]);
    expect(
      planned(says('g', { busy: false }, shut), says('w', { busy: true, title: 'X' }), {
        link,
      }).map(told),
    ).toEqual(['work: busy']);
  });
});

describe('the details of a private event', () => {
  const ofGoogle = { version: '1', origin: { id: 'g', generation: 1 } };
  const secret = { title: 'Doctor', notes: 'Knee', location: 'Clinic', private: true };

  test.each(['busy', 'leave-out'] as const)(
    'go nowhere under the policy %s [Inv18]',
    (privateEvents) => {
      const pair = planned(says('g', secret), says('w', {}, ofGoogle), { privateEvents });
      const made = plan(says('g', secret), [], [], aPolicy({ privateEvents })).operations;
      expect(JSON.stringify([pair, made])).not.toMatch(/Doctor|Knee|Clinic/);
      expect(pair.map(told)).toEqual([
        privateEvents === 'busy' ? 'work: title, private' : 'delete in work',
      ]);
    },
  );

  test('wait where the row was not read: whose it is can be told only from it', () => {
    const pair = planned(says('g', secret), [], { privateEvents: 'leave-out' });
    expect(pair.map(told)).toEqual(['leave']);
  });

  test('are not overwritten by what stands in their place', () => {
    const link = aLink({ base: anEntry({ title: 'Busy', private: true }) });
    const changed = says('w', { title: 'Call', notes: 'Hm', private: true, busy: false });
    expect(planned([], changed, { link, privateEvents: 'busy' }).map(told)).toEqual([
      'google: busy',
    ]);
  });

  test('go along where the organization lets them, as type Personal [S21]', () => {
    expect(planned(says('g', secret), []).map(told)).toEqual([
      'work: title, private, location, notes',
    ]);
  });
});
