import { weekOf } from '../../src/availability/hours';

const [SUN, MON, TUE, WED, THU, FRI, SAT] = [0, 1, 2, 3, 4, 5, 6];

const read = (text: string): Record<number, readonly string[]> | null => {
  const week = weekOf(text);
  if (week === null) return null;
  return Object.fromEntries(
    week
      .map((parts, day) => [day, parts.map(({ start, end }) => `${start}-${end}`)] as const)
      .filter(([, parts]) => parts.length > 0),
  );
};

test.each([
  [
    'Mon-Wed 09:00-17:00',
    { [MON!]: ['09:00-17:00'], [TUE!]: ['09:00-17:00'], [WED!]: ['09:00-17:00'] },
  ],
  ['mon 9-12, 13-17:30', { [MON!]: ['09:00-12:00', '13:00-17:30'] }],
  ['Monday, Thursday 8.15–24', { [MON!]: ['08:15-24:00'], [THU!]: ['08:15-24:00'] }],
  [
    'Fri-Sun 10:00-14:00',
    { [FRI!]: ['10:00-14:00'], [SAT!]: ['10:00-14:00'], [SUN!]: ['10:00-14:00'] },
  ],
  ['Sat 10-12; Sat 12-14; Sat 9-11;', { [SAT!]: ['09:00-14:00'] }],
])('working hours “%s” are read', (text, week) => {
  expect(read(text)).toEqual(week);
});

test.each([
  [''],
  ['9-17'],
  ['Mon'],
  ['Mon-Fri'],
  ['Mo 9-17'],
  ['Mond 9-17x'],
  ['Monkey 9-17'],
  ['Mon 17-9'],
  ['Mon 9-9'],
  ['Mon 9-25'],
  ['Mon 9:60-17'],
  ['Mon 9-12-17'],
  ['Mon-Wed-Fri 9-17'],
  ['Mon 24:30-25:00'],
])('“%s” is no working hours', (text) => {
  expect(weekOf(text)).toBeNull();
});
