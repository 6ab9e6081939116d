/** The caller's own part of the calendar: their switch, their wishes, their preview. Nobody else's can be reached from it. */
import type { Caller } from '../../card/action';
import { instantAt } from '../../kit/clock';
import type { Failure } from '../../kit/failure';
import { fail, type Result } from '../../kit/result';
import { valueOr } from '../../kit/slot';
import type { CalendarActionPorts } from './action-ports';
import { CONSENT_VERSION, mySync, type MySync } from '../boards/my-sync';
import { previewBoard } from '../boards/preview-board';
import { syncState, type SyncState } from '../boards/state';
import { statusBoard, type StatusBoard } from '../boards/status-board';
import { wishes, type Wish, type Wishes } from '../boards/wishes';

export interface Mine {
  now(): string;
  state(): SyncState;
  /** Whether the person's own switch is on. */
  isOn(): boolean;
  isOrganizationOn(): boolean;
  /** Fails with `org-sync-off` where the organization has no Tandem. */
  wish(wish: Wish): ReturnType<Wishes['put']>;
  keep(state: MySync['state'], since: string): Result<null, Failure>;
  forgetPreview(): void;
  /** Null where the organization has no Tandem. */
  readonly board: StatusBoard | null;
}

const NOBODY: Failure = { kind: 'unavailable', message: 'Google did not say who the caller is.' };

export function mineOf(ports: CalendarActionPorts, caller: Caller): Mine {
  const { clock, properties, cache, lock } = ports;
  const organization = ports.organizationOf(caller);
  const place = mySync(ports.own);
  const { userId, email } = caller;
  const customer = organization.kind === 'set-up' ? organization.customer : null;
  const waiting = customer === null ? null : wishes(properties, lock, customer);
  const previews = customer === null ? null : previewBoard(cache, customer);
  const board = customer === null ? null : statusBoard(cache, customer);
  return {
    board,
    now: () => instantAt(clock.now()),
    state() {
      if (!waiting || !previews || !board) return { kind: 'not-set-up' };
      const parts = { mine: place, wishes: waiting, previews, board, nowMs: clock.now() };
      return syncState(organization, userId, parts);
    },
    isOn: () => valueOr(place.read(), null)?.state === 'on',
    isOrganizationOn: () => organization.kind === 'set-up' && organization.isCalendarOn,
    wish(wish) {
      if (!waiting) return fail({ kind: 'org-sync-off' });
      return userId === null ? fail(NOBODY) : waiting.put({ userId, email }, wish);
    },
    keep(state, since) {
      const role = valueOr(place.read(), null)?.role ?? 'person';
      return place.write({ state, since, consentVersion: CONSENT_VERSION, role });
    },
    forgetPreview() {
      if (userId !== null) previews?.remove(userId);
    },
  };
}
