import fc from 'fast-check';
import type { Link } from '../../src/calendar/entry/link';
import type { CalendarWrite } from '../../src/calendar/ports';
import type { Connection } from '../../src/calendar/ports';
import { TEXT_CHARACTERS } from '../../src/records/journal';
import type { JournalEntry, Problem } from '../../src/runs/ports';
import { runHistory } from '../../src/runs/history';
import { MemoryStore } from '../kit/memory-store';
import { anEntry } from '../calendar/world';
import { entries } from '../laws/calendar/arbitraries';
import { FAULTS, Crash, MemorySpreadsheet, type Fault } from '../sheets/memory-spreadsheet';
import type { Records } from '../../src/records/records';
import { had, personAt, standing, typed, workbookOf } from '../worksystem/workbook-of';

const ANN = 'ann@example.com';

const aLink = (google: string, work: string, changes: Partial<Link> = {}): Link => ({
  google: { id: google, version: '"1"' },
  work: { id: work, version: 'v1' },
  base: anEntry(),
  origin: 'google',
  generation: 1,
  oneWay: false,
  behind: false,
  ...changes,
});

const linksIn = (spreadsheet: MemorySpreadsheet, email = ANN): readonly Link[] =>
  had(workbookOf(spreadsheet).records.calendars.linksOf(email).load());

const byId = (links: readonly Link[]): Link[] =>
  [...links].sort((one, other) => (one.google.id < other.google.id ? -1 : 1));

/** What the calendar runner does when it saves. */
function durable({ calendars, connections }: Records, changed: readonly Connection[] = []) {
  had(calendars.flush());
  return connections.save(changed);
}

describe('links', () => {
  test('are the same after an execution, whatever they agree on', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(entries, fc.boolean(), fc.boolean(), fc.nat(9)), { maxLength: 6 }),
        (all) => {
          const spreadsheet = new MemorySpreadsheet();
          const kept = all.map(([base, oneWay, behind, generation], index) =>
            aLink(`g${index}`, `w${index}`, { base, oneWay, behind, generation }),
          );
          const book = workbookOf(spreadsheet).records;
          const { calendars: records } = book;
          had(records.linksOf(ANN).save({ kept, dropped: [] }));
          had(durable(book));
          expect(byId(linksIn(spreadsheet))).toEqual(kept);
          expect(linksIn(spreadsheet, 'bob@example.com')).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('of everybody are read once, kept in memory and written in one batch', () => {
    const [spreadsheet, memory] = [new MemorySpreadsheet(), new MemoryStore()];
    const earlier = workbookOf(spreadsheet, memory).records;
    const before = earlier.calendars;
    had(before.linksOf(ANN).save({ kept: [aLink('g1', 'w1'), aLink('g2', 'w2')], dropped: [] }));
    had(durable(earlier));
    spreadsheet.asked();
    const book = workbookOf(spreadsheet, memory).records;
    const { calendars: records } = book;
    for (const email of [ANN, 'bob@example.com', 'cleo@example.com'])
      had(records.linksOf(email).load());
    const later = aLink('g1', 'w1', { work: { id: 'w1', version: 'v2' } });
    had(records.linksOf(ANN).save({ kept: [later], dropped: [aLink('g2', 'w2')] }));
    had(
      records
        .linksOf('bob@example.com')
        .save({ kept: [aLink('g3', 'w3'), aLink('g4', 'w4')], dropped: [] }),
    );
    had(durable(book));
    had(durable(book));
    expect(spreadsheet.asked()).toEqual(['read', 'write']);
    expect(linksIn(spreadsheet)).toEqual([later]);
    expect(linksIn(spreadsheet, 'bob@example.com')).toHaveLength(2);
    expect(standing(spreadsheet, 'Links')).toHaveLength(3);
  });

  test('that are damaged are dropped alone, and make room', () => {
    const spreadsheet = new MemorySpreadsheet();
    const book = workbookOf(spreadsheet).records;
    const { calendars: records } = book;
    had(records.linksOf(ANN).save({ kept: [aLink('g1', 'w1'), aLink('g2', 'w2')], dropped: [] }));
    had(durable(book));
    spreadsheet.edit('Links', (rows) => {
      rows[1]![rows[0]!.indexOf('Agreed')] = '{"title":';
    });
    expect(linksIn(spreadsheet)).toEqual([aLink('g2', 'w2')]);
    const later = workbookOf(spreadsheet).records;
    const next = later.calendars;
    had(next.linksOf(ANN).save({ kept: [aLink('g5', 'w5')], dropped: [] }));
    had(durable(later));
    expect(standing(spreadsheet, 'Links')).toHaveLength(2);
    expect(byId(linksIn(spreadsheet))).toEqual([aLink('g2', 'w2'), aLink('g5', 'w5')]);
  });

  test('that agree on long notes take two cells', () => {
    const spreadsheet = new MemorySpreadsheet();
    const long = aLink('g1', 'w1', {
      base: anEntry({ notes: '\u0001'.repeat(8000) + 'x'.repeat(9000) }),
    });
    const book = workbookOf(spreadsheet).records;
    const { calendars: records } = book;
    had(records.linksOf(ANN).save({ kept: [long], dropped: [] }));
    had(durable(book));
    expect(linksIn(spreadsheet)).toEqual([long]);
    const lengths = standing(spreadsheet, 'Links').flatMap((row) =>
      Object.values(row).map((cell) => String(cell).length),
    );
    expect(Math.max(...lengths)).toBeLessThanOrEqual(50_000);
  });

  test.each<Fault>([...FAULTS])(
    '%s at any call: a pair never stands beside its successor, and a second flush completes',
    (fault) => {
      for (let call = 0; call < 3; call += 1) {
        const spreadsheet = new MemorySpreadsheet();
        const earlier = workbookOf(spreadsheet).records;
        const before = earlier.calendars;
        had(before.linksOf(ANN).save({ kept: [aLink('g1', 'w1')], dropped: [] }));
        had(durable(earlier));
        spreadsheet.asked();
        const book = workbookOf(spreadsheet).records;
        const { calendars: records } = book;
        const successors = [aLink('g2', 'w1'), aLink('g3', 'w3')];
        const flush = () => {
          had(records.linksOf(ANN).save({ kept: successors, dropped: [aLink('g1', 'w1')] }));
          return durable(book);
        };
        spreadsheet.faultAt = (count) => (count === call ? fault : null);
        try {
          flush();
        } catch (error) {
          if (!(error instanceof Crash) && !String(error).includes('It failed')) throw error;
        }
        spreadsheet.faultAt = () => null;
        const ids = linksIn(spreadsheet).map(({ google }) => google.id);
        expect(ids.includes('g1') && ids.includes('g2')).toBe(false);
        had(flush());
        expect(byId(linksIn(spreadsheet))).toEqual(successors);
        expect(standing(spreadsheet, 'Links')).toHaveLength(2);
      }
    },
  );
});

const aConnection = (email: string, changes: Partial<Connection> = {}): Connection => ({
  ...personAt(email),
  state: 'on',
  consentedAt: '2026-03-01T12:00:00.000Z',
  consentVersion: 2,
  zone: 'Europe/Helsinki',
  workState: 'abc',
  lastRunAt: '2026-03-01T12:00:00.000Z',
  freshAt: '2026-03-01T11:59:00.000Z',
  failure: 'calendar-off',
  progress: {
    google: 'token',
    work: null,
    policy: '{}',
    pending: [{ google: 'g1', work: null, tries: 2, failure: 'rejected' }],
    missing: ['w9'],
  },
  conflicts: [],
  choices: { at: '', leftOut: [] },
  ...changes,
});

describe('connections', () => {
  const bare = aConnection('bob@example.com', {
    state: 'off',
    zone: null,
    workState: null,
    lastRunAt: null,
    freshAt: null,
    failure: null,
    progress: null,
    conflicts: [],
  });

  test('are kept whole, and those that are not named stay as they are', () => {
    const spreadsheet = new MemorySpreadsheet();
    had(workbookOf(spreadsheet).records.connections.save([aConnection(ANN), bare]));
    const changed = aConnection(ANN, { state: 'off' });
    had(workbookOf(spreadsheet).records.connections.save([changed]));
    expect(had(workbookOf(spreadsheet).records.connections.load())).toEqual([changed, bare]);
    expect(standing(spreadsheet, 'Connections')).toHaveLength(2);
  });

  test('that somebody copied count once, and the copy goes', () => {
    const spreadsheet = new MemorySpreadsheet();
    had(workbookOf(spreadsheet).records.connections.save([aConnection(ANN)]));
    spreadsheet.edit('Connections', (rows) => rows.push([...rows[1]!]));
    expect(had(workbookOf(spreadsheet).records.connections.load())).toHaveLength(1);
    had(workbookOf(spreadsheet).records.connections.save([aConnection(ANN, { state: 'off' })]));
    expect(standing(spreadsheet, 'Connections')).toHaveLength(1);
  });

  test('in a state nobody can read are off, and a damaged progress begins anew', () => {
    const spreadsheet = new MemorySpreadsheet();
    typed(spreadsheet, 'Connections', {
      'Google id': '1001',
      Email: ANN,
      'Calendar sync': 'maybe',
      Progress: '{"goo',
    });
    expect(had(workbookOf(spreadsheet).records.connections.load())).toMatchObject([
      { email: ANN, state: 'off', progress: null },
    ]);
  });
});

const aWrite = (id: string): CalendarWrite => ({
  key: `work:create:${id}:v1`,
  side: 'work',
  operation: 'create',
  id,
  title: `Made ${id}`,
  before: null,
  after: anEntry({ title: `Made ${id}` }),
  fields: ['title'],
  change: 'Title changed.',
  conflict: null,
});

describe('the journal', () => {
  test('tells each write with who, when, what and both texts, in one batch with the links', () => {
    const spreadsheet = new MemorySpreadsheet();
    const book = workbookOf(spreadsheet).records;
    const { calendars: records } = book;
    had(records.journalOf(personAt(ANN)).append([aWrite('w1')]));
    had(records.linksOf(ANN).save({ kept: [aLink('g1', 'w1')], dropped: [] }));
    expect(standing(spreadsheet, 'Journal')).toEqual([]);
    had(durable(book));
    expect(standing(spreadsheet, 'Journal')).toMatchObject([
      {
        When: 46_082.5,
        'When (UTC)': '2026-03-01T12:00:00.000Z',
        Change: 'Title changed.',
        Person: ANN,
        Where: 'Work system',
        What: 'Created',
        Title: 'Made w1',
        Run: 'run-1',
        Before: '',
      },
    ]);
    expect(standing(spreadsheet, 'Links')).toHaveLength(1);
  });

  test.each(FAULTS.filter((fault) => fault.startsWith('fail')))(
    '%s: what a batch left unseen is looked for before it is added again',
    (fault) => {
      const spreadsheet = new MemorySpreadsheet();
      const book = workbookOf(spreadsheet).records;
      const { calendars: records } = book;
      had(records.journalOf(personAt(ANN)).append([aWrite('w1'), aWrite('w2')]));
      spreadsheet.faultAt = (_, name) => (name === 'write' ? fault : null);
      expect(durable(book).ok).toBe(fault === 'fail-after');
      spreadsheet.faultAt = () => null;
      had(durable(book));
      expect(standing(spreadsheet, 'Journal').map(({ Id }) => Id)).toEqual(['w1', 'w2']);
    },
  );

  const anUpdate = (index: number, after: unknown = null): JournalEntry => ({
    key: `k${index}`,
    at: '2026-03-01T12:00:00.000Z',
    run: 'run-1',
    person: '',
    side: 'google',
    operation: 'update',
    id: `${index}`,
    title: '',
    fields: [],
    change: '',
    before: null,
    after,
    conflict: null,
  });

  test('goes in lots of rows and of characters, and adds nothing twice', () => {
    const spreadsheet = new MemorySpreadsheet();
    const { journal } = workbookOf(spreadsheet).records;
    const all = Array.from({ length: 700 }, (_, index) => anUpdate(index));
    had(journal.append(all));
    had(journal.append(all.slice(0, 3)));
    expect(spreadsheet.asked().filter((name) => name === 'write')).toHaveLength(2);
    expect(standing(spreadsheet, 'Journal')).toHaveLength(700);
    const long = 'y'.repeat(15_000);
    had(journal.append(Array.from({ length: 40 }, (_, index) => anUpdate(1_000 + index, long))));
    expect(spreadsheet.asked().filter((name) => name === 'write')).toHaveLength(2);
  });

  test('a text too long for a cell is cut, and its row says so', () => {
    const spreadsheet = new MemorySpreadsheet();
    const { journal } = workbookOf(spreadsheet).records;
    had(journal.append([anUpdate(1, { notes: 'x'.repeat(30_000) }), anUpdate(2, { notes: 'x' })]));
    const [long, short] = standing(spreadsheet, 'Journal');
    expect(String(long!['After'])).toHaveLength(TEXT_CHARACTERS);
    expect([long!['Shortened'], short!['Shortened']]).toEqual([true, false]);
    expect(short!['After']).toBe('{"notes":"x"}');
  });
});

describe('runs', () => {
  const clock = { now: () => Date.UTC(2026, 2, 1, 12) };
  const ran = (
    spreadsheet: MemorySpreadsheet,
    memory: MemoryStore,
    id: string,
    counts: Record<string, number>,
  ): void => {
    const history = runHistory(workbookOf(spreadsheet, memory).records.runs, clock);
    had(history.begin(id, 'calendar'));
    had(history.end(id, { outcome: 'finished', counts, freshAt: '2026-03-01T12:00:00.000Z' }));
  };

  test('that failed before they did anything are rows, with why', () => {
    const [spreadsheet, memory] = [new MemorySpreadsheet(), new MemoryStore()];
    const history = runHistory(workbookOf(spreadsheet, memory).records.runs, clock);
    had(history.begin('r1', 'calendar'));
    had(history.end('r1', { outcome: 'failed', counts: {}, failure: { kind: 'own-fault' } }));
    expect(standing(spreadsheet, 'Runs')).toMatchObject([{ 'Run id': 'r1', Outcome: 'Failed' }]);
  });

  test('that did nothing are remembered without touching the spreadsheet; the others are rows', () => {
    const [spreadsheet, memory] = [new MemorySpreadsheet(), new MemoryStore()];
    ran(spreadsheet, memory, 'r1', { people: 4, idle: 4, toWork: 0 });
    expect(spreadsheet.asked()).toEqual([]);
    ran(spreadsheet, memory, 'r2', { people: 4, toWork: 2 });
    expect(standing(spreadsheet, 'Runs')).toMatchObject([
      {
        'Run id': 'r2',
        Job: 'Calendars',
        Outcome: 'Finished',
        Counts: '4 people looked at, 2 changes to the work system',
      },
    ]);
    expect(had(workbookOf(spreadsheet, memory).records.runs.load())).toMatchObject([{ id: 'r2' }]);
  });

  test('of ten thousand, the newest of each job takes less than 1 KB of the store that all organizations share [Inv20]', () => {
    const [spreadsheet, memory] = [new MemorySpreadsheet(), new MemoryStore()];
    const counts = { people: 12_000, idle: 11_000, calls: 90_000, toWork: 0, toGoogle: 0 };
    const { runs } = workbookOf(spreadsheet, memory).records;
    const history = runHistory(runs, clock);
    for (let run = 0; run < 10_000; run += 1) {
      const id = `mhf3k2x1-1a2b3c4d-${run}`;
      had(history.begin(id, ['directory', 'calendar', 'journal'][run % 3]!));
      had(history.end(id, { outcome: 'finished', counts, freshAt: '2026-03-01T12:00:00.000Z' }));
    }
    expect(had(runs.load()).map(({ job }) => job)).toEqual(['calendar', 'journal', 'directory']);
    const kept = [...memory.values].filter(([key]) => key.startsWith('workbook.runs.'));
    expect(kept).toHaveLength(1);
    expect(Buffer.byteLength(kept.join())).toBeLessThan(1_024);
  });

  test('that were cut off become rows when the next run of their job begins [Inv15]', () => {
    const [spreadsheet, memory] = [new MemorySpreadsheet(), new MemoryStore()];
    had(runHistory(workbookOf(spreadsheet, memory).records.runs, clock).begin('r1', 'calendar'));
    ran(spreadsheet, memory, 'r2', {});
    expect(standing(spreadsheet, 'Runs')).toMatchObject([
      { 'Run id': 'r1', Outcome: 'Cut off before it finished' },
    ]);
  });
});

test('there is one problem for each matter, changed in place, and removed once it is over', () => {
  const spreadsheet = new MemorySpreadsheet();
  const aProblem = (about: string, count: number): Problem => ({
    about,
    failure: { kind: 'rate-limited', retryAfterMs: 1000 },
    version: null,
    count,
    firstSeenAt: '2026-03-01T12:00:00.000Z',
    lastSeenAt: '2026-03-01T12:05:00.000Z',
    isQuarantined: false,
  });
  had(workbookOf(spreadsheet).records.problems.save([aProblem('one', 1), aProblem('two', 1)]));
  had(workbookOf(spreadsheet).records.problems.save([aProblem('two', 2), aProblem('three', 1)]));
  expect(had(workbookOf(spreadsheet).records.problems.load())).toEqual([
    aProblem('two', 2),
    aProblem('three', 1),
  ]);
  expect(standing(spreadsheet, 'Problems')).toHaveLength(2);
});
