import type { KeyObject } from 'node:crypto';
import { SERVICE_NAMES } from '../../discovery/discovery';
import { jsonKeyFile } from '../cloud/key-files';
import { createKey, newPrivateKey } from '../cloud/keys';
import { createServiceAccount } from '../cloud/service-accounts';
import type { Workspace } from '../workspace';
import type { ScriptRecord } from '../state/scripts';

/** Names of the script properties in which an application expects what only its publisher can provide. */
export interface PublisherProperties {
  /** Receives the JSON key file of a service account in the script's Cloud project. */
  readonly serviceAccountKey: string;
  /** Receives the number of that project, which is the application's id in the Marketplace. */
  readonly projectNumber: string;
}

/** One for this process: a key takes a tenth of a second to make, and many Workspaces of a process have a publisher. */
let publishersKey: KeyObject | undefined;

/**
 * Does what a publisher does once by hand before offering an application: enables the Marketplace SDK in its Cloud project,
 * creates a service account with a key there, and stores key and project number in the script's properties.
 */
export function doPublishersPart(
  workspace: Workspace,
  record: ScriptRecord,
  names: PublisherProperties,
): void {
  const project = workspace.state.cloud.projects[record.projectNumber]!;
  const marketplace = SERVICE_NAMES.appsmarket;
  if (!project.enabledApis.includes(marketplace)) project.enabledApis.push(marketplace);
  const account = createServiceAccount(workspace, project, {
    name: 'service-account',
    displayName: record.name,
  });
  const key = jsonKeyFile(
    project,
    account,
    createKey(workspace, account, (publishersKey ??= newPrivateKey())),
  );
  record.scriptProperties[names.serviceAccountKey] = JSON.stringify(key);
  record.scriptProperties[names.projectNumber] = record.projectNumber;
}
