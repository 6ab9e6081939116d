import { createHash } from 'node:crypto';
import {
  activityOfEntry,
  activityPatch,
  activityVersion,
  entryOfActivity,
  type ActivityContent,
} from '../../src/calendar/entry/activity';
import { sameEntry } from '../../src/calendar/entry/fields';
import { anEntry, aPolicy, at } from './world';

const { types } = aPolicy();
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

test('a private entry becomes an activity of type Personal where there is one [S21]', () => {
  const secret = anEntry({ private: true });
  expect(activityOfEntry(secret, types).typeId).toBe('personal');
  expect(activityOfEntry(secret, { ...types, personalId: null }).typeId).toBe('meeting');
});

test('all others get the default type, and keep the type they are given later [S22]', () => {
  expect(activityOfEntry(anEntry(), types).typeId).toBe('meeting');
  expect(activityPatch(anEntry({ title: 'New' }), ['title'], types)).toEqual({ name: 'New' });
  expect(activityPatch(anEntry(), ['private'], types)).toEqual({ typeId: 'meeting' });
});

test.each([
  ['timed', anEntry({ notes: 'a\nb', location: 'Room 1', busy: false, status: 'tentative' })],
  ['of whole days', anEntry({ when: { kind: 'all-day', start: '2026-03-29', end: '2026-03-30' } })],
  ['without a title', anEntry({ title: '' })],
  ['private', anEntry({ private: true })],
])('an entry %s comes back as it went', (_kind, entry) => {
  expect(sameEntry(entryOfActivity(activityOfEntry(entry, types), aPolicy()) as never, entry)).toBe(
    true,
  );
});

test('a nameless entry has a name in the work system only', () => {
  expect(activityOfEntry(anEntry({ title: '' }), types).name).toBe('(no title)');
});

test('local time is in the activity’s zone, or in the person’s if it has none [D13]', () => {
  const content: ActivityContent = {
    ...activityOfEntry(anEntry(), types),
    start: '2026-03-02T09:00',
  };
  expect(entryOfActivity(content, aPolicy())).toMatchObject({
    when: { start: at('2026-03-02T09:00') },
  });
  expect(entryOfActivity({ ...content, zone: '' }, aPolicy())).toMatchObject({
    when: { start: at('2026-03-02T09:00') },
  });
});

test('the version tells content apart, and not the order of its fields', () => {
  const content = activityOfEntry(anEntry(), types);
  const turned = Object.fromEntries(
    Object.entries(content).reverse(),
  ) as unknown as ActivityContent;
  expect(activityVersion(turned, hash)).toBe(activityVersion(content, hash));
  expect(activityVersion({ ...content, notes: 'x' }, hash)).not.toBe(
    activityVersion(content, hash),
  );
});
