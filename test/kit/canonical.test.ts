import fc from 'fast-check';
import { canonicalJson, fingerprint, type Json } from '../../src/kit/canonical';

/** The same value with the fields of every object in reverse order. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([field, held]) => [field, turned(held)]),
  );
};

const someJson = fc.jsonValue().map((value) => value as Json);

test('equal values have the same text, whatever the order of their fields', () => {
  fc.assert(
    fc.property(someJson, (value) => canonicalJson(value) === canonicalJson(turned(value) as Json)),
  );
});

test('the text contains the whole value', () => {
  fc.assert(
    fc.property(someJson, (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test.each<[Json, string]>([
  [{ b: 1, a: [true, null] }, '{"a":[true,null],"b":1}'],
  [{ a: undefined, b: '' }, '{"b":""}'],
  [-0, '0'],
  ['\ud800', '"\\ud800"'],
])('%j is written %s', (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test('a number that JSON cannot represent is a bug', () => {
  expect(() => canonicalJson({ at: NaN })).toThrow(RangeError);
});

test('a version is the hash of the value', () => {
  expect(fingerprint({ b: 2, a: 1 }, (text) => `#${text}`)).toBe('#{"a":1,"b":2}');
});
