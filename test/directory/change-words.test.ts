import { changeWords } from '../../src/directory/change-words';
import type { Employee } from '../../src/directory/employee';
import { plan } from '../../src/directory/plan';
import { aUser, theirs } from './people';

const row = (more: Parameters<typeof theirs>[1] = {}, isOurs = true): Employee => ({
  ...theirs('anna', more),
  id: 'e1',
  version: '1',
  isOurs,
});

const words = (user: Parameters<typeof aUser>[1] | null, employee: Employee | null) =>
  plan(user === null ? [] : [aUser('anna', user)], employee === null ? [] : [employee])
    .operations.map(changeWords)
    .flat();

test.each([
  ['somebody new', {}, null, ['New from Google']],
  [
    'a new title',
    { organizations: [{ title: 'Lead' }] },
    row({ title: 'Developer' }),
    ['Title: Developer → Lead'],
  ],
  ['a title taken away', {}, row({ title: 'Developer' }), ['Title: Developer → (empty)']],
  [
    'a new name and address',
    { primaryEmail: 'anna.new@example.com', name: { givenName: 'Anna', familyName: 'New' } },
    row({ givenName: 'Anna', familyName: 'Old' }),
    ['Last name: Old → New', 'Email: anna@example.com → anna.new@example.com'],
  ],
  ['a suspension', { suspended: true }, row(), ['Deactivated: suspended in Google']],
  ['an archived account', { archived: true }, row(), ['Deactivated: archived in Google']],
  ['somebody who left', null, row(), ['Deactivated: no longer in Google']],
  [
    'a return to another unit',
    { orgUnitPath: '/Sales' },
    row({ isActive: false }),
    ['Active again', 'Org unit: / → /Sales'],
  ],
  [
    'a row that was there before',
    { orgUnitPath: '/Sales' },
    row({ googleId: null, orgUnitPath: '' }, false),
    ['Joined with the account in Google by its address', 'Org unit: (empty) → /Sales'],
  ],
])('%s is said in words', (_, user, employee, said) => {
  expect(words(user, employee)).toEqual(said);
});

test('a very long value does not fill the sheet', () => {
  const long = 'x'.repeat(300);
  const [said] = words({ organizations: [{ title: long }] }, row());
  expect(said!.length).toBeLessThan(110);
});
