/**
 * What keeps Tandem from working for an organization: judged after every run and kept in the script's properties, where every
 * administrator's page can read it without the workbook. Pure, except for the slot.
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
  /** The most troubles that are kept: more would be of little use, and all organizations share the store. */
  MOST_TROUBLES: 8,
  TEXT_CHARACTERS: 200,
  /** How often at most a run notes that it came, because every note is a write. */
  NOTED_EVERY_MS: 3_600_000,
  LATE_AFTER_MS: 3 * 3_600_000,
  /** A trouble that may pass by itself is mailed if it has lasted this long. */
  PATIENCE_MS: 3_600_000,
  /** A mail that could not be sent is tried again this much later. */
  MAIL_AGAIN_MS: 3_600_000,
} as const;

/** The part that is judged: one job of a feature, or the feature's own check. */
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
  /** When each feature last checked itself. */
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

/** The result for one part. */
export interface Judged extends Part {
  readonly findings: readonly Finding[];
}

/** The record after a part was judged. A trouble that continues keeps its beginning. */
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
    // What another part has met already was mailed then.
    const told = others.find((one) => JSON.stringify(one.failure) === JSON.stringify(now));
    return {
      ...{ feature, part, state, failure: now, since: at },
      ...{ toldAt: told?.toldAt ?? null, triedAt: told?.triedAt ?? null },
    };
  });
  return { ...before, troubles: [...others, ...own].slice(0, HEALTH.MOST_TROUBLES) };
}

/** Another execution was running, so nothing was found out. */
const isUnknown = (findings: readonly Finding[]): boolean =>
  findings.some(({ failure }) => failure.kind === 'busy');

/** The text of a Google error differs from run to run. The first one is kept, because every change is a write. */
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
  /** Whether a finished job really tried something that could have failed. */
  readonly isProof: boolean;
}

/** The record after a job ended, whatever its outcome. */
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

/** The record for a job that is switched off. */
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

/** The trouble for a job that failed: `broken` if somebody has to act, otherwise `degraded`. */
export const findingOf = (failure: Failure): Finding => ({
  state: traitsOf(failure).retry === 'never' ? 'broken' : 'degraded',
  failure,
});

/** The record after a run came. */
export const healthAfterRun = (before: Health, at: string): Health =>
  before.ranAt !== null && msOf(at) - msOf(before.ranAt) < HEALTH.NOTED_EVERY_MS
    ? before
    : { ...before, ranAt: at };

/** The name of the part for a feature's own check; no job has this name. */
const LOOK = 'its own look';

/** Whether a feature should check itself now. */
export function isLookDue(
  { lookedAt, troubles }: Health,
  { feature, everyMs }: { readonly feature: string; readonly everyMs: number },
  nowMs: number,
): boolean {
  const last = lookedAt[feature];
  const isTroubled = troubles.some((one) => one.feature === feature && one.part === LOOK);
  return last === undefined || isTroubled || nowMs - msOf(last) >= everyMs;
}

/** The record after a feature checked itself. While something is wrong it checks at every run, and notes only the first time. */
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

/** The record after an administrator checked the installation and found something that concerns the whole organization. */
export const CHECKED: readonly Failure['kind'][] = [
  'unauthorized-client',
  'delegation-mismatch',
  'scope-not-delegated',
  'client-internal',
  'invalid-key',
  'key-revoked',
  'service-account-disabled',
  'may-not-sign',
  'service-account-deleted',
  'key-of-another-project',
  'not-installed',
  'api-access-blocked',
  'service-restricted',
  'service-disabled',
];

/** The record after all checks were good: troubles that they disprove are over, even if no run has had anything to do since. */
export const healthAfterChecks = (before: Health): Health => ({
  ...before,
  troubles: before.troubles.filter(({ failure }) => !CHECKED.includes(failure.kind)),
});
