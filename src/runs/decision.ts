/**
 * How a person decides about a run: a brake holds it, what it would do is kept and shown, somebody who has seen that says
 * go, and a run does that much and no more, once. Pure data and rules: where they are kept is `decision-book.ts`, how they
 * are shown is `decision-card.ts`, and why a run is held is the feature's own.
 */
import { inputOf, type Inputs, type Parameters } from '../card/action';
import { canonicalJson, type Json } from '../kit/canonical';
import { instantAt, msOf } from '../kit/clock';
import { textDigest } from '../kit/text-digest';

export const DECISION = {
  /** How long a preview can be approved, and how long the approval counts. */
  LASTS_MS: 86_400_000,
  /** Above this many subjects only their number is kept: all of them would not fit into an organization's share. */
  MOST_NAMED: 1_000,
  /** How far plans that are made at once move on in time. A plan that is later than that is from a clock that was ahead. */
  AT_ONCE_MS: 1_000,
} as const;

/** How many of each kind a go has to cover, by the feature's own names: `deletions`, `deactivations`. */
export type Numbers = Readonly<Record<string, number>>;

/** What a brake says about a plan. */
export interface Held<W> {
  readonly numbers: Numbers;
  /** The ids that the go would be about; null when only the numbers count. */
  readonly subjects: readonly string[] | null;
  /** False when a go would not help, because something has to be put right first. */
  readonly mayGo: boolean;
  /** The feature's own data: why the run is held, and the preview. */
  readonly what: W;
}

/** What waits for a person. */
export interface Waiting<W> {
  /** The instant of this plan, which also identifies it: a plan with other content has another. */
  readonly plannedAt: string;
  /** From this instant on, somebody has to look again. */
  readonly until: string;
  readonly numbers: Numbers;
  /** Marks of the subjects; null when only the numbers count. */
  readonly marks: string | null;
  readonly mayGo: boolean;
  readonly what: W;
}

/** Somebody said go. */
export interface Go {
  readonly at: string;
  readonly by: string;
  /** `plannedAt` of what they saw. */
  readonly to: string;
  /** From this instant on, it allows nothing. */
  readonly until: string;
  readonly numbers: Numbers;
  readonly marks: string | null;
}

/** What a card showed, as its button brings it back. */
export interface Seen {
  readonly plannedAt: string;
  readonly numbers: Numbers;
}

/** What waits after a run was held, given what waited before. Somebody may be looking at that, so the same plan keeps its instant. */
export function waitingAfter<W>(
  before: Waiting<W> | null,
  { numbers, subjects, mayGo, what }: Held<W>,
  nowMs: number,
): Waiting<W> {
  const next: Waiting<W> = {
    plannedAt: instantAt(nowMs),
    until: instantAt(nowMs + DECISION.LASTS_MS),
    numbers,
    marks: subjects === null || subjects.length > DECISION.MOST_NAMED ? null : marksOf(subjects),
    mayGo,
    what,
  };
  return before === null ? next : { ...next, plannedAt: plannedAtAfter(before, next) };
}

/** Two previews can be made within one millisecond, and a card of the first must not count for the second. */
function plannedAtAfter<W>(before: Waiting<W>, next: Waiting<W>): string {
  if (isSame(before, next)) return before.plannedAt;
  const sinceMs = msOf(next.plannedAt) - msOf(before.plannedAt);
  const isAtOnce = sinceMs <= 0 && sinceMs > -DECISION.AT_ONCE_MS;
  return isAtOnce ? instantAt(msOf(before.plannedAt) + 1) : next.plannedAt;
}

const isSame = <W>(one: Waiting<W>, other: Waiting<W>): boolean =>
  contentText(one) === contentText(other);

const contentText = <W>({ plannedAt: _plannedAt, until: _until, ...content }: Waiting<W>): string =>
  canonicalJson(content as unknown as Json);

export type Answered =
  | { readonly kind: 'go'; readonly go: Go }
  | { readonly kind: 'nothing-waits' }
  /** A go does not help here. */
  | { readonly kind: 'not-approvable' }
  /** What waits now is more than what was seen, or about others. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'expired' };

/** The outcome of a press on go. Pressing twice has the same outcome twice. */
export function answerTo<W>(
  waiting: Waiting<W> | null,
  seen: Seen,
  { nowMs, by }: { readonly nowMs: number; readonly by: string },
): Answered {
  if (waiting === null) return { kind: 'nothing-waits' };
  if (!waiting.mayGo) return { kind: 'not-approvable' };
  if (!isCovered(waiting, seen)) return { kind: 'changed' };
  if (!isNow(waiting.plannedAt, waiting.until, nowMs)) return { kind: 'expired' };
  const { plannedAt: to, numbers, marks } = waiting;
  const at = instantAt(nowMs);
  const until = instantAt(nowMs + DECISION.LASTS_MS);
  return { kind: 'go', go: { at, by, to, until, numbers, marks } };
}

/** If only numbers count, fewer than were seen are covered; named subjects must be among those that were shown. */
const isCovered = <W>({ plannedAt, numbers, marks }: Waiting<W>, seen: Seen): boolean =>
  (marks === null || plannedAt === seen.plannedAt) &&
  Object.entries(numbers).every(([name, number]) => number <= (seen.numbers[name] ?? 0));

/** The state of a decision. */
export type Standing<W> =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'waits'; readonly waiting: Waiting<W> }
  /** Somebody has said go, and no run has used it yet. */
  | { readonly kind: 'allowed'; readonly waiting: Waiting<W>; readonly go: Go };

export function standingOf<W>(
  waiting: Waiting<W> | null,
  go: Go | null,
  nowMs: number,
): Standing<W> {
  if (waiting === null) return { kind: 'nothing' };
  const counts = go !== null && go.to === waiting.plannedAt && isNow(go.at, go.until, nowMs);
  return counts ? { kind: 'allowed', waiting, go } : { kind: 'waits', waiting };
}

/** What a run may do beyond its brakes. */
export interface Allowance {
  number(name: string): number;
  /** The subjects that were not shown, or are beyond the number that was. */
  uncovered(name: string, subjects: readonly string[]): readonly string[];
}

export const NOTHING_ALLOWED: Allowance = {
  number: () => 0,
  uncovered: (_name, subjects) => subjects,
};

/**
 * What a go allows now: nothing once it has expired, or a run has used it.
 *
 * @param usedAt the last time at which a run did what a go allowed; null for never.
 */
export function allowanceOf(
  go: Go | null,
  { nowMs, usedAt = null }: { readonly nowMs: number; readonly usedAt?: string | null },
): Allowance {
  if (go === null || !isNow(go.at, go.until, nowMs)) return NOTHING_ALLOWED;
  if (usedAt !== null && usedAt >= go.at) return NOTHING_ALLOWED;
  const { numbers, marks } = go;
  const shown = marks === null ? null : new Set(marks.match(/.{6}/g) ?? []);
  const number = (name: string): number => numbers[name] ?? 0;
  return {
    number,
    uncovered(name, subjects) {
      let left = number(name);
      return subjects.filter((subject) => {
        const isShown = shown === null || shown.has(markOf(subject));
        return !isShown || (left -= 1) < 0;
      });
    },
  };
}

/** An instant in the future came from a clock that was ahead, and does not count. */
const isNow = (from: string, until: string, nowMs: number): boolean =>
  msOf(from) <= nowMs && nowMs < msOf(until);

/** Six characters each, in an order that reveals nothing. One in 16 million others has the same mark as a subject. */
const marksOf = (subjects: readonly string[]): string =>
  [...new Set(subjects.map(markOf))].sort().join('');

const markOf = (subject: string): string => textDigest(subject).slice(0, 6);

const SEEN_AT = 'seen';
const SEEN_NUMBER = 'seen.';

/** What the go button carries. */
export const seenParameters = ({ plannedAt, numbers }: Seen): Parameters => ({
  [SEEN_AT]: plannedAt,
  ...Object.fromEntries(
    Object.entries(numbers).map(([name, number]) => [SEEN_NUMBER + name, String(number)]),
  ),
});

/** What the pressed button carried. Anything that is not a number counts as not seen. */
export const seenIn = (inputs: Inputs): Seen => ({
  plannedAt: inputOf(inputs, SEEN_AT),
  numbers: Object.fromEntries(
    Object.keys(inputs)
      .filter((name) => name.startsWith(SEEN_NUMBER))
      .map((name) => [name.slice(SEEN_NUMBER.length), Number(inputOf(inputs, name)) || 0]),
  ),
});
