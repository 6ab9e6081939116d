import type { ApiMethods } from '../api-method';
import { contentMethods } from './content';
import { deploymentMethods } from './deployments';
import { runScript } from './run';
import { versionMethods } from './versions';

/** The methods of the Apps Script API that the local Workspace answers: what clasp needs to push, pull, deploy and run. */
export const scriptMethods: ApiMethods = {
  ...contentMethods,
  ...versionMethods,
  ...deploymentMethods,
  'script.scripts.run': runScript,
};
