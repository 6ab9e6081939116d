// Planted in what serves people whom an administrator connected.
const PLAN = 'test/connected/plan.test.ts';
const PEOPLE = 'test/calendar/connected-people.test.ts';

export default [
  {
    file: 'src/connected/lines.ts',
    search: "return connected || consentedAt === '' ? 'off' : 'ended';",
    replace: "return 'off';",
    breaks: 'an administrator turns on again what a connected person ended',
    tests: [PLAN],
  },
  {
    file: 'src/connected/plan.ts',
    search: 'if (account.isSuspended)',
    replace: 'if (false)',
    breaks: 'a suspended account is connected',
    tests: [PLAN],
  },
  {
    file: 'src/calendar/runner/only-copies.ts',
    search: "changes(cursor, from, 'marks')",
    replace: 'changes(cursor, from)',
    breaks: 'what a connected person enters themself is read',
    tests: [PEOPLE],
  },
  {
    file: 'src/calendar/runner/announce.ts',
    search: '(!connected || connected.toldAt !== null)',
    replace: 'true',
    breaks: 'a connected person’s calendar is written before they are told',
    tests: [PEOPLE],
  },
  {
    file: 'src/calendar/runner/connection-book.ts',
    search: '!connected && hasFinished(progress)',
    replace: 'hasFinished(progress)',
    breaks: 'a connected person’s meetings count as activities',
    tests: [PEOPLE],
  },
  {
    file: 'src/records/connections.ts',
    search: '[`by ${by}`]',
    replace: '[]',
    breaks: 'a connected person counts as having agreed to more once somebody empties a cell',
    tests: ['test/records/sealed-connections.test.ts'],
  },
];
