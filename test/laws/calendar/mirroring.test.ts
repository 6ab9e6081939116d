import fc from 'fast-check';
import type { Change, Present } from '../../../src/calendar/entry/change';
import type { Entry } from '../../../src/calendar/entry/entry';
import type { Link } from '../../../src/calendar/entry/link';
import type { Operation } from '../../../src/calendar/sync/operations';
import { plan } from '../../../src/calendar/sync/plan';
import { aPolicy } from '../../calendar/world';
import { entries } from './arbitraries';
import { runsOf } from '../runs-of';

test('swapped sides plan the mirrored operations, at most one conflict a pair [Inv5]', () => {
  const change = (id: string): fc.Arbitrary<Change | null> =>
    fc.oneof(
      fc.constant(null),
      fc.constant({ kind: 'gone' as const, id }),
      entries.map((entry): Present => aPresent(id, entry)),
    );
  fc.assert(
    fc.property(
      entries,
      change('1'),
      change('1'),
      fc.constantFrom('google' as const, 'work' as const),
      (base, one, other, winner) => {
        const planned = plan(
          listOf(one),
          listOf(other),
          [aLink(base)],
          aPolicy({ winner }),
        ).operations;
        const mirrored = plan(listOf(other), listOf(one), [aLink(base)], {
          ...aPolicy(),
          winner: winner === 'google' ? 'work' : 'google',
        }).operations;
        expect(planned.length).toBeLessThanOrEqual(1);
        expect(mirrored.map(mirror)).toEqual(planned.map(shape));
      },
    ),
    runsOf(500),
  );
});

const listOf = (change: Change | null): Change[] => (change ? [change] : []);

const aPresent = (id: string, entry: Entry): Present => ({
  kind: 'present',
  id,
  version: 'new',
  entry,
  slot: null,
  origin: null,
  writable: true,
  unsent: null,
  updatedAt: null,
  createdAt: null,
});

const aLink = (base: Entry): Link => ({
  google: { id: '1', version: 'old' },
  work: { id: '1', version: 'old' },
  base,
  origin: 'google',
  generation: 1,
  oneWay: false,
  behind: false,
});

const fieldsOf = (operation: Operation, side: 'google' | 'work') =>
  operation.kind === 'update' ? (operation[side]?.fields ?? null) : null;

const shape = (operation: Operation): unknown => [
  operation.kind,
  'on' in operation ? operation.on : null,
  fieldsOf(operation, 'google'),
  fieldsOf(operation, 'work'),
  operation.kind === 'update' ? (operation.conflict?.fields ?? null) : null,
];

const mirror = (operation: Operation): unknown => [
  operation.kind,
  'on' in operation ? (operation.on === 'google' ? 'work' : 'google') : null,
  fieldsOf(operation, 'work'),
  fieldsOf(operation, 'google'),
  operation.kind === 'update' ? (operation.conflict?.fields ?? null) : null,
];
