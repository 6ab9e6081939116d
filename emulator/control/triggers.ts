import { isoInstant } from '../kit/clock';
import { findUser } from '../workspace/directory/accounts';
import type { WorkspaceState } from '../workspace/state/workspace-state';
import type { ControlAction } from './control-action';
import { ControlRefusal } from './input';

/** The installable triggers of every script. `waitingUntil` is when the next run that was already requested begins. */
export const triggers: ControlAction = ({ workspace: { state } }) => ({
  triggers: Object.values(state.scripts.scripts).flatMap((script) =>
    script.triggers.map(({ ownerUserId, nextRunAt, createdAt, ...trigger }) => ({
      ...trigger,
      script: script.name,
      owner: findUser(state.directory, ownerUserId)?.primaryEmail ?? ownerUserId,
      createdAt: isoInstant(createdAt),
      nextRunAt: nextRunAt === null ? null : isoInstant(nextRunAt),
      waitingUntil: waitingUntil(state, trigger.uid),
    })),
  ),
});

/** Runs a trigger now, as its owner, whether or not it is due: `{uid}`. */
export const runTrigger: ControlAction = ({ workspace }, input) => {
  const uid = input.allowOnly(['uid']).text('uid');
  const execution = workspace.runTrigger(uid);
  if (execution === undefined) throw new ControlRefusal(404, `There is no trigger ${uid}.`);
  if (execution === null)
    throw new ControlRefusal(409, 'Its owner is suspended or gone, so it does not run.');
  return { executionId: execution.id, status: execution.status };
};

const waitingUntil = ({ scripts }: WorkspaceState, uid: string): string | null => {
  const run = scripts.pending.find(({ triggerUid }) => triggerUid === uid);
  return run ? isoInstant(run.at) : null;
};
