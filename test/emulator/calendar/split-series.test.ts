import { splitSeries } from '../../../emulator/workspace/calendar/split-series';
import { findPrincipal } from '../../../emulator/workspace/directory/accounts';
import type { Caller } from '../../../emulator/workspace/caller';
import { ANNA, BEN } from '../../support/small-company';
import { hands, handsOf, ids, refusal, series, type Answer, type Hands } from './hands';

const by = (person: Hands, email: string): Caller => ({
  principal: findPrincipal(person.workspace.state.directory, email)!,
  scopes: new Set(['https://www.googleapis.com/auth/calendar']),
  clientId: 'google',
  projectNumber: null,
  applicationName: 'Google',
  impersonated: false,
  cause: 'person',
  ipAddress: null,
});
const split = (person: Hands, eventId: string, change: object | null, email = ANNA) =>
  splitSeries(person.workspace, by(person, email), {
    calendarId: 'primary',
    eventId,
    change: change as never,
    sendUpdates: 'none',
  });
const days = (person: Hands, id: string): string[] =>
  person
    .instances(id)
    .items.map(({ start }: Answer) => (start.dateTime ?? start.date).slice(8, 10));

test('this and following: the old series ends before, a new one begins there', () => {
  const anna = hands(ANNA);
  const { id } = anna.insert({
    ...series('FREQ=DAILY;COUNT=5'),
    attendees: [{ email: BEN, responseStatus: 'accepted' }],
  });
  const later = split(anna, `${id}_20260304T080000Z`, { summary: 'Later' })!;
  expect(later).toBe(`${id}_R20260304T080000`);
  expect(anna.get(id).recurrence).toEqual(['RRULE:FREQ=DAILY;UNTIL=20260304T075959Z']);
  expect(anna.get(later)).toMatchObject({
    summary: 'Later',
    iCalUID: `${later}@google.com`,
    recurrence: ['RRULE:FREQ=DAILY;COUNT=3'],
  });
  expect([days(anna, id), days(anna, later)]).toEqual([
    ['02', '03'],
    ['04', '05', '06'],
  ]);
  expect(handsOf(anna.workspace, BEN).get(later).attendees[0].responseStatus).toBe('accepted');
});

test.each([
  [
    'a start that the rule does not name',
    ['RRULE:FREQ=DAILY;BYDAY=TU,WE,TH;COUNT=3'],
    ['02', '03'],
    ['04', '05'],
  ],
  [
    'a date that is excluded',
    ['RRULE:FREQ=DAILY;COUNT=4', 'EXDATE:20260303T080000Z'],
    ['02'],
    ['04', '05'],
  ],
])('the later part has what is left of COUNT, with %s', (_, recurrence, before, after) => {
  const anna = hands(ANNA);
  const { id } = anna.insert({ ...series('FREQ=DAILY'), recurrence });
  const later = split(anna, `${id}_20260304T080000Z`, {})!;
  expect([days(anna, id), days(anna, later)]).toEqual([before, after]);
});

test('an all-day series ends on the day before', () => {
  const anna = hands(ANNA);
  const { id } = anna.insert({
    start: { date: '2026-03-02' },
    end: { date: '2026-03-03' },
    recurrence: ['RRULE:FREQ=WEEKLY;UNTIL=20260401'],
  });
  const later = split(anna, `${id}_20260316`, { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=1'] })!;
  expect(later).toBe(`${id}_R20260316`);
  expect([days(anna, id), days(anna, later)]).toEqual([['02', '09'], ['16']]);
});

test('exceptions before the cut stay, those after it are lost', () => {
  const anna = hands(ANNA);
  const { id } = anna.insert(series('FREQ=DAILY;COUNT=5'));
  for (const day of ['03', '05'])
    anna.patch(`${id}_202603${day}T080000Z`, { summary: `Special ${day}` });
  const later = split(anna, `${id}_20260304T080000Z`, {})!;
  const summaries = (series: string) =>
    anna.instances(series).items.map(({ summary }: Answer) => summary);
  expect(summaries(id)).toEqual(['Series', 'Special 03']);
  expect(summaries(later)).toEqual(['Series', 'Series', 'Series']);
});

test('deleting this and following leaves what came before', () => {
  const anna = hands(ANNA);
  const { id } = anna.insert(series('FREQ=DAILY'));
  expect(split(anna, `${id}_20260304T080000Z`, null)).toBeNull();
  expect(days(anna, id)).toEqual(['02', '03']);
});

test('a split of a split has an id made from that of the first series', () => {
  const anna = hands(ANNA);
  const { id } = anna.insert(series('FREQ=DAILY;COUNT=6'));
  const second = split(anna, `${id}_20260304T080000Z`, {})!;
  expect(split(anna, `${second}_20260306T080000Z`, {})).toBe(`${id}_R20260306T080000`);
  expect(ids(anna.list().items)).toHaveLength(3);
});

test('cut at its first occurrence the old series is gone', () => {
  const anna = hands(ANNA);
  const { id } = anna.insert(series('FREQ=DAILY;COUNT=2'));
  split(anna, `${id}_20260302T080000Z`, {});
  expect(anna.get(id).status).toBe('cancelled');
});

test('a guest cannot split a series', () => {
  const anna = hands(ANNA);
  const { id } = anna.insert({ ...series('FREQ=DAILY'), attendees: [{ email: BEN }] });
  expect(refusal(() => split(anna, `${id}_20260304T080000Z`, {}, BEN))).toMatchObject({
    reason: 'forbiddenForNonOrganizer',
  });
});
