import type { Execution } from '../../runtime/execution';
import { ScriptException } from '../../runtime/script-exception';
import { installationSource } from './installation-source';
import {
  authorizationInfo,
  identityToken,
  invalidateAuth,
  oauthToken,
  requireScopes,
} from './authorization';
import type { ScriptOperations } from './operations';
import { createTrigger, deleteTrigger, ownTriggers, requireTriggerScope, viewOf } from './triggers';
import { isTimeZone } from './time-zone';

/** @see https://developers.google.com/apps-script/reference/script/script-app */
export function scriptOperations(execution: Execution): ScriptOperations {
  const { start } = execution;
  const service = <T>(member: string, work: () => T): T =>
    execution.service(`script.${member}`, work);
  return {
    'script.requireTriggerScope': (member) => requireTriggerScope(execution, member),
    'script.checkTimeZone'(timeZone) {
      if (!isTimeZone(timeZone)) throw new ScriptException(`Invalid argument: timezone`);
    },
    'script.createTrigger': (handler, schedule) =>
      service('createTrigger', () => viewOf(createTrigger(execution, handler, schedule))),
    'script.getProjectTriggers': () =>
      service('getProjectTriggers', () => {
        requireTriggerScope(execution, 'ScriptApp.getProjectTriggers');
        return ownTriggers(execution).map(viewOf);
      }),
    'script.deleteTrigger': (uid, fresh) =>
      service('deleteTrigger', () => deleteTrigger(execution, uid, fresh)),
    'script.getOAuthToken': () => service('getOAuthToken', () => oauthToken(execution)),
    'script.getIdentityToken': () => service('getIdentityToken', () => identityToken(execution)),
    'script.getAuthorizationInfo': (scopes) =>
      service('getAuthorizationInfo', () => authorizationInfo(execution, scopes)),
    'script.requireScopes': (scopes) =>
      service('requireScopes', () => requireScopes(execution, scopes)),
    'script.invalidateAuth': () => service('invalidateAuth', () => invalidateAuth(execution)),
    'script.getInstallationSource': () =>
      service('getInstallationSource', () => installationSource(execution)),
    'script.getScriptId': () => start.script.scriptId,
    'script.getServiceUrl': () => webAppUrl(execution),
  };
}

/** Google's address of the web app; null when the manifest has none. */
function webAppUrl({ start }: Execution): string | null {
  if (!start.project.manifest.webapp) return null;
  const { deploymentId, ownerEmail } = start.script;
  return `https://script.google.com/a/macros/${ownerEmail.split('@')[1]}/s/${deploymentId}/exec`;
}
