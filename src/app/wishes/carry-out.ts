/** Carries out other administrators' wishes in a run, in the sync account's name. */
import { mayDo, type ActionEntry, type Caller, type Decided, type Role } from '../../card/action';
import { instantAt, msOf, type Clock } from '../../kit/clock';
import type { Failure } from '../../kit/failure';
import type { Result } from '../../kit/result';
import { ADMIN_WISHES, type AdminWish, type AdminWishes } from './admin-wish';
import type { Boards } from './boards';

/** An action of a feature, and the place that shows the feature's state. */
export interface Found {
  readonly feature: string;
  readonly entry: ActionEntry;
  /** Null when the feature has no place that only reads the workbook. */
  readonly place: { readonly action: string } | null;
}

export interface Carrying {
  readonly wishes: AdminWishes;
  readonly boards: Boards;
  readonly clock: Clock;
  /** The sync account. */
  readonly runner: Caller;
  /** Null for an unknown name, or an action that does not need the workbook. */
  /** @param by in whose name decisions are noted; null for the runner's. */
  find(action: string, by: Caller | null): Found | null;
  /** The account's present role; null for somebody who is no longer an administrator. */
  roleNow(userId: string): Result<Role | null, Failure>;
  /** Notes for the Journal who asked for what, unless the action has noted it itself. */
  note(wish: AdminWish, outcome: string, decided?: Decided): void;
}

/**
 * Carries out the waiting wishes that change something. The wisher's role is looked up at this moment. A wish is marked before it
 * is begun: if the run breaks off in the middle, that is reported, and the wish is not carried out twice.
 *
 * @returns the actions whose boards no longer show how things stand, for `showBoards`.
 */
export function carryOutWishes(carrying: Carrying): readonly string[] {
  const changed = carrying.wishes
    .list()
    .flatMap((wish) => carryOut(carrying, wish, carrying.find(wish.action, callerOf(wish))) ?? []);
  return [...new Set(changed)];
}

function carryOut(carrying: Carrying, wish: AdminWish, found: Found | null): string | null {
  const { wishes, clock } = carrying;
  if (found === null) wishes.remove(wish);
  if (found === null || found.entry.isRead) return null;
  if (wish.isBegun) return refuse(carrying, wish, found, BROKE_OFF);
  if (clock.now() - msOf(wish.at) > ADMIN_WISHES.LASTS_MS)
    return refuse(carrying, wish, found, TOO_OLD);
  const role = roleFor(carrying, wish);
  // Google does not say at the moment, so the wish waits for the next run.
  if (!role.ok) return null;
  if (!isAllowed(role.value, found.entry)) return refuse(carrying, wish, found, NOT_ALLOWED);
  // Without the mark it could be carried out twice.
  if (!wishes.put({ ...wish, isBegun: true }).ok) return null;
  const { card, how, notice, decided } = found.entry.run(wish.inputs, callerOf(wish));
  const at = instantAt(clock.now());
  // The board will show a whole card; any other answer is for the wisher alone.
  const own = how === 'root' ? null : card;
  carrying.boards.postOutcome(wish.by.userId, found.feature, { at, notice, card: own });
  carrying.note(wish, notice ?? 'Done.', decided);
  wishes.remove(wish);
  return found.place === null ? null : found.place.action;
}

/**
 * Updates the boards that somebody asked to see or whose content changed. Comes after the run, so that they show its outcome.
 *
 * @param changed as `carryOutWishes` returned them.
 */
export function showBoards(carrying: Carrying, changed: readonly string[]): void {
  const { wishes, boards, clock, find } = carrying;
  const shown = new Set<string>();
  const show = (action: string, entry: ActionEntry, wish: AdminWish | null): void => {
    if (shown.has(action)) return;
    shown.add(action);
    const { card, table } = entry.run(wish === null ? {} : wish.inputs, carrying.runner);
    if (card !== null) boards.post(action, { at: instantAt(clock.now()), card, table });
  };
  for (const wish of wishes.list()) {
    const found = find(wish.action, null);
    if (found === null || !found.entry.isRead) continue;
    wishes.remove(wish);
    const role = roleFor(carrying, wish);
    if (role.ok && isAllowed(role.value, found.entry)) show(wish.action, found.entry, wish);
  }
  for (const action of changed) {
    const found = find(action, null);
    if (found !== null) show(action, found.entry, null);
  }
}

const isAllowed = (role: Role | null, entry: ActionEntry): boolean =>
  entry.for === 'everyone' || mayDo(role, entry.for);

const BROKE_OFF =
  'The run that was doing what you asked for broke off. Check whether it was done; if not, ask again.';
const TOO_OLD = 'No run came for a day, so what you asked for was not done. Ask again.';
const NOT_ALLOWED =
  'What you asked for was not done: your administrator role no longer includes it.';

/** The lesser of the wisher's role when they asked and their present one. */
function roleFor(carrying: Carrying, { by, role }: AdminWish): Result<Role | null, Failure> {
  const now = carrying.roleNow(by.userId);
  if (!now.ok || now.value === null) return now;
  return { ok: true, value: mayDo(now.value, role) ? role : now.value };
}

function refuse(carrying: Carrying, wish: AdminWish, { feature }: Found, notice: string): null {
  const { wishes, boards, clock } = carrying;
  wishes.remove(wish);
  boards.postOutcome(wish.by.userId, feature, { at: instantAt(clock.now()), notice, card: null });
  carrying.note(wish, notice);
  return null;
}

const callerOf = ({ by: { userId, email } }: AdminWish): Caller => ({
  userId,
  email,
  domain: email.slice(email.indexOf('@') + 1),
});
