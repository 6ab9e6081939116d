/** What a button that needs the workbook does for an administrator who is not the sync account. */
import {
  pushes,
  restarts,
  shows,
  withTable,
  type ActionEntry,
  type Answer,
  type Inputs,
  type Role,
} from '../../card/action';
import { card } from '../../card/card';
import { failureSection } from '../../card/failure-section';
import { instantAt, msOf, type Clock } from '../../kit/clock';
import type { Failure } from '../../kit/failure';
import type { FeaturePlace } from '../../runs/feature';
import type { AdminWish, AdminWishes } from './admin-wish';
import type { Boards } from './boards';
import { askedCard, boardCard, notYetCard, soonness } from './cards';

export interface Asking {
  readonly wishes: AdminWishes;
  readonly boards: Boards;
  readonly clock: Clock;
  readonly everyMinutes: number | null;
  /** When the last run came, if none has come for too long; null otherwise. */
  readonly stoppedSince: string | null;
  /** The place where the feature shows its state. */
  readonly place: FeaturePlace;
}

export interface Asked {
  readonly action: string;
  readonly entry: ActionEntry;
  readonly inputs: Inputs;
  readonly by: AdminWish['by'];
  readonly role: Role;
}

/** A board younger than this is not asked for again. */
const FRESH_MS = 60_000;

/** Shows the board of an action that reads; notes the wish for one that writes. */
export function askFor(asking: Asking, asked: Asked): Answer {
  if (asking.stoppedSince !== null)
    return shows(failureCard({ kind: 'runs-stopped', lastRunAt: asking.stoppedSince }, asking));
  return asked.entry.isRead ? showBoard(asking, asked) : noteWish(asking, asked);
}

function showBoard(asking: Asking, { action, inputs, by, role }: Asked): Answer {
  const { wishes, boards, clock, everyMinutes, place } = asking;
  const board = boards.board(action);
  const isOld = board === null || clock.now() - msOf(board.at) >= FRESH_MS;
  if (isOld) {
    const put = wishes.put(wishOf({ action, inputs, by, role }, clock));
    if (!put.ok && board === null) return restarts(failureCard(put.failure, asking));
  }
  if (board === null) return restarts(notYetCard(place.title, everyMinutes, action));
  const mine = wishes.list().filter((one) => one.by.userId === by.userId && one.action !== action);
  const waiting =
    mine.length === 0 ? null : `What you asked for is done ${soonness(everyMinutes)}.`;
  return withTable(
    restarts(boardCard(board.card, board.at, { action, waiting })),
    board.table ?? null,
  );
}

function noteWish(asking: Asking, asked: Asked): Answer {
  const { wishes, clock, everyMinutes, place } = asking;
  const put = wishes.put(wishOf(asked, clock));
  if (!put.ok) return pushes(failureCard(put.failure, asking));
  return restarts(
    askedCard(place.title, everyMinutes, place.action),
    `Asked for: done ${soonness(everyMinutes)}.`,
  );
}

const wishOf = ({ action, inputs, by, role }: Omit<Asked, 'entry'>, clock: Clock): AdminWish => ({
  action,
  inputs,
  by,
  role,
  at: instantAt(clock.now()),
  isBegun: false,
});

const failureCard = (failure: Failure, { place }: Asking) =>
  card(place.title, failureSection(failure));
