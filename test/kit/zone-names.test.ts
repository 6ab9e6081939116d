import { WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { namedZone } from '../../emulator/seed/calendar-file/zones';
import { zoneNamed } from '../../src/kit/zone-names';

test('Windows’ names mean what the .ics loader takes them for, all of them', () => {
  const names = [...new Set(WINDOWS_TO_IANA_MAP.map(({ windowsName }): string => windowsName))];
  expect(names.length).toBeGreaterThan(130);
  expect(names.map((name) => [name, zoneNamed(name)])).toEqual(
    names.map((name) => [name, namedZone(name)]),
  );
});

test.each([
  ['Europe/Helsinki', 'Europe/Helsinki'],
  ['europe/helsinki', 'Europe/Helsinki'],
  [' "Europe/Helsinki" ', 'Europe/Helsinki'],
  ['/freeassociation.sourceforge.net/Europe/Oslo', 'Europe/Oslo'],
  ['eastern standard time', 'America/New_York'],
  ['US/Eastern', 'US/Eastern'],
  ['us/eastern', 'America/New_York'],
  ['Asia/Calcutta', 'Asia/Calcutta'],
  ['EST5EDT', 'EST5EDT'],
  ['TURKEY', 'Europe/Istanbul'],
  ['CET', 'CET'],
  ['utc', 'UTC'],
  ['Z', 'UTC'],
  ['GMT+2', 'Etc/GMT-2'],
  ['UTC+02:00', 'Etc/GMT-2'],
  ['UTC -5', 'Etc/GMT+5'],
  ['UTC−05:00', 'Etc/GMT+5'],
  ['+0300', 'Etc/GMT-3'],
  ['GMT+5:30', 'Asia/Kolkata'],
  ['UTC+0', 'UTC'],
])('%j is the zone %s', (written, zone) => {
  expect(zoneNamed(written)).toBe(zone);
});

test.each([
  'Atlantis',
  'Helsinki',
  'Finland',
  'BST',
  'IST',
  'GMT+15',
  'UTC+2:17',
  '+',
  '2',
  '',
  '/',
  '__proto__',
])('%j is no zone: it is unknown, or more than one', (written) =>
  expect(zoneNamed(written)).toBeNull(),
);
