// Entries of both sides that are alike but not equal are asked about, and never joined by themselves (TF7).
import type { Entry } from '../../src/calendar/entry/entry';
import { CALENDAR } from '../../src/calendar/panel/action-names';
import { Desk } from './desk';
import { anEntry, aSeries, at } from './world';

const ANN = 'ann@example.com';

const from = (start: string, end: string): Pick<Entry, 'when'> => ({
  when: { kind: 'timed', start: at(start), end: at(end) },
});

/** The preview of somebody with these events and activities. */
function looking(events: readonly Entry[], activities: readonly Entry[]) {
  const desk = new Desk();
  const ann = desk.company.add('ann');
  events.forEach((entry) => ann.addEvent(entry));
  activities.forEach((entry) => ann.addActivity(entry));
  const press = (name: keyof typeof CALENDAR, inputs: Record<string, string> = {}) =>
    desk.press(
      ANN,
      CALENDAR[name],
      Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, [value]])),
    );
  press('lookAhead');
  desk.company.run();
  const near = () => desk.company.previews.of('u-ann', desk.company.clock.nowMs)!.preview.near;
  const start = () => {
    press('start');
    desk.company.run();
    desk.company.run();
  };
  return { desk, ann, press, near, start };
}

const NINE = from('2026-03-02T09:00', '2026-03-02T10:00');

test.each<[string, Partial<Entry>, Partial<Entry>, boolean]>([
  ['the same title, half an hour later', {}, from('2026-03-02T09:30', '2026-03-02T10:30'), true],
  ['the same title, on the day after', {}, from('2026-03-03T08:00', '2026-03-03T09:00'), true],
  ['the same title, two days later', {}, from('2026-03-04T09:00', '2026-03-04T10:00'), false],
  ['the same time, a longer title', { title: 'Review' }, { title: 'Review of Q1' }, true],
  ['the same time, other spelling', { title: 'Stand-up' }, { title: 'standup' }, true],
  ['the same time, half of the words', { title: 'Budget talk' }, { title: 'Talk: money' }, true],
  ['the same time, another title', { title: 'Review' }, { title: 'Lunch' }, false],
  ['the same time and no title', { title: '' }, { title: 'Lunch' }, false],
  [
    'another title and time',
    { title: 'Budget' },
    from('2026-03-02T11:00', '2026-03-02T12:00'),
    false,
  ],
  ['a private one', { private: true }, { title: 'Review of Q1' }, false],
  [
    'an event and a series',
    {},
    { title: 'Review of Q1', recurrence: aSeries('RRULE:FREQ=DAILY;COUNT=3') },
    false,
  ],
])('%s: asked about: %s', (_, event, activity, isAsked) => {
  const { near } = looking([anEntry({ ...NINE, ...event })], [anEntry({ ...NINE, ...activity })]);
  expect(near()).toHaveLength(isAsked ? 1 : 0);
});

describe('two entries that are alike', () => {
  const alike = () =>
    looking(
      [anEntry({ title: 'Review', location: 'Espoo' })],
      [anEntry({ title: 'Review of Q1', notes: 'Bring figures' })],
    );

  test('are both kept unless the person says that they are one', () => {
    const { ann, start, press } = alike();
    expect(JSON.stringify(press('near').card)).toContain('No, keep both');
    start();
    expect(ann.google.live()).toHaveLength(2);
    expect(ann.work.activities.size).toBe(2);
  });

  test('become one where the person says so: what only one has is kept, and the winner’s title', () => {
    const { desk, ann, start, press, near } = alike();
    const { mark } = near()[0]!;
    press('chooseNear', { mark, choice: 'one', page: '0' });
    expect(desk.says(ANN)).toContain('You said that 1 of them is one entry.');
    start();
    const [event] = ann.google.live();
    const [activity] = [...ann.work.activities.values()];
    expect(ann.google.live()).toHaveLength(1);
    expect(ann.work.activities.size).toBe(1);
    expect(activity!.name).toBe(event!.summary);
    expect(event).toMatchObject({ location: 'Espoo', description: 'Bring figures' });
    expect(activity).toMatchObject({ location: 'Espoo' });
    const before = ann.writes();
    desk.company.run();
    expect(ann.writes()).toBe(before);
  });

  test('stay two where the person took their answer back, and a mark of no pair joins nothing', () => {
    const { ann, start, press, near } = alike();
    const { mark } = near()[0]!;
    press('chooseNear', { mark, choice: 'one', page: '0' });
    press('chooseNear', { mark, choice: 'both', page: '0' });
    press('chooseNear', { mark: 'abcdef', choice: 'one', page: '0' });
    start();
    expect(ann.work.activities.size).toBe(2);
  });

  test('of which one is joined leave the others as they are', () => {
    const later = from('2026-03-02T14:00', '2026-03-02T15:00');
    const { ann, start, press, near } = looking(
      [anEntry({ title: 'Review' }), anEntry({ title: 'Lunch', ...later })],
      [anEntry({ title: 'Review of Q1' }), anEntry({ title: 'Lunch with Bo', ...later })],
    );
    press('chooseNear', { mark: near()[0]!.mark, choice: 'one', page: '0' });
    start();
    expect(ann.work.activities.size).toBe(3);
  });

  test('are asked about each once, the closest pair first', () => {
    const { near } = looking(
      [anEntry({ ...NINE })],
      [
        anEntry(from('2026-03-02T09:10', '2026-03-02T10:00')),
        anEntry(from('2026-03-02T12:00', '2026-03-02T13:00')),
      ],
    );
    expect(near().map(({ work }) => work.start)).toEqual(['2026-03-02T09:10:00']);
  });
});

test('hundreds of one title say nothing about which belongs to which: nobody is asked, and the others still are', () => {
  const many = (minute: number): Entry[] =>
    Array.from({ length: 101 }, (_, index) =>
      anEntry({
        title: 'Same',
        ...from(
          `2026-03-02T10:${String((index % 25) * 2 + minute).padStart(2, '0')}`,
          '2026-03-02T12:00',
        ),
      }),
    );
  const review = { title: 'Review', ...NINE };
  const { near } = looking(
    [...many(0), anEntry(review)],
    [...many(1), anEntry({ ...review, title: 'Review of Q1' })],
  );
  expect(near().map(({ google }) => google.title)).toEqual(['Review']);
});
