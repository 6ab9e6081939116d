// One batch of a run, the progress after it, and who is meant by a name.
import { applyBatch } from '../../src/directory/apply';
import { findPeople } from '../../src/directory/find-people';
import { pointAfter, START } from '../../src/directory/point';
import type { Insert } from '../../src/directory/operations';
import { fail, ok } from '../../src/kit/result';
import { MemoryEmployees } from './memory-employees';
import { aUser, theirs } from './people';

const failure = { kind: 'store-full', store: 'The workbook' } as const;
const refused = fail(failure);
const insert: Insert = { kind: 'insert', content: theirs('ann') };

test.each(['note', 'flush'])('a batch whose journal cannot %s it is not done [Inv6]', (step) => {
  const journal = { note: () => ok(null), flush: () => ok(null), [step]: () => refused };
  expect(applyBatch([insert], new MemoryEmployees(), journal)).toEqual(refused);
});

test('whoever is tried again is not counted before that', () => {
  const failed = [{ operation: insert, failure }];
  expect(pointAfter(START, { done: [], failed }, 1)).toEqual(START);
  expect(pointAfter(START, { done: [insert], failed }, 0)).toMatchObject({
    done: 2,
    counts: { insert: 1, failed: 1 },
  });
});

test.each([
  [false, 'one'],
  [true, 'several'],
])('the only match of a list that is cut (%s) is %s [TC14]', (isCut, kind) => {
  const directory = { find: () => ok(null), search: () => ok({ users: [aUser('ann')], isCut }) };
  expect(findPeople({ directory }, 'ann', [])).toMatchObject({ ok: true, value: { kind } });
});
