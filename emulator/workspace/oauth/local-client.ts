import { SERVICE_NAMES } from '../../discovery/discovery';
import type { Workspace } from '../workspace';

const PROJECT_NUMBER = '100000000001';

/** The OAuth client behind the control API's tokens: a third party's, with every API enabled in its own Cloud project. */
export const LOCAL_CLIENT_ID = `${PROJECT_NUMBER}-localclient.apps.googleusercontent.com`;

/** Registers the local client where it is missing: a loaded state may lack it. */
export function registerLocalClient({ state }: Workspace): void {
  state.cloud.projects[PROJECT_NUMBER] ??= {
    projectNumber: PROJECT_NUMBER,
    projectId: 'local-client',
    name: 'Local client',
    ownerCustomerId: null,
    enabledApis: [...new Set(Object.values(SERVICE_NAMES))],
    keyCreationDisabled: false,
    serviceAccounts: {},
  };
  state.oauth.clients[LOCAL_CLIENT_ID] ??= {
    clientId: LOCAL_CLIENT_ID,
    name: 'Local client',
    kind: 'web',
    projectNumber: PROJECT_NUMBER,
    ownerCustomerId: null,
  };
}
