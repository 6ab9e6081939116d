// Planted in src/journal: how long rows are kept, and decisions on their way into the Journal.
const JOURNEY = 'test/journeys/journal.test.ts';

export default [
  {
    file: 'src/journal/retention.ts',
    search: 'days >= RETENTION_DAYS.LEAST && ',
    replace: '',
    breaks: 'a Journal of no days can be chosen',
    tests: [JOURNEY],
  },
  {
    file: 'src/journal/run.ts',
    search: '- days * DAY_MS);\n  return',
    replace: '- 2 * days * DAY_MS);\n  return',
    breaks: 'rows are kept twice as long as an administrator chose',
    tests: [JOURNEY],
  },
  {
    file: 'src/journal/run.ts',
    search: 'decisions.remove(waiting);',
    replace: '',
    breaks: 'a decision is written by every run anew',
    tests: [JOURNEY],
  },
];
