// Undoing what runs wrote, and taking the version that lost a conflict (TF29, TF17, D1).
import { CALENDAR } from '../../src/calendar/panel/action-names';
import { planPutBack, wantedOf, type There } from '../../src/calendar/sync/plan-put-back';
import type { Entry, Link, PastWrite } from '../../src/calendar/ports';
import { Desk } from './desk';
import { anEntry, aPolicy, aSeries } from './world';

const ANN = 'ann@example.com';

/** Somebody whose sync is on, with these events. */
function inStep(...entries: readonly Entry[]) {
  const one = new Desk();
  const ann = one.company.add('ann');
  const ids = entries.map((entry) => ann.addEvent(entry));
  one.press(ANN, CALENDAR.lookAhead);
  one.company.run();
  one.press(ANN, CALENDAR.start);
  one.company.run();
  one.company.run();
  const row = (name: string) =>
    [...ann.work.activities.values()].find((activity) => activity.name === name);
  const says = () => one.says(ANN);
  const run = () => one.company.run();
  const press = (name: keyof typeof CALENDAR, inputs: Record<string, string> = {}) =>
    one.press(
      ANN,
      CALENDAR[name],
      Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, [value]])),
    );
  /** What the last change on the card names to undo it. */
  const last = () => {
    const { run: of, id } = one.company.board.status('u-ann')!.changes[0]!.undo!;
    return { run: of, id };
  };
  /** Looks first, then says go. */
  const undo = (what: { run: string; id?: string }) => {
    press('lookBack', what);
    run();
    const seen = says();
    press('putBack', what);
    run();
    return seen;
  };
  const isQuiet = () => {
    run();
    const before = ann.writes();
    run();
    run();
    return ann.writes() === before;
  };
  return { one, ann, ids, row, says, run, press, last, undo, isQuiet };
}

describe('what Tandem changed', () => {
  test('is put back on both sides, after the person has seen it, and stays so', () => {
    const { ann, ids, row, last, undo, says, run, isQuiet } = inStep(anEntry({ title: 'Plan' }));
    ann.google.put({ ...ann.google.events.get(ids[0]!)!, summary: 'Plan B', location: 'Espoo' });
    run();
    expect(row('Plan B')).toMatchObject({ location: 'Espoo' });
    const seen = undo(last());
    expect(seen).toContain('Undo this?');
    expect(seen).toContain('Would be put back');
    expect(row('Plan')).toMatchObject({ location: '' });
    expect(ann.google.events.get(ids[0]!)).toMatchObject({ summary: 'Plan', location: '' });
    expect(says()).toContain('Undone');
    expect(isQuiet()).toBe(true);
  });

  test('by the work system is put back as well', () => {
    const { ann, ids, row, last, undo, run, isQuiet } = inStep(anEntry({ title: 'Plan' }));
    ann.work.edit(row('Plan')!.id, { name: 'Plan C' });
    run();
    expect(ann.google.events.get(ids[0]!)).toMatchObject({ summary: 'Plan C' });
    undo(last());
    expect(row('Plan')).toMatchObject({ name: 'Plan' });
    expect(ann.google.events.get(ids[0]!)).toMatchObject({ summary: 'Plan' });
    expect(isQuiet()).toBe(true);
  });

  test('and somebody has changed since stays as it is, which the person reads before and after', () => {
    const { ann, ids, row, last, undo, press, run, says } = inStep(anEntry({ title: 'Plan' }));
    ann.google.put({ ...ann.google.events.get(ids[0]!)!, summary: 'Plan B' });
    run();
    const what = last();
    ann.work.edit(row('Plan B')!.id, { name: 'Plan C' });
    expect(undo(what)).toContain('Somebody has changed it since. It stays as it is now.');
    expect(row('Plan C')).toMatchObject({ name: 'Plan C' });
    // Also when it changes after the person has seen that it could be put back.
    const later = last();
    press('lookBack', later);
    run();
    expect(says()).toContain('Would be put back');
    ann.google.put({ ...ann.google.events.get(ids[0]!)!, summary: 'Plan D' });
    press('putBack', later);
    run();
    expect(says()).toContain('Left as it is');
    expect(row('Plan D')).toMatchObject({ name: 'Plan D' });
  });

  test('is not put back by somebody who has not seen what would be', () => {
    const { ann, ids, row, last, press, run } = inStep(anEntry({ title: 'Plan' }));
    ann.google.put({ ...ann.google.events.get(ids[0]!)!, summary: 'Plan B' });
    run();
    press('putBack', last());
    run();
    expect(row('Plan B')).toMatchObject({ name: 'Plan B' });
  });
});

describe('a whole run', () => {
  const titles = Array.from({ length: 30 }, (_, index) => `Plan ${index}`);

  test('is undone although it is more than the brakes allow, because the person has approved it', () => {
    const { ann, ids, row, last, undo, run, isQuiet } = inStep(
      ...titles.map((title) => anEntry({ title })),
    );
    ids.forEach((id, index) =>
      ann.google.put({ ...ann.google.events.get(id)!, summary: `Other ${index}` }),
    );
    run();
    expect(row('Other 29')).toMatchObject({ name: 'Other 29' });
    undo({ run: last().run });
    expect(titles.every((title) => row(title))).toBe(true);
    expect(ids.map((id) => ann.google.events.get(id)!.summary)).toEqual(titles);
    expect(isQuiet()).toBe(true);
  });

  test('which made copies leaves them, and says why', () => {
    const { ann, row, press, run, one, says } = inStep(anEntry({ title: 'Plan' }));
    ann.addEvent(anEntry({ title: 'New' }));
    ann.work.edit(row('Plan')!.id, { name: 'Plan C' });
    run();
    const { run: of } = one.company.board.status('u-ann')!.changes.find(({ undo }) => undo)!.undo!;
    press('lookBack', { run: of });
    run();
    expect(says()).toContain('New: It was new, a copy of an entry that is still there');
    press('putBack', { run: of });
    run();
    expect(row('New')).toMatchObject({ name: 'New' });
    expect(row('Plan')).toMatchObject({ name: 'Plan' });
  });
});

describe('what was deleted', () => {
  test('at work, and so in Google, comes back under its own id in Google, and as a new row', () => {
    const { ann, ids, row, last, undo, run, isQuiet } = inStep(
      anEntry({ title: 'Plan', notes: 'Agenda' }),
    );
    ann.work.remove(row('Plan')!.id);
    run();
    run();
    expect(ann.google.events.get(ids[0]!)!.status).toBe('cancelled');
    undo(last());
    expect(ann.google.events.get(ids[0]!)!).toMatchObject({ status: 'confirmed', summary: 'Plan' });
    expect(row('Plan')).toMatchObject({ notes: 'Agenda' });
    expect(isQuiet()).toBe(true);
    expect(ann.work.activities.size).toBe(1);
  });

  test('in Google, and so at work, comes back the same way', () => {
    const { ann, ids, row, last, undo, run, isQuiet } = inStep(anEntry({ title: 'Plan' }));
    ann.google.remove(ids[0]!);
    run();
    expect(row('Plan')).toBeUndefined();
    undo(last());
    expect(ann.google.events.get(ids[0]!)!.status).toBe('confirmed');
    expect(row('Plan')).toMatchObject({ name: 'Plan' });
    expect(isQuiet()).toBe(true);
  });

  test('so long ago that Google has forgotten it comes back as a new entry, and that is said', () => {
    const { ann, ids, row, last, undo, press, run, says, isQuiet } = inStep(
      anEntry({ title: 'Plan' }),
    );
    ann.google.remove(ids[0]!);
    run();
    ann.google.events.delete(ids[0]!);
    const what = last();
    press('lookBack', what);
    run();
    expect(JSON.stringify(press('undoList').card)).toContain('It comes back as a new entry.');
    undo(what);
    expect(row('Plan')).toMatchObject({ name: 'Plan' });
    expect(ann.google.live().map(({ summary }) => summary)).toEqual(['Plan']);
    expect(says()).toContain('Put back');
    expect(isQuiet()).toBe(true);
  });

  test('of a series comes back with its exceptions', () => {
    const { ann, ids, row, last, undo, run, isQuiet } = inStep(
      anEntry({ title: 'Standup', recurrence: aSeries('RRULE:FREQ=DAILY;COUNT=5') }),
    );
    const moved = `${ids[0]!}_20260304T070000Z`;
    ann.google.edit(moved, { summary: 'Standup, elsewhere' });
    run();
    expect(row('Standup, elsewhere')).toMatchObject({ name: 'Standup, elsewhere' });
    ann.google.remove(ids[0]!);
    run();
    run();
    expect(ann.work.activities.size).toBe(0);
    undo({ run: last().run });
    run();
    expect(row('Standup')).toMatchObject({ name: 'Standup' });
    expect(row('Standup, elsewhere')).toMatchObject({ name: 'Standup, elsewhere' });
    expect(isQuiet()).toBe(true);
  });
});

describe('the version that lost a conflict', () => {
  const inConflict = () => {
    const made = inStep(anEntry({ title: 'Plan' }));
    const { ann, ids, row, one, run } = made;
    one.company.settings = { ...one.company.settings, winner: 'work' };
    ann.google.put({ ...ann.google.events.get(ids[0]!)!, location: 'Vantaa', summary: 'Plan B' });
    ann.work.edit(row('Plan')!.id, { location: 'Turku' });
    run();
    expect(row('Plan B')).toMatchObject({ location: 'Turku' });
    const kept = () => one.company.connections.rows.get('u-ann')!.conflicts;
    return { ...made, kept };
  };

  test('is taken instead, in the fields of the conflict alone, and the conflict is settled', () => {
    const { ann, ids, row, press, run, kept, says, isQuiet } = inConflict();
    expect(says()).toContain('Take another version');
    expect(JSON.stringify(press('conflicts').card)).toContain('Take the other version');
    press('takeOther', { conflict: kept()[0]!.key });
    expect(says()).toContain('What you chose is put back');
    run();
    expect(row('Plan B')).toMatchObject({ location: 'Vantaa' });
    expect(ann.google.events.get(ids[0]!)).toMatchObject({ location: 'Vantaa', summary: 'Plan B' });
    expect(kept()).toEqual([]);
    expect(isQuiet()).toBe(true);
  });

  test.each(['google', 'work'] as const)(
    'is refused with the reason when the entry was changed in %s since',
    (side) => {
      const { ann, ids, row, press, run, kept, says } = inConflict();
      const { key } = kept()[0]!;
      if (side === 'google')
        ann.google.put({ ...ann.google.events.get(ids[0]!)!, location: 'Oulu' });
      else ann.work.edit(row('Plan B')!.id, { location: 'Oulu' });
      press('takeOther', { conflict: key });
      run();
      expect(row('Plan B')).toMatchObject({ location: 'Oulu' });
      expect(says()).toContain('Somebody has changed it since.');
      expect(kept().map((one) => one.key)).toContain(key);
    },
  );
});

/** One write of the Journal. */
const aWrite = (changes: Partial<PastWrite> = {}): PastWrite => ({
  at: '2026-03-01T12:00:00.000Z',
  run: 'r',
  side: 'work',
  operation: 'update',
  id: 'w1',
  pair: 'g1',
  title: 'Plan B',
  change: '',
  fields: ['title'],
  before: anEntry({ title: 'Plan' }),
  after: anEntry({ title: 'Plan B' }),
  conflict: null,
  isCut: false,
  ...changes,
});

describe('what cannot be put back', () => {
  const now = anEntry({ title: 'Plan B' });
  const link: Link = {
    google: { id: 'g1', version: '1' },
    work: { id: 'w1', version: '1' },
    base: now,
    origin: 'google',
    generation: 1,
    oneWay: false,
    behind: false,
  };
  const copy = (id: string) => ({ id, version: '1', originId: null, entry: now });
  const there = (changes: Partial<There> = {}): There => ({
    find: () => link,
    half: (_, id) => copy(id),
    event: () => null,
    ...changes,
  });
  const hidden = { private: true, title: 'Busy' };

  test.each<[string, Partial<PastWrite>, Partial<There>, string]>([
    ['a new copy', { operation: 'create', before: null }, {}, 'copied'],
    ['a text that was cut', { isCut: true }, {}, 'shortened'],
    ['a damaged row', { before: null }, {}, 'shortened'],
    ['a private one', { before: anEntry(hidden), after: anEntry(hidden) }, {}, 'details-hidden'],
    ['no pair any more', {}, { find: () => undefined }, 'gone-since'],
    ['half a pair', {}, { half: () => null }, 'gone-since'],
    ['a meeting of somebody else', {}, { find: () => ({ ...link, oneWay: true }) }, 'others'],
    [
      'a deleted one that Google forgot',
      { operation: 'delete', before: null, after: null },
      {},
      'forgotten',
    ],
    [
      'a copy that was taken back',
      { operation: 'delete', after: null },
      { event: () => ({ id: 'g1', status: 'confirmed' }) },
      'original-there',
    ],
    [
      'a deleted meeting of somebody else',
      { operation: 'delete', after: null },
      { event: () => ({ id: 'g1', status: 'cancelled', organizer: { email: 'b@example.com' } }) },
      'others',
    ],
  ])('%s is told', (_, write, then, reason) => {
    const planned = planPutBack(wantedOf([aWrite(write)]), there(then), aPolicy());
    expect(planned).toMatchObject({
      steps: [],
      refused: [{ wanted: { title: 'Plan B' }, reason }],
    });
  });

  test('what is as it was before is passed over', () => {
    const before = { entry: anEntry({ title: 'Plan' }) };
    const half = (_: unknown, id: string) => ({ ...copy(id), ...before });
    const planned = planPutBack(wantedOf([aWrite()]), there({ half }), aPolicy());
    expect(planned).toEqual({ steps: [], refused: [] });
  });
});
