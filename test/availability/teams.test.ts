// Teams that clients can book as one: pure.
import fc from 'fast-check';
import { bookability, freeSpans, notYet, type Block } from '../../src/availability/plan';
import { planTeam } from '../../src/availability/plan-team';
import type { Reason } from '../../src/availability/reasons';
import { teamsOf } from '../../src/availability/teams';

const HOUR_MS = 3_600_000;
const DAY = { startMs: 0, endMs: 24 * HOUR_MS };

const at = (startMs: number, endMs: number, reason: Reason = 'busy'): Block => ({
  startMs: startMs * HOUR_MS,
  endMs: endMs * HOUR_MS,
  reason,
});

const member = (...blocks: Block[]) => ({ window: DAY, blocks: [...blocks, notYet(DAY)] });

const told = (needs: 'one' | 'all', ...members: (ReturnType<typeof member> | null)[]): string[] =>
  planTeam(needs, members)
    .blocks.slice(0, -1)
    .map(({ startMs, endMs, reason }) => `${startMs / HOUR_MS}-${endMs / HOUR_MS} ${reason}`);

test.each([
  [
    'Front desk: ann@a.example, Bob@a.example; Surgery (all): ann@a.example',
    [
      ['Front desk', 'one', 'ann@a.example,bob@a.example'],
      ['Surgery', 'all', 'ann@a.example'],
    ],
  ],
  ['', []],
  [' ; ', []],
  ['Twice: a@a.example, A@a.example;', [['Twice', 'one', 'a@a.example']]],
  ['Front desk', null],
  ['Front desk: ann', null],
  [': ann@a.example', null],
  ['Desk: a@a.example; desk: b@a.example', null],
  ['Desk: a@a.example: b@a.example', null],
  ['ann@a.example, bob@a.example', null],
  [`${'x'.repeat(61)}: a@a.example`, null],
  [Array.from({ length: 21 }, (_, index) => `T${index}: a@a.example`).join(';'), null],
])('teams written as “%s” are %j [TG6]', (text, expected) => {
  const teams = teamsOf(text);
  expect(teams?.map(({ name, needs, members }) => [name, needs, members.join()]) ?? null).toEqual(
    expected,
  );
});

test('of a team of which one is enough, time is blocked while nobody is free, and nobody runs over a change of hands [TG1, C3]', () => {
  // Ann until 10, Bob from 12 to 14, Cas from 9 to 11.
  expect(
    told(
      'one',
      member(at(0, 8, 'outside-hours'), at(10, 24)),
      member(at(0, 12, 'outside-hours'), at(14, 24, 'outside-hours')),
      member(at(0, 9, 'outside-hours'), at(11, 24, 'outside-hours')),
    ),
  ).toEqual(['0-8 outside-hours', '10-10 hand-over', '11-12 nobody-free', '14-24 nobody-free']);
});

test('of a team that is needed whole, time is blocked while anybody is not free; a stranger blocks all of it [TG1, C3]', () => {
  const ann = member(at(0, 8, 'outside-hours'), at(12, 13));
  const bob = member(at(0, 9, 'outside-hours'), at(12, 14, 'focus-time'));
  expect(told('all', ann, bob)).toEqual(['0-9 outside-hours', '12-13 busy', '13-14 focus-time']);
  expect(told('all', ann, null)).toEqual(['0-24 unknown']);
  expect(told('one', ann, null)).toEqual(['0-8 outside-hours', '12-13 busy']);
});

const blocks = fc
  .array(fc.tuple(fc.nat(47), fc.integer({ min: 1, max: 12 })), { maxLength: 8 })
  .map((all) =>
    member(
      ...all
        .sort(([one], [other]) => one - other)
        .reduce<Block[]>((found, [start, length]) => {
          const from = Math.max(start / 2, (found.at(-1)?.endMs ?? 0) / HOUR_MS);
          const until = Math.min(24, start / 2 + length / 2);
          return until > from ? [...found, at(from, until)] : found;
        }, []),
    ),
  );

test('whatever the members do: one can book the whole exactly when all can, and one of them only where one and the same can [C3]', () => {
  fc.assert(
    fc.property(fc.array(blocks, { minLength: 1, maxLength: 5 }), (members) => {
      const [one, all] = [planTeam('one', members), planTeam('all', members)];
      const can = (start: number, end: number, whose: (typeof members)[number]): boolean =>
        bookability({ startMs: start * HOUR_MS, endMs: end * HOUR_MS }, whose).kind === 'bookable';
      for (let start = 0; start < 24; start += 0.5)
        for (let end = start + 0.5; end <= Math.min(24, start + 4); end += 0.5) {
          const each = members.map((whose) => can(start, end, whose));
          expect(can(start, end, all as never)).toBe(each.every(Boolean));
          if (can(start, end, one as never)) expect(each).toContain(true);
        }
      // No moment at which somebody is free is lost.
      const total = (spans: readonly { startMs: number; endMs: number }[]) =>
        spans.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
      const halves = Array.from({ length: 48 }, (_, half) => half / 2).filter((start) =>
        members.some((whose) => can(start, start + 0.5, whose)),
      );
      expect(total(freeSpans(DAY, one))).toBe(halves.length * (HOUR_MS / 2));
    }),
    { numRuns: 200 },
  );
});
