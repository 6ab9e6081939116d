// Planted in src/audit: every event one row, however it is read.
const EXPORT = 'test/audit/export.test.ts';
const ROW = 'test/audit/row.test.ts';

export default [
  {
    file: 'src/audit/plan.ts',
    search: '  if (count > 0) counts.set(key, count - 1);\n',
    replace: '',
    breaks: 'two events that look alike have one row',
    tests: [EXPORT, 'test/laws/audit/exporting.test.ts'],
  },
  {
    file: 'src/audit/log-event.ts',
    search: 'id.uniqueQualifier, index])',
    replace: 'id.uniqueQualifier])',
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
