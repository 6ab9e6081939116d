import { auditFilter, auditMarks, markFor, withMark, type Mark } from '../../src/audit/settings';
import { slot } from '../../src/kit/slot';
import { MemoryStore } from '../kit/memory-store';

const mark = (fileId: string, appName = 'Tandem'): Mark => ({
  fileId,
  appName,
  eventName: '',
  settledUpTo: '2026-03-02T08:00:00.000Z',
  newest: '2026-03-02T07:00:00.000Z',
});

test('a mark is kept for each file and filter, the newest twenty', () => {
  const marks = Array.from({ length: 25 }, (_, i) => mark(`file-${i}`)).reduce(
    (all, one) => withMark(all, one),
    [] as readonly Mark[],
  );
  expect(marks).toHaveLength(20);
  expect(markFor(marks, mark('file-24'))).toEqual(mark('file-24'));
  expect(markFor(marks, mark('file-4'))).toBeNull();
  expect(markFor(marks, mark('file-24', 'Other'))).toBeNull();
});

test('a later mark for the same file and filter replaces the earlier one', () => {
  const later = { ...mark('file'), newest: '2026-03-03T00:00:00.000Z' };
  expect(withMark([mark('other'), mark('file')], later)).toEqual([later, mark('other')]);
});

test('a saved mark is read back unchanged; other data is refused', () => {
  const store = new MemoryStore();
  slot(store, auditMarks).write([mark('file')]);
  slot(store, auditFilter).write({ appName: 'Tandem', eventName: 'revoke' });
  expect(slot(store, auditMarks).read()).toEqual({ kind: 'value', value: [mark('file')] });
  expect(slot(store, auditFilter).read()).toMatchObject({ value: { eventName: 'revoke' } });
  store.values.set('audit.marks', '{"v":1,"data":[{"fileId":7}]}');
  expect(slot(store, auditMarks).read()).toEqual({ kind: 'unreadable', reason: 'refused' });
});
