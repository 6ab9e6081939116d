import { previewOf } from '../../src/calendar/sync/preview';
import { calendarSettings, DEFAULT_SETTINGS, policyOf } from '../../src/calendar/settings';
import { prospect } from '../../src/calendar/sync/sync';
import { previewListCard } from '../../src/calendar/panel/preview-card';
import { CALENDAR } from '../../src/calendar/panel/action-names';
import { Desk } from './desk';
import { ALLOWED, anEntry, crowd, NOW, World, ZONE } from './world';

test('a preview counts and names what would happen, and writes nothing', () => {
  const world = new World();
  crowd(7).forEach((entry) => world.addEvent(entry));
  crowd(2).forEach((entry) => world.addActivity(entry));
  world.addActivity(anEntry({ title: 'Only at work' }));
  world.google.put({ ...world.google.live()[6]!, recurrence: ['RRULE:FREQ=HOURLY'] });
  const found = prospect(world.ports, { policy: world.policy, approved: ALLOWED });
  expect(found.ok && previewOf(found.value.planned, NOW)).toMatchObject({
    google: {
      create: { count: 1, examples: [{ title: 'Only at work', start: '2026-03-02T09:00:00' }] },
    },
    work: { create: { count: 4 }, update: { count: 0 }, delete: { count: 0 } },
    joined: { count: 2 },
    leftOut: [{ reason: 'finer-than-days', count: 1 }],
  });
  expect(world.writes()).toBe(0);
  expect(world.links.table.size).toBe(0);
});

test('a preview begins with what lasts all day today, which is not over, and ends with what is', () => {
  const world = new World();
  const day = (title: string, start: string, end: string) =>
    world.addActivity(anEntry({ title, when: { kind: 'all-day', start, end } }));
  day('Today', '2026-03-01', '2026-03-02');
  day('Yesterday', '2026-02-28', '2026-03-01');
  world.addActivity(anEntry({ title: 'Tomorrow' }));
  const found = prospect(world.ports, { policy: world.policy, approved: ALLOWED });
  const preview = found.ok && previewOf(found.value.planned, '2026-03-01T14:00:00');
  expect(preview && preview.google.create.examples.map(({ title }) => title)).toEqual([
    'Today',
    'Tomorrow',
    'Yesterday',
  ]);
});

test('what is kept in step is listed by a run that writes nothing, and found again by title or day; private entries have a time alone', () => {
  const desk = new Desk();
  const ann = desk.company.add('ann');
  crowd(7).forEach((entry) => ann.addEvent(entry));
  ann.addEvent(anEntry({ title: 'Dentist', private: true }));
  const press = (name: 'kept' | 'lookAhead' | 'start', inputs: Record<string, string[]> = {}) =>
    JSON.stringify(desk.press(ann.email, CALENDAR[name], inputs).card);
  press('lookAhead');
  desk.company.run();
  press('start');
  desk.company.run();
  expect(desk.says(ann.email)).toContain('Show all');
  expect(press('kept')).toContain('Show all has it within about a minute');
  const before = ann.writes();
  desk.company.run();
  expect(ann.writes()).toBe(before);
  const all = press('kept');
  expect(all).toContain('Kept in step');
  expect(all).toContain('Private');
  expect(all).not.toContain('Dentist');
  const found = press('kept', { page: ['0'], find: ['dentist'] });
  expect(found).toContain('0 found of');
  expect(press('kept', { page: ['0'], find: ['private'] })).toContain('1 found of');
});

describe('settings', () => {
  const known = [
    { id: 't', name: 'Task', isTask: true, isDefault: false, isPersonal: false },
    { id: 'p', name: 'Personal', isTask: false, isDefault: false, isPersonal: true },
    { id: 'm', name: 'Meeting', isTask: false, isDefault: true, isPersonal: false },
  ];
  const person = { email: 'ann@example.com', addresses: ['ann@example.com'], zone: ZONE };

  test('come back as they were saved, and nothing else does', () => {
    const saved = JSON.parse(JSON.stringify(DEFAULT_SETTINGS)) as unknown;
    expect(calendarSettings.decode(saved, 1)).toEqual(DEFAULT_SETTINGS);
    expect(calendarSettings.decode({ ...DEFAULT_SETTINGS, winner: 'nobody' }, 1)).toBeNull();
    expect(calendarSettings.decode('off', 1)).toBeNull();
  });

  test('make a policy with the work system’s own types, project tasks never among those synced [S4, S19, S22]', () => {
    expect(policyOf(DEFAULT_SETTINGS, known, person, { now: NOW })?.types).toEqual({
      synced: ['p', 'm'],
      tasks: ['t'],
      defaultId: 'm',
      personalId: 'p',
    });
    const chosen = { ...DEFAULT_SETTINGS, types: { kind: 'chosen', ids: ['m', 't'] } } as const;
    expect(policyOf(chosen, known, person, { now: NOW })?.types.synced).toEqual(['m']);
    expect(policyOf(DEFAULT_SETTINGS, known.slice(0, 1), person, { now: NOW })).toBeNull();
  });
});

test('a long list is searched by title or day, and tells only the times of private entries', () => {
  const world = new World();
  crowd(30).forEach((entry) => world.addEvent(entry));
  world.addEvent(anEntry({ title: 'Dentist', private: true }));
  world.addEvent(anEntry({ title: 'Board meeting' }));
  const found = prospect(world.ports, { policy: world.policy, approved: ALLOWED });
  if (!found.ok) throw new Error('no plan');
  const saved = {
    plannedAt: NOW,
    preview: previewOf(found.value.planned, NOW),
    hold: null,
    privateEvents: 'full',
    audience: null,
    same: '',
    failure: null,
  } as const;
  const says = (find: string): string =>
    JSON.stringify(previewListCard(saved, { list: 'work.create', page: 0, find }));
  expect(says('board')).toContain('1 found of 32 entries');
  expect(says('board')).toContain('Board meeting');
  expect(says('2 March')).toContain('32 found of 32 entries');
  expect(says('dentist')).toContain('0 found of 32 entries');
  expect(JSON.stringify(saved)).not.toContain('Dentist');
  expect(says('')).toContain('Next (page 2 of 2)');
});
