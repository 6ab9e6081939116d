/**
 * What keeps Tandem from working for an organization: judged after every run, and kept in the script's properties, where the
 * page of every administrator reads it without the workbook. Pure, but for the slot.
 */
import { array, nullable, object, picklist, record, string } from 'valibot';
import { msOf } from '../kit/clock';
import { decoderOf } from '../kit/decoder';
import type { Failure } from '../kit/failure';
import { failureForm } from '../kit/failure-form';
import { traitsOf } from '../kit/failure-traits';
import { slot, type Slot } from '../kit/slot';
import type { StringStore } from '../kit/string-store';
import type { Ended } from '../runs/checkpoint';
import type { Finding } from '../runs/feature';

export const HEALTH = {
  /** More would be of little use to anybody, and all organizations share the store. */
  MOST_TROUBLES: 8,
  TEXT_CHARACTERS: 200,
  /** A run notes that it came no more often than this: every note is a write. */
  NOTED_EVERY_MS: 3_600_000,
  LATE_AFTER_MS: 3 * 3_600_000,
  /** What heals by itself is told when it has not done so by then. */
  PATIENCE_MS: 3_600_000,
  /** A mail that could not be sent is tried again this much later. */
  MAIL_AGAIN_MS: 3_600_000,
} as const;

/** Whose health it is: one job of a feature, or the feature's own look. */
export interface Part {
  readonly feature: string;
  readonly part: string;
}

export interface Trouble extends Finding, Part {
  readonly since: string;
  /** When administrators got a mail about it. */
  readonly toldAt: string | null;
  /** When a mail was last tried. */
  readonly triedAt: string | null;
}

export interface Health {
  readonly troubles: readonly Trouble[];
  /** When a run last noted that it had come; null before the first. */
  readonly ranAt: string | null;
  /** When each feature last looked at itself. */
  readonly lookedAt: Readonly<Record<string, string>>;
  /** Since when each job has been due without finishing. */
  readonly unfinished: Readonly<Record<string, string>>;
  /** Jobs that have finished at least once. */
  readonly proved: readonly string[];
}

export const ALL_WELL: Health = {
  troubles: [],
  ranAt: null,
  lookedAt: {},
  unfinished: {},
  proved: [],
};

const instant = string();
const troubleForm = object({
  feature: string(),
  part: string(),
  state: picklist(['degraded', 'broken']),
  failure: failureForm,
  since: instant,
  toldAt: nullable(instant),
  triedAt: nullable(instant),
});

/** Among the script's properties. */
export const healthSlot = (shared: StringStore, customerId: string): Slot<Health> =>
  slot(shared, {
    key: `health.${customerId}`,
    version: 1,
    decode: decoderOf<Health>(
      object({
        troubles: array(troubleForm),
        ranAt: nullable(instant),
        lookedAt: record(string(), instant),
        unfinished: record(string(), instant),
        proved: array(string()),
      }),
    ),
  });

/** What was found out about one part. */
export interface Judged extends Part {
  readonly findings: readonly Finding[];
}

/** The record after a part was judged. What was wrong before and still is keeps its beginning. */
export function healthAfter(
  before: Health,
  { feature, part, findings }: Judged,
  at: string,
): Health {
  if (isUnknown(findings)) return before;
  const isOfPart = (one: Trouble): boolean => one.feature === feature && one.part === part;
  const others = before.troubles.filter((one) => !isOfPart(one));
  const own = findings.map(({ state, failure }): Trouble => {
    const same = before.troubles.find(
      (one) => isOfPart(one) && one.failure.kind === failure.kind && one.state === state,
    );
    const now = withShortTexts(failure);
    if (same) return isHealing(failure) ? same : { ...same, failure: now };
    return { feature, part, state, failure: now, since: at, toldAt: null, triedAt: null };
  });
  return { ...before, troubles: [...others, ...own].slice(0, HEALTH.MOST_TROUBLES) };
}

/** Another execution was at work: nothing was found out. */
const isUnknown = (findings: readonly Finding[]): boolean =>
  findings.some(({ failure }) => failure.kind === 'busy');

/** What a fault of Google's says differs from run to run: the first telling stays, for every change is a write. */
export const isHealing = (failure: Failure): boolean => traitsOf(failure).cure === 'nobody';

const withShortTexts = (failure: Failure): Failure =>
  Object.fromEntries(
    Object.entries(failure).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.slice(0, HEALTH.TEXT_CHARACTERS) : (value as unknown),
    ]),
  ) as unknown as Failure;

export interface JobSeen extends Part {
  readonly lateAfterMs: number;
  /** Whether it did what could have failed, where it finished. */
  readonly isProof: boolean;
}

/** The record after a job ended, however it did. */
export function healthAfterJob(before: Health, job: JobSeen, ended: Ended, at: string): Health {
  const { part } = job;
  if (ended.kind === 'finished') {
    const proved = before.proved.includes(part) ? before.proved : [...before.proved, part];
    const { [part]: _done, ...unfinished } = before.unfinished;
    const finished = { ...before, proved, unfinished };
    return job.isProof ? healthAfter(finished, { ...job, findings: [] }, at) : finished;
  }
  // It will say how that went.
  if (ended.kind === 'failed' && ended.failure.kind === 'busy') return before;
  const since = before.unfinished[part] ?? at;
  const noted = { ...before, unfinished: { ...before.unfinished, [part]: since } };
  return healthAfter(
    noted,
    { ...job, findings: findingsOf(ended, since, { before, job, at }) },
    at,
  );
}

/** The record after a job that nobody wants. */
export function healthWithout(before: Health, { feature, part }: Part, at: string): Health {
  const { [part]: _off, ...unfinished } = before.unfinished;
  return healthAfter({ ...before, unfinished }, { feature, part, findings: [] }, at);
}

function findingsOf(
  ended: Exclude<Ended, { readonly kind: 'finished' }>,
  since: string,
  { before, job, at }: { readonly before: Health; readonly job: JobSeen; readonly at: string },
): readonly Finding[] {
  if (ended.kind === 'continues') {
    const isLate = msOf(at) - msOf(since) > job.lateAfterMs;
    return isLate
      ? [{ state: 'degraded', failure: { kind: 'sync-behind', lastGoodRunAt: since } }]
      : [];
  }
  const { failure } = ended;
  // The first run always waits for a person, who has just been shown what to look at.
  if (failure.kind === 'held')
    return before.proved.includes(job.part) ? [{ state: 'degraded', failure }] : [];
  return [findingOf(failure)];
}

/** A failure of a whole job: what somebody has to put right stops it, all else delays it. */
export const findingOf = (failure: Failure): Finding => ({
  state: traitsOf(failure).retry === 'never' ? 'broken' : 'degraded',
  failure,
});

/** The record after a run: it came. */
export const healthAfterRun = (before: Health, at: string): Health =>
  before.ranAt !== null && msOf(at) - msOf(before.ranAt) < HEALTH.NOTED_EVERY_MS
    ? before
    : { ...before, ranAt: at };

/** The part that a feature's look at itself stands for: no job is called so. */
const LOOK = 'its own look';

/** Whether a feature should look at itself now. */
export function isLookDue(
  { lookedAt, troubles }: Health,
  { feature, everyMs }: { readonly feature: string; readonly everyMs: number },
  nowMs: number,
): boolean {
  const last = lookedAt[feature];
  const isTroubled = troubles.some((one) => one.feature === feature && one.part === LOOK);
  return last === undefined || isTroubled || nowMs - msOf(last) >= everyMs;
}

/** The record after a feature looked at itself. While something is wrong it looks at every run, and notes only the first. */
export function healthAfterLook(
  before: Health,
  { feature, everyMs }: { readonly feature: string; readonly everyMs: number },
  findings: readonly Finding[],
  at: string,
): Health {
  if (isUnknown(findings)) return before;
  const last = before.lookedAt[feature];
  const isNoted = last !== undefined && msOf(at) - msOf(last) < everyMs;
  const lookedAt = isNoted ? before.lookedAt : { ...before.lookedAt, [feature]: at };
  return healthAfter({ ...before, lookedAt }, { feature, part: LOOK, findings }, at);
}

/** What an administrator who checks the installation finds out for the whole organization. */
const CHECKED: readonly Failure['kind'][] = [
  'unauthorized-client',
  'scope-not-delegated',
  'client-internal',
  'invalid-key',
  'key-revoked',
  'service-account-disabled',
  'key-of-another-project',
  'not-installed',
  'api-access-blocked',
  'service-disabled',
];

/** The record after all checks were good: what they prove is over, whether or not a run has had anything to do since. */
export const healthAfterChecks = (before: Health): Health => ({
  ...before,
  troubles: before.troubles.filter(({ failure }) => !CHECKED.includes(failure.kind)),
});
