import { callWebApp } from '../web-app/call';
import { allDeployments } from '../web-app/deployment';
import type { ControlAction } from './control-action';

/** The deployed web apps of every script. */
export const webApps: ControlAction = ({ workspace }) => ({
  webApps: allDeployments(workspace).map(
    ({ deploymentId, script, access, executeAs, deployer }) => ({
      deploymentId,
      name: script.record.name,
      access,
      executeAs,
      deployer: deployer?.email ?? script.record.ownerEmail,
    }),
  ),
});

/** A google.script.run call, passed on by the page around a web app's frame. */
export const webAppCall: ControlAction = ({ workspace }, input) => {
  input.allowOnly(['deployment', 'latest', 'as', 'function', 'parameters']);
  return callWebApp(workspace, {
    deploymentId: input.text('deployment'),
    latest: input.optionalFlag('latest') ?? false,
    as: input.all()['as'] === null ? null : input.text('as'),
    functionName: input.text('function'),
    parameters: input.optionalList('parameters') ?? [],
  });
};
