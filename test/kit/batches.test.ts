import fc from 'fast-check';
import { batchesOf } from '../../src/kit/batches';

test('batches hold every item once and in order, and are as few as can be', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 60 }), (items, size) => {
      const batches = batchesOf(items, size);
      expect(batches.flat()).toEqual(items);
      expect(batches.length).toBe(Math.ceil(items.length / size));
      for (const batch of batches) expect(batch.length).toBeLessThanOrEqual(size);
    }),
  );
});

test.each([0, -1, NaN])('a batch of %d items is a bug', (size) => {
  expect(() => batchesOf([1], size)).toThrow(RangeError);
});
