import type { UserPrincipal } from '../workspace/caller';
import { findPrincipal, findUser } from '../workspace/directory/accounts';
import type { DirectoryState } from '../workspace/state/directory';
import type { ScriptRecord, TriggerRecord } from '../workspace/state/scripts';
import type { Workspace } from '../workspace/workspace';
import type { Engine, InstalledScript } from './engine';
import type { Execution } from '../runtime/execution';

/** Runs triggers' functions as their owners. */
export class TriggerRuns {
  constructor(
    private readonly workspace: Workspace,
    private readonly engine: Engine,
    private readonly installedAs: (scriptId: string) => InstalledScript | undefined,
  ) {}

  /** Runs a trigger once, whoever caused the event; null when the owner is gone or suspended, or the code is not here. */
  fire(
    { scriptId }: ScriptRecord,
    { ownerUserId, handler, uid }: TriggerRecord,
    event: object,
  ): Execution | undefined {
    const installed = this.installedAs(scriptId);
    const person = ownerOf(this.workspace.state.directory, ownerUserId);
    if (!installed || !person) return undefined;
    return this.engine.run(installed, {
      functionName: handler,
      person,
      surface: 'trigger',
      args: [event],
      triggerUid: uid,
    }).execution;
  }
}

/** The owner's account; undefined when it is deleted or suspended. */
function ownerOf(directory: DirectoryState, userId: string): UserPrincipal | undefined {
  if (findUser(directory, userId)?.suspended) return undefined;
  const consumer = Object.entries(directory.consumers).find(([, id]) => id === userId);
  return findPrincipal(directory, consumer?.[0] ?? userId);
}
