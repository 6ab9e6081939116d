import { schemaProblems, type Schema } from '../../../emulator/kit/schema';

const person: Schema = {
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 1 },
    size: { type: 'integer', minimum: 0, maximum: 9 },
    kind: { enum: ['a', 'b'] },
    code: { type: 'string', pattern: '^[A-Z]+$' },
    day: { type: 'string', format: { name: 'date', is: /^\d{4}-\d\d-\d\d$/ } },
    friends: { type: 'array', items: { refersTo: () => person } },
    notes: { type: 'object', additionalProperties: { type: 'string' } },
    any: {},
  },
  required: ['name'],
  additionalProperties: false,
};

const problems = (value: unknown): string[] =>
  schemaProblems(person, value).map(({ keyword, path }) => `${path.join('.')} ${keyword}`);

test.each<[string, unknown]>([
  ['the least', { name: 'x' }],
  ['all of it', { name: 'x', size: 9, kind: 'b', code: 'AB', day: '2026-03-01', any: [null] }],
  ['itself, within', { name: 'x', friends: [{ name: 'y', friends: [] }] }],
  ['free fields', { name: 'x', notes: { toString: 'text' } }],
  ['a field that is undefined', { name: 'x', size: undefined }],
])('a value fits: %s', (_, value) => {
  expect(problems(value)).toEqual([]);
});

test.each<[unknown, string[]]>([
  ['x', [' type']],
  [[], [' type']],
  [null, [' type']],
  [{}, [' required']],
  [{ name: '' }, ['name minLength']],
  [{ name: 'x', size: 1.5 }, ['size type']],
  [{ name: 'x', size: -1 }, ['size minimum']],
  [{ name: 'x', size: 10 }, ['size maximum']],
  [{ name: 'x', kind: 'c' }, ['kind enum']],
  [{ name: 'x', code: 'a' }, ['code pattern']],
  [{ name: 'x', day: 'today' }, ['day format']],
  [{ name: 'x', toString: 1 }, [' additionalProperties']],
  [{ name: 'x', notes: { a: 1 } }, ['notes.a type']],
  [
    { name: 'x', friends: [{ name: 'y' }, { size: '1', other: 1 }] },
    ['friends.1 required', 'friends.1.size type', 'friends.1 additionalProperties'],
  ],
])('a value does not fit, and every place is told: %j', (value, places) => {
  expect(problems(value)).toEqual(places);
});
