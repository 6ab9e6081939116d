// Every change of an organization's record becomes a line of the Journal, with what was before.
import { decisionsIn } from '../../src/app/noted-tenants';
import { paused } from '../../src/install/stop';
import type { Tenant } from '../../src/install/tenant';

const ANNA = { userId: '101', email: 'anna@acme.example' };
const BEN = { userId: '102', email: 'ben@acme.example' };

const TENANT: Tenant = {
  customerId: 'C0001',
  domain: 'acme.example',
  syncAccount: ANNA,
  deputy: null,
  workbookId: 'book',
  finalizedAt: '2026-03-02T08:00:00.000Z',
  isCalendarOn: false,
  everyMinutes: 1,
  stop: null,
};

const CASES: readonly (readonly [string, Partial<Tenant>, readonly string[]])[] = [
  ['nothing that people decide', { everyMinutes: 60 }, []],
  [
    'another sync account',
    { syncAccount: BEN },
    ['Sync account: Changed: anna@acme.example → ben@acme.example.'],
  ],
  [
    'the sync account under a new address',
    { syncAccount: { ...ANNA, email: 'anna@new.example' } },
    ['Sync account: Has another address: anna@acme.example → anna@new.example.'],
  ],
  ['a deputy', { deputy: BEN }, ['Deputy: Changed: nobody → ben@acme.example.']],
  [
    'the organization’s switch',
    { isCalendarOn: true },
    ['Calendar sync: Turned on for the whole organization.'],
  ],
  ['a pause', { stop: paused(0) }, ['Tandem: Was paused for the whole organization.']],
  [
    'another workbook',
    { workbookId: 'other' },
    ['Workbook: Another workbook is used from now on.'],
  ],
];

test.each(CASES)('the Journal tells of %s', (_, change, lines) => {
  const told = decisionsIn(TENANT, { ...TENANT, ...change });
  expect(told.map(({ title, change: words }) => `${title}: ${words}`)).toEqual(lines);
});

test('the Journal tells who finalized what', () => {
  expect(decisionsIn(null, TENANT)).toEqual([
    { title: 'Installation', change: 'Finalized. The sync account is anna@acme.example.' },
  ]);
});
