import type { Execution } from '../runtime/execution';
import type { Caller } from '../workspace/caller';

/** The authority with which a script calls Google's APIs. */
export const scriptCaller = ({ start }: Execution): Caller => ({
  principal: start.person,
  scopes: start.scopes,
  clientId: start.script.clientId,
  projectNumber: start.script.projectNumber,
  applicationName: start.script.name,
  impersonated: false,
  cause: 'script',
  ipAddress: null,
});
