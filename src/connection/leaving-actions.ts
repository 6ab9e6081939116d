/** Disconnecting Google Workspace: keeping the copies, or removing them first. Only an owner can (C22). */
import {
  decides,
  inputOf,
  pushes,
  restarts,
  type ActionEntry,
  type Answer,
  type Inputs,
} from '../card/action';
import type { Card } from '../card/card-json';
import { instantAt, type Clock } from '../kit/clock';
import type { Failure } from '../kit/failure';
import type { Result } from '../kit/result';
import type { Ending, Leaving } from './leaving';
import { INPUTS, leaveCard } from './leaving-cards';
import { CONNECTION } from './names';

export interface LeavingPorts {
  readonly clock: Clock;
  /** Whether this is a demo, which production replaces one day. */
  isDemo(): boolean;
  /** Null where the organization is not being disconnected. */
  leaving(): Leaving | null;
  /** Null: the organization stays after all. */
  saveLeaving(leaving: Leaving | null): Result<null, Failure>;
  /** Stops everything at once, and removes the keys where that was chosen. */
  disconnect(ending: Ending): Result<null, Failure>;
}

type Entries = Readonly<Record<string, ActionEntry>>;

/**
 * @param hasOwn whether there are keys to remove.
 * @param refused the card of a failure. @param show the page Connection, with a notice.
 */
export function leavingEntries(
  ports: LeavingPorts,
  {
    hasOwn,
    refused,
    show,
  }: { hasOwn(): boolean; refused(failure: Failure): Card; show(notice: string): Answer },
): Entries {
  const owners = (run: ActionEntry['run']): ActionEntry => ({ for: 'owner', run });
  const answer = (done: Result<null, Failure>, notice: string): Answer =>
    done.ok ? show(notice) : restarts(refused(done.failure));
  const end = (ending: Ending): Answer =>
    answer(ports.disconnect(ending), 'Google Workspace is disconnected.');
  return {
    [CONNECTION.askLeave]: owners(() => pushes(leaveCard(hasOwn(), ports.isDemo()))),
    [CONNECTION.leave]: owners((inputs) => {
      const ending = endingOf(inputs);
      if (inputOf(inputs, INPUTS.copies) !== 'remove') return end(ending);
      const begun = { ...ending, at: instantAt(ports.clock.now()), left: null };
      const told = answer(ports.saveLeaving(begun), 'The next runs remove the copies.');
      return decides(
        told,
        'Connection',
        'Everybody’s copies are removed, then Tandem is disconnected.',
      );
    }),
    [CONNECTION.leaveNow]: owners(() => {
      const begun = ports.leaving();
      return begun === null ? show('Tandem stays connected.') : end(begun);
    }),
    [CONNECTION.stay]: owners(() => answer(ports.saveLeaving(null), 'Tandem stays connected.')),
  };
}

const endingOf = (inputs: Inputs): Ending => {
  const chosen = inputs[INPUTS.besides] ?? [];
  return {
    removesKeys: chosen.includes('keys'),
    changesEnvironment: chosen.includes('environment'),
  };
};
