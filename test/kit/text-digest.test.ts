import fc from 'fast-check';
import { textDigest } from '../../src/kit/text-digest';

test('a text has the same digest each time, in sixteen digits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(textDigest(text)).toMatch(/^[0-9a-f]{16}$/);
      expect(textDigest(text)).toBe(textDigest(`${text}`));
    }),
  );
});

test('a hundred thousand rows that differ in a figure have as many digests', () => {
  const digests = new Set(
    Array.from({ length: 100_000 }, (_, index) => textDigest(`["Event ${index}","",true,""]`)),
  );
  expect(digests.size).toBe(100_000);
});

test.each([
  ['', '\u0000'],
  ['ab', 'ba'],
  ['a'.repeat(100), 'a'.repeat(101)],
  ['\ud83d\ude00', '\ud83d\ude01'],
])('%j and %j differ', (one, other) => {
  expect(textDigest(one)).not.toBe(textDigest(other));
});

test('each half of the digest alone tells ten thousand texts apart', () => {
  const halves = [0, 8].map(
    (at) =>
      new Set(
        Array.from({ length: 10_000 }, (_, index) => textDigest(`row ${index}`).slice(at, at + 8)),
      ).size,
  );
  for (const size of halves) expect(size).toBeGreaterThan(9_990);
});
