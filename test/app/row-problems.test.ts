import { noteRowProblems } from '../../src/app/row-problems';
import { ok } from '../../src/kit/result';
import type { Failure } from '../../src/kit/failure';
import type { Problem, ProblemStore } from '../../src/runs/ports';

const rejected = (about: string, reason: string) => ({
  about,
  failure: { kind: 'rejected' as const, id: about, reason },
});

/** Problems that are kept, and how often they were written. */
function aBook(problems: readonly Problem[] = []) {
  let kept = problems;
  let saves = 0;
  const store: ProblemStore = {
    load: () => ok(kept),
    save(all) {
      kept = all;
      saves += 1;
      return ok(null);
    },
  };
  return {
    note: (found: ReturnType<typeof rejected>[] | null) =>
      noteRowProblems(
        {
          rowProblems: () => ok(found),
          records: { problems: store, settingsProblems: () => ok([]) },
        },
        { now: () => NOW },
      ),
    about: () => kept.map(({ about }) => about),
    saves: () => saves,
  };
}

const NOW = Date.UTC(2026, 2, 1);

const OTHER: Problem = {
  about: 'anna@acme.example',
  failure: { kind: 'rejected', id: 'a', reason: 'b' } as Failure,
  version: null,
  count: 1,
  firstSeenAt: '2026-03-01T00:00:00.000Z',
  lastSeenAt: '2026-03-01T00:00:00.000Z',
  isQuarantined: false,
};

test('a row that cannot be read is listed in Problems until it is corrected; other problems stay', () => {
  const book = aBook([OTHER]);
  book.note([rejected('Activities, row 3', 'It says no start')]);
  expect(book.about().sort()).toEqual(['Activities, row 3', 'anna@acme.example']);
  book.note([]);
  expect(book.about()).toEqual(['anna@acme.example']);
});

test('the same problem is not written again, another one of the same row is', () => {
  const book = aBook();
  book.note([rejected('Activities, row 3', 'It says no start')]);
  book.note([rejected('Activities, row 3', 'It says no start')]);
  expect(book.saves()).toBe(1);
  book.note([rejected('Activities, row 3', 'It ends before it starts')]);
  expect(book.saves()).toBe(2);
});

test('sheets that were not read change nothing: their known problems stay', () => {
  const book = aBook();
  book.note([rejected('Activities, row 3', 'It says no start')]);
  book.note(null);
  expect(book.about()).toEqual(['Activities, row 3']);
});
