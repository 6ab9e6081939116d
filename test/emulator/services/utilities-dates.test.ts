import { formatDate } from '../../../emulator/services/utilities/format-date';
import { parseDate } from '../../../emulator/services/utilities/parse-date';
import { inScript } from './in-script';

const NOW = Date.UTC(2026, 2, 2, 8);
const MS = Date.UTC(2001, 6, 4, 19, 8, 56, 235);

describe('Utilities.formatDate writes as SimpleDateFormat', () => {
  // The examples of Java's own documentation: 2001-07-04 12:08:56.235 in U.S. Pacific Time.
  test.each([
    ["yyyy.MM.dd G 'at' HH:mm:ss z", '2001.07.04 AD at 12:08:56 PDT'],
    ["EEE, MMM d, ''yy", "Wed, Jul 4, '01"],
    ['h:mm a', '12:08 PM'],
    ["hh 'o''clock' a, zzzz", "12 o'clock PM, Pacific Daylight Time"],
    ['K:mm a, z', '0:08 PM, PDT'],
    ['yyyyy.MMMMM.dd GGG hh:mm aaa', '02001.July.04 AD 12:08 PM'],
    ['EEE, d MMM yyyy HH:mm:ss Z', 'Wed, 4 Jul 2001 12:08:56 -0700'],
    ['yyMMddHHmmssZ', '010704120856-0700'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSZ", '2001-07-04T12:08:56.235-0700'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", '2001-07-04T12:08:56.235-07:00'],
    ["YYYY-'W'ww-u", '2001-W27-3'],
  ])('%s', (pattern, text) => {
    expect(formatDate(MS, 'America/Los_Angeles', pattern)).toBe(text);
  });

  test.each([
    ['Europe/Helsinki', 'HH:mm z Z X', '10:00 EET +0200 +02'],
    ['GMT+5:30', 'HH:mm z Z', '13:30 GMT+05:30 +0530'],
    ['UTC', 'k:mm X', '8:00 Z'],
    ['Nowhere/Else', 'HH:mm z', '08:00 GMT'],
    ['Asia/Tokyo', 'D w W F E EEEE', '61 10 1 1 Mon Monday'],
  ])('in the zone %s', (zone, pattern, text) => {
    expect(formatDate(NOW, zone, pattern)).toBe(text);
  });

  test.each([
    [Date.UTC(2026, 11, 27), '2027 1'],
    [Date.UTC(2026, 11, 26), '2026 52'],
    [Date.UTC(2026, 0, 3), '2026 1'],
  ])('the last week of a year belongs to the next when that begins in it', (ms, text) => {
    expect(formatDate(ms, 'UTC', 'YYYY w')).toBe(text);
  });
});

describe('Utilities.parseDate reads as SimpleDateFormat', () => {
  test.each([
    ['2026-03-02 10:00', 'Europe/Helsinki', 'yyyy-MM-dd HH:mm', NOW],
    ['20260302T080000Z', 'Europe/Helsinki', "yyyyMMdd'T'HHmmssX", NOW],
    ['2 March 26, 8:00 am', 'UTC', 'd MMMM yy, h:mm a', NOW],
    ['Mon, 2 Mar 2026 03:00:00 -0500', 'UTC', 'EEE, d MMM yyyy HH:mm:ss Z', NOW],
    ['12:30 AM', 'UTC', 'hh:mm a', 30 * 60_000],
    ['2026-02-30', 'UTC', 'yyyy-MM-dd', Date.UTC(2026, 2, 2)],
    ['01/01/47', 'UTC', 'dd/MM/yy', Date.UTC(1947, 0, 1)],
    ['01/01/46', 'UTC', 'dd/MM/yy', Date.UTC(2046, 0, 1)],
  ])('%s', (text, zone, pattern, ms) => {
    expect(parseDate(text, zone, pattern, NOW)).toBe(ms);
  });
});

test('dates are the script’s own', () => {
  expect(
    inScript(
      "const d = Utilities.parseDate('2026-03-02', 'UTC', 'yyyy-MM-dd'); return [d instanceof Date, Utilities.formatDate(d, Session.getScriptTimeZone(), 'HH:mm')]",
    ),
  ).toEqual([true, '02:00']);
});

test.each([
  [
    "Utilities.formatDate('2026', 'UTC', 'yyyy')",
    "The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
  ],
  [
    "Utilities.formatDate(undefined, 'UTC', 'yyyy')",
    "The parameters (null,String,String) don't match the method signature for Utilities.formatDate.",
  ],
  ["Utilities.formatDate(new Date(), 'UTC', 'bbb')", "Illegal pattern character 'b' (in bbb)"],
  ["Utilities.parseDate('x', 'UTC', 'yyyy')", 'Unparseable date: "x"'],
])('%s is refused', (code, words) => {
  expect(inScript(code)).toBe(`Exception: ${words}`);
});
