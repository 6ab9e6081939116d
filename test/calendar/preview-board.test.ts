import { previewOf } from '../../src/calendar/sync/preview';
import { previewBoard, type SavedPreview } from '../../src/calendar/boards/preview-board';
import { prospect } from '../../src/calendar/sync/sync';
import { WHY_NOT, type Reason } from '../../src/calendar/entry/why';
import { MemoryListedStore } from './memory-company';
import { anEntry, NOW, World } from './world';

const NOW_MS = Date.parse(NOW);
const HOUR_MS = 3_600_000;
const ANN = 'u-ann';

const aPreview = (): SavedPreview => {
  const world = new World();
  world.addEvent(anEntry());
  const found = prospect(world.ports, { policy: world.policy, approved: null });
  if (!found.ok) throw new Error('No prospect.');
  const { planned, hold } = found.value;
  return {
    plannedAt: NOW,
    preview: previewOf(planned, NOW),
    hold,
    privateEvents: 'busy',
    audience: ['2 people can open the workbook.'],
    same: '',
    failure: null,
  };
};

test('a preview comes back as it was planned for six hours, and is looked for anew after', () => {
  const cache = new MemoryListedStore();
  const board = previewBoard(cache, 'C0abc');
  expect(board.put(ANN, aPreview()).ok).toBe(true);
  expect(board.of(ANN, NOW_MS + 6 * HOUR_MS)).toEqual(aPreview());
  expect(board.of(ANN, NOW_MS + 6 * HOUR_MS + 1)).toBeNull();
  cache.values.clear();
  expect(board.of(ANN, NOW_MS)).toBeNull();
});

test.each([
  ['plain', 'x'],
  ['of quotes', '"'],
  ['of pictures', '👩‍👩‍👧'],
  ['of half characters', '\ud800'],
])(
  '10,000 events with titles of a kilobyte, %s, are previewed in one value of the cache [Inv20]',
  (_, letter) => {
    const world = new World();
    for (let count = 0; count < 10_000; count += 1)
      world.addEvent(anEntry({ title: letter.repeat(1000 / letter.length) }));
    const found = prospect(world.ports, { policy: world.policy, approved: null });
    if (!found.ok) throw new Error('No prospect.');
    const reasons = Object.keys(WHY_NOT) as Reason[];
    const preview = {
      ...previewOf(found.value.planned, NOW),
      leftOut: reasons.map((reason) => ({ reason, count: 10_000 })),
    };
    const store = new MemoryListedStore();
    const hold = {
      kind: 'shrunken-listing',
      side: 'google',
      missing: 10_000,
      links: 10_000,
    } as const;
    previewBoard(store, 'C0abc').put(ANN, { ...aPreview(), preview, hold });
    expect(store.bytes()).toBeLessThanOrEqual(100_000);
    expect(previewBoard(store, 'C0abc').of(ANN, NOW_MS)?.preview.work.create.count).toBe(10_000);
  },
);
