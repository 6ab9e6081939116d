/** The caller's own switch, wishes and preview. Nobody else's can be reached from here. */
import type { Caller } from '../../card/action';
import type { CardSection } from '../../card/card-json';
import { instantAt } from '../../kit/clock';
import type { Failure } from '../../kit/failure';
import { fail, ok, type Result } from '../../kit/result';
import { valueOr, type Slot } from '../../kit/slot';
import {
  MOST_LEFT_OUT,
  withEvents,
  type NewChoices,
  type OwnChoices,
  type OwnRules,
} from '../entry/own-choices';
import type { CalendarActionPorts } from './action-ports';
import { CONSENT_VERSION, myLeftOut, myRules, mySync, type MySync } from '../boards/my-sync';
import { keptBoard, type Kept } from '../boards/kept-board';
import { previewBoard, type SavedPreview } from '../boards/preview-board';
import { syncState, type SyncState } from '../boards/state';
import { statusBoard, type StatusBoard } from '../boards/status-board';
import type { Dismissed } from '../boards/told-conflict';
import { undoBoard, type Undoing } from '../boards/undo-board';
import { wishes, type Wish, type Wishes } from '../boards/wishes';

export interface Mine {
  now(): string;
  state(): SyncState;
  /** Whether the person's own switch is on. */
  isOn(): boolean;
  isOrganizationOn(): boolean;
  /** Fails with `org-sync-off` when the organization has not set Tandem up. */
  wish(wish: Wish): ReturnType<Wishes['put']>;
  /** As `wish`, for one event of theirs; `full` when they have left out as many as Tandem can keep. */
  choose(id: string, isLeftOut: boolean): Result<'put' | 'too-many' | 'full', Failure>;
  /** As `wish`, for everything that is synced. */
  chooseRules(rules: OwnRules): Result<unknown, Failure>;
  /** What they chose, whether a run has seen it yet or not. */
  choices(): OwnChoices;
  /** What the person has dismissed and no run has handled yet. */
  dismissed(): Dismissed;
  keep(state: MySync['state'], since: string): Result<null, Failure>;
  /** Notes which choice for private events the person has been told about. If it cannot be noted, they are told once more. */
  noteTold(privateEvents: NonNullable<MySync['privateEvents']>): void;
  /** Notes the present choice for somebody when it is not known what they have been told. */
  learnPrivacy(): void;
  /** Notes that an administrator has connected them, or has ended that, for as long as no run says so again. */
  learnConnected(state: SyncState): void;
  /** Whether nothing tells if an administrator has connected them: they never decided, and the cache has lost what runs said. */
  mayBeConnected(state: SyncState): boolean;
  forgetPreview(): void;
  keepPreview(saved: SavedPreview): Result<null, Failure>;
  /** What would be put back, or was; null when nothing is being undone. */
  undoing(): Undoing | null;
  forgetUndo(): void;
  /** The list of synced entries that they asked for; null before they ask, and once the cache has lost it. */
  kept(): Kept | null;
  /** What other features show below an own sync that is on. */
  besides(): readonly CardSection[];
  /** Null when the organization has not set Tandem up. */
  readonly board: StatusBoard | null;
}

const NONE = { kind: 'nothing' } as const;

const NOBODY: Failure = { kind: 'unavailable', message: 'Google did not say who the caller is.' };

export function mineOf(ports: CalendarActionPorts, caller: Caller): Mine {
  const { clock, properties, cache, lock } = ports;
  const organization = ports.organizationOf(caller);
  const place = mySync(ports.own);
  const { userId, email } = caller;
  const customer = organization.kind === 'set-up' ? organization.customer : null;
  const waiting = customer === null ? null : wishes(properties, lock, customer);
  const previews = customer === null ? null : previewBoard(cache, customer);
  const undoings = customer === null ? null : undoBoard(cache, customer);
  const kept = userId && customer ? keptBoard(cache, customer)(userId) : null;
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
    ...ownChoices(ports, caller, waiting),
    dismissed() {
      const wish = userId === null ? null : (waiting?.of(userId) ?? null);
      return wish?.kind === 'dismiss' ? wish : { keys: [], until: null };
    },
    keep(state, since) {
      const { role = 'person', privateEvents = null } = valueOr(place.read(), null) ?? {};
      return place.write({ state, since, consentVersion: CONSENT_VERSION, role, privateEvents });
    },
    noteTold(privateEvents) {
      const known = valueOr(place.read(), null);
      if (known) void place.write({ ...known, privateEvents });
    },
    learnPrivacy() {
      const known = valueOr(place.read(), null);
      const policy = known?.state === 'on' && known.privateEvents === null && board?.policy();
      if (known && policy) void place.write({ ...known, privateEvents: policy.privateEvents });
    },
    ...connectedNotes(ports, board),
    besides: () => ports.besides?.(caller) ?? [],
    undoing: () => (userId === null ? null : (undoings?.of(userId) ?? null)),
    forgetUndo: () => (userId === null ? undefined : undoings?.remove(userId)),
    kept: () => valueOr(kept?.read() ?? NONE, null),
    keepPreview: (saved) =>
      userId && previews ? previews.put(userId, saved) : fail({ kind: 'org-sync-off' }),
    forgetPreview: () => (userId === null ? undefined : previews?.remove(userId)),
  };
}

/** What the person's own record says of being connected by an administrator, because the cache forgets it. */
function connectedNotes(
  { clock, own }: CalendarActionPorts,
  board: StatusBoard | null,
): Pick<Mine, 'learnConnected' | 'mayBeConnected'> {
  const place = mySync(own);
  return {
    learnConnected(state) {
      const connectedBy = state.kind === 'on' ? state.connectedBy : null;
      if (connectedBy === null && state.kind !== 'off') return;
      const known = valueOr(place.read(), null);
      const { role = 'person' } = known ?? {};
      const note = { since: instantAt(clock.now()), consentVersion: 0, role, privateEvents: null };
      if (connectedBy !== null && known?.connectedBy !== connectedBy)
        void place.write({ ...note, state: 'on', connectedBy });
      if (state.kind === 'off' && known?.connectedBy !== undefined) place.clear();
    },
    mayBeConnected: (state) =>
      state.kind === 'off' &&
      state.trouble === null &&
      place.read().kind === 'nothing' &&
      board?.policy()?.areConnected === true,
  };
}

/** The choices are left for the runner first, and then noted for the person's own card. */
function ownChoices(
  { clock, own }: CalendarActionPorts,
  { userId, email }: Caller,
  waiting: Wishes | null,
): Pick<Mine, 'choose' | 'chooseRules' | 'choices'> {
  const chosen = myLeftOut(own);
  const rulesPlace = myRules(own);
  const now = (): string => instantAt(clock.now());
  return {
    choose(id, isLeftOut) {
      if (!waiting) return fail({ kind: 'org-sync-off' });
      if (userId === null) return fail(NOBODY);
      return noteChoice(chosen, { id, isLeftOut }, () =>
        waiting.choose({ userId, email }, { id, isLeftOut }, now()),
      );
    },
    chooseRules(rules) {
      if (!waiting) return fail({ kind: 'org-sync-off' });
      if (userId === null) return fail(NOBODY);
      const put = waiting.chooseRules({ userId, email }, rules, now());
      return put.ok ? rulesPlace.write(rules) : put;
    },
    choices: () => ({
      at: '',
      leftOut: valueOr(chosen.read(), []),
      rules: valueOr(rulesPlace.read(), undefined),
    }),
  };
}

/** @param leave leaves the choice for the runner, before it is noted for the person's own card. */
function noteChoice(
  place: Slot<readonly string[]>,
  choice: NewChoices['events'][number],
  leave: () => Result<'put' | 'too-many', Failure>,
): ReturnType<Mine['choose']> {
  const leftOut = withEvents(valueOr(place.read(), []), [choice]);
  if (choice.isLeftOut && leftOut.length > MOST_LEFT_OUT) return ok('full');
  const put = leave();
  if (!put.ok || put.value !== 'put') return put;
  const kept = place.write(leftOut);
  return kept.ok ? put : kept;
}
