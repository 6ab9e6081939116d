import type { Failure } from '../../src/kit/failure';
import { problemBook, PROBLEMS } from '../../src/runs/problems';
import { TurnedClock } from './turned-clock';

const refused: Failure = { kind: 'rejected', id: 'event1', reason: 'no start' };

/** A book in which one record failed so many times. */
function failed(times: number, failure: Failure = refused, version: string | null = 'v1') {
  const clock = new TurnedClock();
  const book = problemBook([], clock);
  for (let turn = 0; turn < times; turn += 1) {
    book.noteFailure('event1', version, failure);
    clock.sleep(3_600_000);
  }
  return { book, clock };
}

test('a problem says what, how often, since when and until when', () => {
  expect(failed(3).book.list()).toEqual([
    {
      about: 'event1',
      failure: refused,
      version: 'v1',
      count: 3,
      firstSeenAt: '2026-11-02T08:00:00.000Z',
      lastSeenAt: '2026-11-02T10:00:00.000Z',
      isQuarantined: false,
    },
  ]);
});

describe('what fails again and again', () => {
  test.each([
    [4, false],
    [5, true],
    [6, true],
  ])('after %d times is left alone: %p [Inv19]', (times, isQuarantined) => {
    expect(failed(times).book.isQuarantined('event1', 'v1')).toBe(isQuarantined);
  });

  test('is tried again when it has changed since [Inv19]', () => {
    const { book } = failed(5);
    expect(book.isQuarantined('event1', 'v2')).toBe(false);
    book.noteFailure('event1', 'v2', refused);
    expect(book.list()[0]).toMatchObject({ count: 1, isQuarantined: false });
  });

  test('is a problem no longer once it works', () => {
    const { book } = failed(5);
    book.noteSuccess('event1');
    expect(book.list()).toEqual([]);
  });

  test('delays nothing else: others are not in quarantine [Inv19]', () => {
    expect(failed(9).book.isQuarantined('event2', null)).toBe(false);
  });
});

test.each<Failure>([
  { kind: 'rate-limited', retryAfterMs: null },
  { kind: 'tenant-limit', pauseMs: 1 },
  { kind: 'busy', until: null },
])('a limit is nobody’s fault and puts nothing in quarantine: $kind', (failure) => {
  const { book } = failed(20, failure);
  expect(book.isQuarantined('event1', 'v1')).toBe(false);
  expect(book.list()[0]).toMatchObject({ count: 0 });
});

test('a record on which the service breaks down each time is put in quarantine too [Inv19]', () => {
  const { book } = failed(5, { kind: 'unavailable', message: 'Backend Error' });
  expect(book.isQuarantined('event1', 'v1')).toBe(true);
});

test('a run in which everything worked has nothing to save', () => {
  const { book, clock } = failed(1);
  const next = problemBook(book.list(), clock);
  next.noteSuccess('event2');
  expect(next.isChanged).toBe(false);
  next.noteSuccess('event1');
  expect(next.isChanged).toBe(true);
});

test('ten thousand problems are kept as five hundred: quarantine first, then the newest [Inv20]', () => {
  const { book, clock } = failed(5);
  for (let turn = 0; turn < 10_000; turn += 1) {
    clock.sleep(1_000);
    book.noteFailure(`other${turn}`, null, refused);
  }
  const list = book.list();
  expect(list.length).toBe(PROBLEMS.MAX_KEPT);
  expect(list[list.length - 1]?.about).toBe('event1');
  expect(list[list.length - 2]?.about).toBe('other9999');
});
