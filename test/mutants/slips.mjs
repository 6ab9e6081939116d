// Slips that any hand makes, in all rooms: a boundary, arguments swapped, a save forgotten or made too early, a result ignored, a
// page too few, a date of another clock.
const RUNNER = 'test/calendar/runner.test.ts';
const EXPORT = 'test/audit/export.test.ts';
const FINALIZE = 'test/install/finalize.test.ts';
const HEALTH = 'test/install/health.test.ts';

export default [
  {
    file: 'src/calendar/sync/brakes.ts',
    search: 'changes <= (approved?.changes ?? 0)',
    replace: 'changes <= (approved?.deletions ?? 0)',
    breaks: 'a go to deletions lets changes through, and one to changes does not',
    tests: ['test/calendar/brakes.test.ts'],
  },
  {
    file: 'src/calendar/sync/brakes.ts',
    search: 'one.start < other.start ? -1 : 1',
    replace: 'one.start < other.start ? 1 : -1',
    breaks: 'of many changes a card shows those that are furthest away',
    tests: ['test/calendar/brakes.test.ts'],
  },
  {
    file: 'src/calendar/sync/sync.ts',
    search:
      "    if (!saved.ok) return stopped(rounds, planned, { kind: 'failed', failure: saved.failure });",
    replace: '    void saved;',
    breaks: 'a run whose progress could not be saved says that it is done',
    tests: ['test/calendar/running.test.ts'],
  },
  {
    file: 'src/calendar/sync/apply.ts',
    search: '  const noted = entries.length > 0 ? journal.append(entries) : null;',
    replace:
      '  void links.save(changes);\n  const noted = entries.length > 0 ? journal.append(entries) : null;',
    breaks: 'links are saved before the journal, which then lacks what was written',
    tests: ['test/calendar/running.test.ts'],
  },
  {
    file: 'src/calendar/sync/inserts.ts',
    search: 'again.has(before[index]!) ? outcome : before[index]!',
    replace: 'outcome',
    breaks: 'what succeeded beside an id that was taken counts as failed',
    tests: ['test/calendar/sync.test.ts'],
  },
  {
    file: 'src/calendar/sync/removal.ts',
    search: '    if (!kept.ok) return kept;\n',
    replace: '    void kept;\n',
    breaks: 'copies count as removed though the links could not be saved',
    tests: ['test/calendar/privacy.test.ts'],
  },
  {
    file: 'src/calendar/sync/preview.ts',
    search: 'start < now.slice(0, start.length)',
    replace: 'start < now',
    breaks: 'what lasts all day today comes last in a preview, as if it were over',
    tests: ['test/calendar/preview.test.ts'],
  },
  {
    file: 'src/calendar/runner/turns.ts',
    search: "state: 'off', progress: null, workState: null",
    replace: "state: 'off', workState: null",
    breaks: 'whoever had the copies removed gets none when they turn it on again',
    tests: [RUNNER],
  },
  {
    file: 'src/calendar/runner/queue.ts',
    search:
      '    ...order.filter(({ person }) => person.userId !== lost),\n    ...order.filter(({ person }) => person.userId === lost),',
    replace:
      '    ...order.filter(({ person }) => person.userId === lost),\n    ...order.filter(({ person }) => person.userId !== lost),',
    breaks: 'whoever ended an execution is first in the next one, too',
    tests: [RUNNER, 'test/laws/calendar/isolating.test.ts'],
  },
  {
    file: 'src/directory/due.ts',
    search: 'msOf(newest.startedAt) >= pauseMs',
    replace: 'msOf(newest.startedAt) > pauseMs',
    breaks: 'the daily run of the directory comes one trigger late',
    tests: ['test/directory/due.test.ts'],
  },
  {
    file: 'src/audit/sheet-rows.ts',
    search: 'const count = wanted[wanted.length - 1]! - first + 1;',
    replace: 'const count = wanted[wanted.length - 1]! - first;',
    breaks: 'the last row of a slice is not read, and its event is added again',
    tests: [EXPORT],
  },
  {
    file: 'src/install/standing.ts',
    search: 'const graceMs = isExact ?',
    replace: 'const graceMs = !isExact ?',
    breaks: 'an hour that runs do not note counts as one in which nothing ran',
    tests: [HEALTH],
  },
  {
    file: 'src/install/finalize.ts',
    search: 'finalizedAt: current === null ? made.finalizedAt : current.finalizedAt,',
    replace: 'finalizedAt: made.finalizedAt,',
    breaks: 'finalizing again forgets since when the organization is set up',
    tests: [FINALIZE],
  },
  {
    file: 'src/install/finalize.ts',
    search: 'current !== null && current.syncAccount.userId === made.syncAccount.userId',
    replace: 'current !== null',
    breaks: 'whoever takes over counts as having the runner of the account before',
    tests: [FINALIZE],
  },
];
