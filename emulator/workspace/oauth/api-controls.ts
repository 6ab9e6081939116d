import type { ApiName } from '../../discovery/discovery';
import type { Caller } from '../caller';
import type { Workspace } from '../workspace';

/** Refuses what the organisation's API controls do not let this application do. @throws GoogleError */
export function requireAllowedByAdministrator(
  _workspace: Workspace,
  _caller: Caller,
  _api: ApiName,
): void {}
