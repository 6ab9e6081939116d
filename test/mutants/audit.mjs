// Planted in src/audit: every event one row, however it is read.
const EXPORT = 'test/audit/export.test.ts';
const ROW = 'test/audit/row.test.ts';

export default [
  {
    file: 'src/audit/plan.ts',
    search: '?.shift();',
    replace: '?.[0];',
    breaks: 'of rows without keys that look alike, one counts for all their events',
    tests: [EXPORT],
  },
  {
    file: 'src/audit/plan.ts',
    search: '.filter(({ key }) => !keys.has(key))',
    replace: '',
    breaks: 'a row with its key is not recognized',
    tests: [EXPORT],
  },
  {
    file: 'src/audit/plan.ts',
    search: "present.filter(({ key }) => key === '')",
    replace: '[...present]',
    breaks: 'a row counts for another event that looks like its own',
    tests: [EXPORT],
  },
  {
    file: 'src/audit/plan.ts',
    search: 'rows < events.length && ',
    replace: 'rows === 0 && ',
    breaks: 'an edited row counts for another event that resembles its own',
    tests: [EXPORT],
  },
  {
    file: 'src/audit/plan.ts',
    search: '!originals.has(likeness(cells))',
    replace: 'true',
    breaks: 'a copied row counts for another event that resembles it',
    tests: [EXPORT],
  },
  {
    file: 'src/audit/sheet-rows.ts',
    search: 'hasSameColumns(now, form) && ',
    replace: '',
    breaks: 'rows that landed beside their columns stay there',
    tests: [EXPORT],
  },
  {
    file: 'src/audit/sheet-rows.ts',
    search: 'form.columns.includes(column) && ',
    replace: '',
    breaks: 'rows are taken out when the heading of their keys is changed',
    tests: [EXPORT],
  },
  {
    file: 'src/audit/sheet-rows.ts',
    search: 'dates.get(key) !== date',
    replace: 'false',
    breaks: 'rows that are sorted while they get keys keep those of others',
    tests: [EXPORT],
  },
  {
    file: 'src/audit/log-event.ts',
    search: 'id.uniqueQualifier, index)',
    replace: 'id.uniqueQualifier, 0)',
    breaks: 'of the events of one activity only the last is exported',
    tests: [ROW],
  },
  {
    file: 'src/audit/log-event.ts',
    search: 'compare(one.time, other.time) || compare(one.key, other.key)',
    replace: 'compare(other.time, one.time) || compare(one.key, other.key)',
    breaks: 'rows come newest first',
    tests: [ROW],
  },
  {
    file: 'src/audit/log-event.ts',
    search: "(eventName === '' || event.name === eventName)",
    replace: 'true',
    breaks: 'the event filter lets the other events of an activity through',
    tests: [ROW],
  },
  {
    file: 'src/audit/slice.ts',
    search: '  if (!listing.ok) return listing;\n',
    replace: "  if (!listing.ok) return ok({ kind: 'whole', activities: [] });\n",
    breaks: 'a slice that could not be read counts as empty',
    tests: [EXPORT],
  },
];
