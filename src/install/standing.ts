/** The present state of an organization: what its runs noted, and what only a visit can find out. */
import { instantAt, msOf, type Clock } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { traitsOf } from '../kit/failure-traits';
import type { Finding } from '../runs/feature';
import { HEALTH, type Health } from './health';
import type { InstallPorts } from './ports';
import type { Tenant } from './tenant';

export interface LastRun {
  readonly at: string;
  /** False when it may have been up to an hour later, because runs note that they came only once an hour. */
  readonly isExact: boolean;
}

/** Something that is wrong, as the page shows it. */
export interface ShownTrouble extends Finding {
  /** Null when it was found by this visit. */
  readonly since: string | null;
  /** The feature that it keeps from working; null when it is all of Tandem. */
  readonly feature: string | null;
}

export interface Standing {
  readonly troubles: readonly ShownTrouble[];
  readonly lastRun: LastRun | null;
  /** Whether the first run of the directory has finished. */
  readonly isDeployed: boolean;
}

export interface StandingParts {
  readonly ports: Pick<InstallPorts, 'inOffice' | 'license'>;
  readonly clock: Clock;
  health(tenant: Tenant): Health;
  lastRun(tenant: Tenant): LastRun | null;
  /** The job whose first finished run brings the people in; null when there is none. */
  readonly firstJob: string | null;
}

/**
 * When nothing runs, nothing is noted. So the visit itself checks what would keep runs from coming: whether the sync account is
 * still an active administrator, and whether Tandem is still installed.
 */
export function standingOf(parts: StandingParts, tenant: Tenant): Standing {
  const health = parts.health(tenant);
  const lastRun = parts.lastRun(tenant);
  const seen = [officeOf(parts, tenant), installOf(parts), runsOf(tenant, lastRun, parts.clock)];
  const isOver = (kind: Failure['kind']): boolean =>
    seen.some((one) => one.about === kind && one.isGood);
  const now = seen.flatMap(({ failure }) => (failure ? [failure] : []));
  const noted = health.troubles.filter(({ failure }) => !isOver(failure.kind));
  const isNoted = (failure: Failure): boolean =>
    noted.some((one) => one.failure.kind === failure.kind);
  return {
    troubles: unique([
      ...now
        .filter((failure) => !isNoted(failure))
        .map((failure): ShownTrouble => ({
          state: 'broken',
          failure,
          since: failure.kind === 'runs-stopped' ? failure.lastRunAt : null,
          feature: null,
        })),
      ...noted,
    ]),
    lastRun,
    isDeployed: parts.firstJob === null || health.proved.includes(parts.firstJob),
  };
}

/** The result of one question of this visit. Neither good nor a failure means unknown. */
interface Seen {
  readonly about: Failure['kind'];
  readonly isGood: boolean;
  readonly failure: Failure | null;
}

function officeOf({ ports }: StandingParts, { syncAccount }: Tenant): Seen {
  const about = 'sync-account-gone';
  const office = ports.inOffice(syncAccount);
  if (office.ok) return { about, isGood: true, failure: null };
  const { failure } = office;
  const isTelling = traitsOf(failure).cure !== 'nobody' && failure.kind !== 'not-directory-admin';
  return { about, isGood: false, failure: isTelling ? failure : null };
}

function installOf({ ports }: StandingParts): Seen {
  const about = 'not-installed';
  const license = ports.license();
  if (!license.ok) return { about, isGood: false, failure: null };
  const isGood = license.value.kind === 'organization';
  return { about, isGood, failure: isGood ? null : { kind: 'not-installed' } };
}

function runsOf({ everyMinutes }: Tenant, lastRun: LastRun | null, clock: Clock): Seen {
  const about = 'runs-stopped';
  if (lastRun === null) return { about, isGood: false, failure: null };
  const { at, isExact } = lastRun;
  if (!isLate(at, { everyMinutes, isExact }, clock.now()))
    return { about, isGood: true, failure: null };
  return { about, isGood: false, failure: { kind: 'runs-stopped', lastRunAt: at } };
}

/** Removes duplicates: two features may fail for the same reason. */
const unique = (troubles: readonly ShownTrouble[]): readonly ShownTrouble[] => [
  ...new Map(troubles.map((one) => [JSON.stringify(one.failure), one])).values(),
];

/** The later of what a run noted and what the cache remembers. */
export function laterRun(notedAt: string | null, cachedAt: string | null): LastRun | null {
  if (cachedAt !== null && (notedAt === null || msOf(cachedAt) >= msOf(notedAt)))
    return { at: instantAt(msOf(cachedAt)), isExact: true };
  return notedAt === null ? null : { at: notedAt, isExact: false };
}

const MINUTE_MS = 60_000;

/**
 * Whether the runner should have come since.
 *
 * @param ranAt as noted once an hour, or by the run itself where the cache still has it.
 */
export const isLate = (
  ranAt: string,
  { everyMinutes, isExact }: { readonly everyMinutes: number | null; readonly isExact: boolean },
  nowMs: number,
): boolean => {
  const graceMs = isExact ? 15 * MINUTE_MS : HEALTH.NOTED_EVERY_MS + 15 * MINUTE_MS;
  return nowMs - msOf(ranAt) > 2 * (everyMinutes ?? 60) * MINUTE_MS + graceMs;
};
