// Somebody whom an administrator connected: what runs do for them, and what they never read (D24).
import { listPath } from '../../src/google/calendar-requests';
import { connectionBook } from '../../src/calendar/runner/connection-book';
import { stranger } from '../../src/calendar/runner/stranger';
import { had } from '../worksystem/workbook-of';
import { Company, MINUTE_MS } from './company';
import { anEntry, crowd } from './world';

const BY = 'boss@example.com';

/** Ann, with three entries of her own and two appointments, connected by an administrator; no run has come yet. */
function connected() {
  const company = new Company();
  company.settings = { ...company.settings, whoConnects: 'administrators' };
  const ann = company.add('ann');
  const own = crowd(3).map((entry) => ann.addEvent(entry));
  ann.addActivity(anEntry({ title: 'Client A' }));
  ann.addActivity(anEntry({ title: 'Client B' }));
  had(
    company.connections.save([
      {
        ...stranger(ann),
        state: 'on',
        consentedAt: company.at(),
        connected: { by: BY, toldAt: null },
      },
    ]),
  );
  return { company, ann, own };
}

const titled = (says: readonly string[], title: string): number =>
  says.filter((text) => text.includes(title)).length;

test('nothing is written before the person has been told, and they are told once', () => {
  const { company, ann } = connected();
  company.mailFailure = { kind: 'daily-limit', service: 'Mail' };
  company.run();
  expect(ann.writes()).toBe(0);
  expect(company.connections.rows.get(ann.userId)).toMatchObject({ failure: 'daily-limit' });
  company.mailFailure = null;
  company.run();
  company.run();
  expect(company.told).toEqual([`${ann.email} by ${BY}`]);
  expect(titled(ann.googleSays(), 'Client')).toBe(2);
  expect(company.connections.rows.get(ann.userId)).toMatchObject({ failure: null });
});

test('of what they enter themselves no more than an id is read, and nothing is written anywhere', () => {
  const { company, ann, own } = connected();
  for (let run = 0; run < 3; run += 1) {
    own.push(ann.addEvent(anEntry({ title: `Secret ${run}` })));
    company.run();
  }
  expect(own.filter((id) => ann.google.read.has(id))).toEqual([]);
  expect(ann.work.written).toEqual([]);
  expect(titled(ann.workSays(), 'Secret')).toBe(0);
});

test('a run without changes makes one call to Google, and writes nothing', () => {
  const { company, ann } = connected();
  company.run();
  company.run();
  company.calls.clear();
  const [writes, saves] = [ann.writes(), company.connections.saves];
  company.run();
  expect([...company.calls]).toEqual([[ann.email, 1]]);
  expect([ann.writes(), company.connections.saves]).toEqual([writes, saves]);
});

test('when they end it and have the copies removed, their own entries stay unread, and it is their decision for good', () => {
  const { company, ann, own } = connected();
  company.run();
  company.wish(ann.email, { kind: 'off', copies: 'remove' });
  company.run();
  company.run();
  expect(titled(ann.googleSays(), 'Client')).toBe(0);
  expect(ann.googleSays()).toHaveLength(3);
  expect(own.filter((id) => ann.google.read.has(id))).toEqual([]);
  const row = company.connections.rows.get(ann.userId);
  expect([row?.state, row?.connected]).toEqual(['off', undefined]);
});

test('once they turn on their own sync everything goes both ways, and no copy is made twice', () => {
  const { company, ann } = connected();
  company.run();
  company.turnOn(ann);
  company.run();
  company.run();
  expect(ann.googleSays()).toEqual(ann.workSays());
  expect(ann.googleSays()).toHaveLength(5);
  expect(company.connections.rows.get(ann.userId)?.connected).toBeUndefined();
});

test('what they see before they turn it on themselves is the sync both ways', () => {
  const { company, ann } = connected();
  company.run();
  company.wish(ann.email, { kind: 'preview' });
  company.run();
  const saved = company.previews.of(ann.userId, company.clock.nowMs);
  expect(saved?.preview.work.create.count).toBe(3);
  expect(ann.work.written).toEqual([]);
});

test('a meeting of theirs is nothing that the work system has of them, so a guest has a copy of their own', () => {
  const { company, ann } = connected();
  const isSynced = () => had(connectionBook(company.connections)).synced().has(ann.email);
  company.run();
  expect(isSynced()).toBe(false);
  company.turnOn(ann);
  company.run();
  expect(isSynced()).toBe(true);
});

test('where the organization no longer allows it, the next run ends it, keeps the copies, and tells them', () => {
  const { company, ann } = connected();
  company.run();
  company.settings = { ...company.settings, whoConnects: 'person' };
  company.later(MINUTE_MS);
  company.run();
  expect(company.connections.rows.get(ann.userId)).toMatchObject({ state: 'off', failure: null });
  expect(titled(ann.googleSays(), 'Client')).toBe(2);
  expect(company.board.status(ann.userId)?.failure?.heading).toContain('ended the connection');
});

test('Google is asked for ids and marks alone, in a first listing and in later ones', () => {
  for (const cursor of [null, 'token']) {
    const path = decodeURIComponent(
      listPath({ cursor, from: '2026-03-02T00:00:00.000Z', extent: 'marks' }, 'q'),
    );
    expect(path).toContain(
      'items(id,etag,status,recurringEventId,updated,extendedProperties/private)',
    );
    expect(path).not.toMatch(/summary|description|location|start\(|attendees|organizer/);
  }
});
