import { isoInstant } from '../runtime/clock';
import { findUser } from '../workspace/directory/accounts';
import type { ControlAction } from './control';

/** The installable triggers of every script. */
export const triggers: ControlAction = ({ workspace: { state } }) => ({
  triggers: Object.values(state.scripts.scripts).flatMap((script) =>
    script.triggers.map(({ ownerUserId, nextRunAt, createdAt, ...trigger }) => ({
      ...trigger,
      script: script.name,
      owner: findUser(state.directory, ownerUserId)?.primaryEmail ?? ownerUserId,
      createdAt: isoInstant(createdAt),
      nextRunAt: nextRunAt === null ? null : isoInstant(nextRunAt),
    })),
  ),
});
