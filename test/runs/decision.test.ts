import { string } from 'valibot';
import { checkCard } from '../../emulator/card/check';
import {
  allowanceOf,
  answerTo,
  DECISION,
  seenIn,
  seenParameters,
  standingOf,
  waitingAfter,
  type Go,
  type Held,
  type Seen,
  type Waiting,
} from '../../src/runs/decision';
import { decisionBook, decisionForms } from '../../src/runs/decision-book';
import { decisionCard } from '../../src/runs/decision-card';
import type { Lease } from '../../src/runs/lease';
import { fail } from '../../src/kit/result';
import { MemoryStore } from '../kit/memory-store';

const NOW_MS = Date.parse('2026-11-02T08:00:00Z');
const at = (ms: number): string => new Date(NOW_MS + ms).toISOString();
const HOUR_MS = 3_600_000;

const held = (subjects: readonly string[] | null, more: Partial<Held<string>> = {}) => ({
  numbers: { deletions: subjects?.length ?? 20 },
  subjects,
  mayGo: true,
  what: 'preview',
  ...more,
});

const waits = (subjects: readonly string[] | null, more: Partial<Held<string>> = {}) =>
  waitingAfter<string>(null, held(subjects, more), NOW_MS);

/** The button brings back what the card showed. */
const seen = (waiting: Waiting<string>): Seen =>
  seenIn(
    Object.fromEntries(
      Object.entries(seenParameters(waiting)).map(([name, value]) => [name, [value]]),
    ),
  );

function goTo(waiting: Waiting<string>, afterMs = HOUR_MS): Go {
  const answered = answerTo(waiting, seen(waiting), { nowMs: NOW_MS + afterMs, by: 'u1' });
  if (answered.kind !== 'go') throw new Error(answered.kind);
  return answered.go;
}

describe('a person who says go', () => {
  const twenty = waits(null);
  const three = waits(['a', 'b', 'c']);
  const renamed = { ...three, plannedAt: at(1000) };

  test.each<[string, Waiting<string> | null, Seen, number, string]>([
    ['to what waits is heard', twenty, seen(twenty), HOUR_MS, 'go'],
    ['to named people is heard', three, seen(three), HOUR_MS, 'go'],
    ['a moment too soon is heard', three, seen(three), DECISION.LASTS_MS - 1, 'go'],
    ['a day later has to look again', three, seen(three), DECISION.LASTS_MS, 'expired'],
    ['when nothing waits changes nothing', null, seen(twenty), HOUR_MS, 'nothing-waits'],
    [
      'to what no go helps is refused',
      waits([], { mayGo: false }),
      seen(waits([])),
      0,
      'not-approvable',
    ],
    [
      'to fewer than wait now has to look again',
      twenty,
      { ...seen(twenty), numbers: { deletions: 19 } },
      0,
      'changed',
    ],
    [
      'to more than wait now is heard',
      twenty,
      { ...seen(twenty), numbers: { deletions: 21 } },
      0,
      'go',
    ],
    [
      'to no number at all has to look again',
      twenty,
      { ...seen(twenty), numbers: {} },
      0,
      'changed',
    ],
    ['to other names than wait now has to look again', renamed, seen(three), HOUR_MS, 'changed'],
  ])('%s [Att10]', (_, waiting, shown, afterMs, kind) => {
    expect(answerTo(waiting, shown, { nowMs: NOW_MS + afterMs, by: 'u1' }).kind).toBe(kind);
  });

  test('twice says the same twice', () => {
    expect(goTo(three)).toEqual(goTo(three));
  });

  test('is remembered with who they are, when, and until when it counts', () => {
    expect(goTo(three)).toMatchObject({ at: at(HOUR_MS), by: 'u1', until: at(25 * HOUR_MS) });
  });
});

describe('what a go allows', () => {
  const go = goTo(waits(['a', 'b', 'c']));
  const now = NOW_MS + HOUR_MS;

  test.each<[string, Go | null, number, string | null, string[]]>([
    ['nothing, where nobody said go', null, now, null, ['a', 'b', 'x']],
    ['those who were shown', go, now, null, ['x']],
    ['nothing, a day later', go, now + DECISION.LASTS_MS, null, ['a', 'b', 'x']],
    ['nothing, before it was said', go, now - 1, null, ['a', 'b', 'x']],
    ['nothing, once a run made use of it', go, now + 2, at(HOUR_MS + 1), ['a', 'b', 'x']],
    ['the same, for a run that was before it', go, now, at(0), ['x']],
  ])('%s', (_, said, nowMs, usedAt, left) => {
    expect(allowanceOf(said, { nowMs, usedAt }).uncovered('deletions', ['a', 'b', 'x'])).toEqual(
      left,
    );
  });

  test('at most the number that was shown, if there were too many to name', () => {
    const many = Array.from({ length: DECISION.MOST_NAMED + 1 }, (_, index) => `s${index}`);
    const waiting = waits(many);
    expect(waiting.marks).toBe(null);
    const allowance = allowanceOf(goTo(waiting), { nowMs: now });
    expect(allowance.uncovered('deletions', [...many, 'one more'])).toEqual(['one more']);
  });
});

describe('a plan that is held again', () => {
  const before = waits(['a', 'b']);

  test('keeps its name while it says the same, for somebody may be reading it', () => {
    const after = waitingAfter(before, held(['b', 'a']), NOW_MS + HOUR_MS);
    expect(after).toMatchObject({ plannedAt: before.plannedAt, until: at(25 * HOUR_MS) });
    expect(standingOf(after, goTo(before), NOW_MS + 2 * HOUR_MS).kind).toBe('allowed');
  });

  test('is another plan when it is about others, and a go to the first does not cover it', () => {
    const after = waitingAfter(before, held(['a', 'c']), NOW_MS + HOUR_MS);
    expect(after.plannedAt).toBe(at(HOUR_MS));
    expect(standingOf(after, goTo(before), NOW_MS + 2 * HOUR_MS).kind).toBe('waits');
  });

  test('is another plan even when it is made within the same millisecond, however many there are', () => {
    const second = waitingAfter(before, held(['c']), NOW_MS);
    const third = waitingAfter(second, held(['d']), NOW_MS);
    expect(new Set([before, second, third].map(({ plannedAt }) => plannedAt)).size).toBe(3);
    expect(standingOf(third, goTo(before), NOW_MS + HOUR_MS).kind).toBe('waits');
    expect(standingOf(third, goTo(third), NOW_MS + HOUR_MS).kind).toBe('allowed');
  });

  test('takes the time of now after a plan of a clock that was ahead', () => {
    const ahead = waitingAfter(null, held(['a']), NOW_MS + 48 * HOUR_MS);
    expect(waitingAfter(ahead, held(['b']), NOW_MS).plannedAt).toBe(at(0));
  });

  test('waits again when the go to it is over', () => {
    expect(standingOf(before, goTo(before, 0), NOW_MS + DECISION.LASTS_MS).kind).toBe('waits');
  });
});

test('a run that has lost its lease does not write over the plan that somebody is looking at [Inv12]', () => {
  const store = new MemoryStore();
  const forms = decisionForms('garden', 1, string());
  const lost: Lease = {
    fence: 1,
    holds: () => false,
    guarded: () => fail({ kind: 'busy', until: null }),
    renew: () => fail({ kind: 'busy', until: null }),
    release: () => undefined,
  };
  const shown = held(['a']);
  expect(decisionBook(store, forms).hold(shown, NOW_MS).ok).toBe(true);
  const before = decisionBook(store, forms).standing(NOW_MS);
  const late = decisionBook(store, forms, lost).hold(held(['b', 'c']), NOW_MS + HOUR_MS);
  expect(late).toMatchObject({ ok: false, failure: { kind: 'busy' } });
  expect(decisionBook(store, forms).standing(NOW_MS)).toEqual(before);
});

test('the card shows why, the preview and three buttons, and the go button carries what was seen', () => {
  const waiting = waits(null);
  const shown = decisionCard('Calendar', {
    heading: 'Is this right?',
    reason: { text: '20 entries would be deleted', evidence: 'of 100' },
    advice: 'Check first.',
    numbers: [],
    preview: [{ header: 'Preview', widgets: [{ divider: {} }] }],
    seen: waiting,
    go: { text: 'Go on', action: 'x.go' },
    lookAgain: { text: 'Look again', action: 'x.look' },
    leave: { text: 'Leave it', action: 'x.leave' },
  });
  expect(checkCard(shown)).toEqual([]);
  expect(shown.sections?.map(({ header }) => header)).toEqual([
    'Is this right?',
    'Preview',
    undefined,
  ]);
  const parameters = JSON.stringify(shown.sections?.[2]);
  expect(parameters).toContain('{"key":"seen","value":"2026-11-02T08:00:00.000Z"}');
  expect(parameters).toContain('{"key":"seen.deletions","value":"20"}');
});
