import fc from 'fast-check';
import type { Failure } from '../../src/kit/failure';
import { readAll, type Page } from '../../src/kit/pages';
import { fail, ok } from '../../src/kit/result';

const page = (items: number[], nextPageToken?: string, nextSyncToken?: string): Page<number> => ({
  items,
  nextPageToken,
  nextSyncToken,
});

const broken: Failure = { kind: 'unavailable', message: 'Backend Error' };

test('a listing has every item of every page, and the sync token of the last [Inv8, Inv11]', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer()), { minLength: 1 }), (pages) => {
      const listing = readAll((token) => {
        const at = Number(token ?? 0);
        const isLast = at === pages.length - 1;
        return ok(isLast ? page(pages[at]!, undefined, 'sync') : page(pages[at]!, String(at + 1)));
      });
      expect(listing).toEqual(ok({ items: pages.flat(), syncToken: 'sync' }));
    }),
  );
});

test('a listing with a missing page fails: it would look like deletions [Inv10]', () => {
  const listing = readAll((token) => (token === undefined ? ok(page([1], 'b')) : fail(broken)));
  expect(listing).toEqual(fail(broken));
});

test('a listing that goes round in circles fails', () => {
  const next: Readonly<Record<string, string>> = { a: 'b', b: 'a' };
  const listing = readAll((token) => ok(page([1], token === undefined ? 'a' : next[token])));
  expect(listing).toMatchObject({ ok: false, failure: { kind: 'unreadable-answer' } });
});

test('an empty page in the middle does not end a listing', () => {
  const listing = readAll((token) => ok(token ? page([7]) : page([], 'b')));
  expect(listing).toEqual(ok({ items: [7], syncToken: null }));
});
