/** The state of a person's calendar sync, as far as it is known without a remote call. */
import { msOf } from '../../kit/clock';
import { valueOr, type Slot } from '../../kit/slot';
import { freshness, type Freshness } from '../../runs/freshness';
import type { CalendarSettings } from '../settings';
import type { MySync } from './my-sync';
import type { PreviewBoard, SavedPreview } from './preview-board';
import type { SayableFailure } from './sayable';
import type { PolicySummary, Status, StatusBoard } from './status-board';
import { withoutDismissed } from './told-conflict';
import type { Wish, Wishes } from './wishes';

/** The caller's organization, as far as their card needs it. */
export type Organization =
  | { readonly kind: 'not-set-up' }
  | {
      readonly kind: 'set-up';
      readonly customer: string;
      /** The organization's own switch (S23, S27). */
      readonly isCalendarOn: boolean;
      /** Whether an administrator has paused everything. */
      readonly isPaused?: boolean;
      /** Minutes between two runs, as Google allows them; null while nothing runs. */
      readonly everyMinutes: number | null;
    };

export type SyncState =
  | { readonly kind: 'not-set-up' }
  /** @param isOnForMe the person has turned theirs on, and waits for the organization's switch. */
  | { readonly kind: 'org-off'; readonly isOnForMe: boolean; readonly isPaused: boolean }
  /** @param trouble why the runner could not do what the person last asked for; null when it could. */
  | { readonly kind: 'off'; readonly trouble: SayableFailure | null }
  /** A preview was asked for. */
  | { readonly kind: 'looking'; readonly everyMinutes: number | null }
  | { readonly kind: 'preview-ready'; readonly saved: SavedPreview }
  /** Turned on; no run has posted a status yet. */
  | { readonly kind: 'starting'; readonly everyMinutes: number | null }
  | On
  | {
      readonly kind: 'stopping';
      readonly copies: 'keep' | 'remove';
      readonly everyMinutes: number | null;
    };

export interface On {
  readonly kind: 'on';
  /** Null when the person's own record of it is lost. */
  readonly since: string | null;
  readonly health: Health;
  readonly freshness: Freshness;
  /** Null when the cache has lost it. */
  readonly status: Status | null;
  /** What holds up everybody's calendars; null when nothing is known to. */
  readonly trouble: SayableFailure | null;
  /** A wish that waits for the next run. */
  readonly waiting: 'look' | 'list' | 'approve' | 'look-back' | 'undo' | null;
  readonly everyMinutes: number | null;
  /** The organization's other choice for private events, of which the person has not been told; null where there is none. */
  readonly privacy: PrivacyNews | null;
  /** The administrator who turned it on; null where the person did so themself. */
  readonly connectedBy: string | null;
}

export interface PrivacyNews {
  readonly before: CalendarSettings['privateEvents'];
  readonly now: CalendarSettings['privateEvents'];
  /** Null where it is not known. */
  readonly since: string | null;
}

export type Health =
  | 'fresh'
  | 'behind'
  | 'failed'
  | 'held'
  /** Nothing is known here. */
  | 'unknown';

export interface StateParts {
  readonly mine: Slot<MySync>;
  readonly wishes: Wishes;
  readonly previews: PreviewBoard;
  readonly board: StatusBoard;
  readonly nowMs: number;
}

/**
 * At most six reads of properties and cache, and no call to anybody else.
 *
 * @param userId null while it is unknown: then only the person's own switch can be read.
 */
export function syncState(
  organization: Organization,
  userId: string | null,
  parts: StateParts,
): SyncState {
  if (organization.kind === 'not-set-up') return organization;
  const mine = valueOr(parts.mine.read(), null);
  const { isCalendarOn, isPaused = false } = organization;
  if (!isCalendarOn || isPaused)
    return { kind: 'org-off', isOnForMe: mine?.state === 'on', isPaused };
  const { everyMinutes } = organization;
  const known = <T>(read: (id: string) => T | null): T | null =>
    userId === null ? null : read(userId);
  const wish = known(parts.wishes.of);
  if (wish?.kind === 'off') return { kind: 'stopping', copies: wish.copies, everyMinutes };
  if (wish?.kind === 'on') return { kind: 'starting', everyMinutes };
  if (wish?.kind === 'preview') return { kind: 'looking', everyMinutes };
  const status = known((id) => statusOf(parts.board, id, wish));
  const { board, nowMs } = parts;
  const seen = { fresh: known(board.fresh), trouble: board.trouble, everyMinutes, nowMs };
  if (mine?.state === 'on' && mine.connectedBy === undefined) {
    const privacy = privacyNews(mine.privateEvents, board.policy());
    return onState(mine.since, wish, status, { ...seen, privacy, connectedBy: null });
  }
  const saved = known((id) => parts.previews.of(id, nowMs));
  if (saved) return { kind: 'preview-ready', saved };
  const connectedBy = connectedIn(mine, status);
  const isOff = mine?.state === 'off' || status === null;
  if (status?.outcome === 'off' || (isOff && connectedBy === null))
    return { kind: 'off', trouble: status?.outcome === 'off' ? status.failure : null };
  const since = mine?.state === 'on' ? mine.since : null;
  return onState(since, wish, status, { ...seen, privacy: null, connectedBy });
}

/** The administrator who connected them: by their own note of it, or by a run since they last decided themself. */
function connectedIn(mine: MySync | null, status: Status | null): string | null {
  if (mine?.connectedBy !== undefined) return mine.connectedBy;
  const isNews = status !== null && status.at > (mine?.since ?? '');
  return isNews ? (status.connectedBy ?? null) : null;
}

/** Without what the person has dismissed already. */
function statusOf(board: StatusBoard, userId: string, wish: Wish | null): Status | null {
  const status = board.status(userId);
  return status && wish?.kind === 'dismiss'
    ? { ...status, conflicts: withoutDismissed(status.conflicts, wish) }
    : status;
}

interface Seen {
  readonly fresh: { readonly at: string; readonly everyMs: number } | null;
  trouble(): SayableFailure | null;
  readonly everyMinutes: number | null;
  readonly privacy: PrivacyNews | null;
  readonly connectedBy: string | null;
  readonly nowMs: number;
}

/** How long the board may stay empty after turning on: a first run takes time. */
const FIRST_RUN_MS = 30 * 60_000;

function onState(
  since: string | null,
  wish: Wish | null,
  status: Status | null,
  { fresh, trouble: troubleOf, everyMinutes, privacy, connectedBy, nowMs }: Seen,
): SyncState {
  const isNew = since !== null && nowMs - msOf(since) < FIRST_RUN_MS;
  if (status === null && fresh === null && isNew) return { kind: 'starting', everyMinutes };
  const everyMs = Math.max(fresh?.everyMs ?? 0, (everyMinutes ?? 60) * 60_000);
  const age = freshness(fresh?.at ?? null, everyMs, nowMs);
  const waiting = waitingOf(wish);
  const health = healthOf(status, age);
  const trouble = age.kind === 'fresh' ? null : troubleOf();
  const told = { trouble, waiting, everyMinutes, privacy, connectedBy };
  return { kind: 'on', since, health, freshness: age, status, ...told };
}

function waitingOf(wish: Wish | null): On['waiting'] {
  if (wish?.kind === 'undo') return wish.go ? 'undo' : 'look-back';
  const { kind = null } = wish ?? {};
  return kind === 'look' || kind === 'list' || kind === 'approve' ? kind : null;
}

function privacyNews(
  before: MySync['privateEvents'],
  policy: PolicySummary | null,
): PrivacyNews | null {
  if (before === null || policy === null || policy.privateEvents === before) return null;
  return { before, now: policy.privateEvents, since: policy.since };
}

function healthOf(status: Status | null, age: Freshness): Health {
  if (status?.outcome === 'held') return 'held';
  if (status && status.outcome !== 'done') return 'failed';
  return age.kind === 'never' ? 'unknown' : age.kind;
}
