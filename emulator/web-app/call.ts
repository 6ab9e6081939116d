import type { WebAppWorkspace } from './web-app-workspace';
import { ScriptException } from '../runtime/script-exception';
import { callFromPage } from './call-from-page';
import { admit } from './admission';
import { findDeployment } from './deployment';
import { accountOf } from './visitor';

/** A google.script.run call: to which app, as which visitor, and with what. */
export interface WebAppCall {
  readonly deploymentId: string;
  readonly latest: boolean;
  /** Null for an anonymous visitor. */
  readonly as: string | null;
  readonly functionName: string;
  readonly parameters: readonly unknown[];
}

/** What the handlers of google.script.run receive, and which execution it was. */
export type WebAppCallAnswer =
  | { readonly kind: 'success'; readonly value: unknown; readonly executionId: string }
  | {
      readonly kind: 'failure';
      readonly name: string;
      readonly message: string;
      readonly executionId: string | null;
    };

/** Runs a function for a page that a web app served. A visitor who has lost access to the app since then is refused. */
export function callWebApp(workspace: WebAppWorkspace, call: WebAppCall): WebAppCallAnswer {
  const deployment = findDeployment(workspace, call.deploymentId, call.latest);
  const visitor = call.as === null ? null : accountOf(workspace, call.as);
  const admission = deployment && admit(workspace, deployment, visitor, call.latest);
  if (!deployment || admission?.kind !== 'admitted')
    return failure(
      'ScriptError',
      admission?.kind === 'consent' || admission?.kind === 'sign-in'
        ? 'Authorization is required to perform that action.'
        : 'You do not have permission to perform that action.',
    );
  try {
    const { execution, ...answer } = callFromPage(workspace.engine, deployment.script, {
      functionName: call.functionName,
      person: admission.person,
      activeUser: admission.activeUser,
      surface: 'webapp',
      args: call.parameters,
    });
    return { ...answer, executionId: execution.id };
  } catch (error) {
    if (error instanceof ScriptException) return failure(error.name, error.message);
    throw error;
  }
}

const failure = (name: string, message: string): WebAppCallAnswer => ({
  kind: 'failure',
  name,
  message,
  executionId: null,
});
