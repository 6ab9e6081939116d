import { ConsoleRefusal, type AdminAction, type AdminActions } from '../admin-action';
import { requiredText, textList } from '../action-input';
import { findClient } from './clients';
import { consentRequest, grantConsent, revokeGrant } from './consent';
import { describeScope, isSignInScope } from './scopes';
import { logTokenEvent, scopeParameters } from './token-log';

/** The consent screen's content for this person: `{clientId, scopes}`. */
const request: AdminAction = (workspace, { userId }, input) => {
  const shown = consentRequest(
    workspace,
    requiredText(input, 'clientId'),
    userId,
    textList(input, 'scopes'),
  );
  return {
    ...shown,
    scopes: shown.scopes.map((scope) => ({ ...scope })),
    blocked: shown.blocked && { ...shown.blocked },
  };
};

/**
 * "Continue" on the consent screen: `{clientId, scopes, ticked?}`. `scopes` were asked for, `ticked` are the boxes
 * that were ticked; all of them when left out. Sign-in scopes have no box and are granted with the rest.
 */
const grant: AdminAction = (workspace, { userId }, input) => {
  const clientId = requiredText(input, 'clientId');
  const asked = textList(input, 'scopes');
  const { granular } = consentRequest(workspace, clientId, userId, asked);
  const boxes = input['ticked'] === undefined ? asked : textList(input, 'ticked');
  const ticked = asked.filter(
    (scope) => boxes.includes(scope) || (granular && isSignInScope(scope)),
  );
  if (!granular && ticked.length > 0 && ticked.length < asked.length)
    throw new ConsoleRefusal('This app asks for everything together: there are no boxes to tick.');
  grantConsent(workspace, clientId, userId, { ticked, asked });
  return { granted: ticked };
};

/** "My account > Third-party apps with account access > Remove access": `{clientId}`. */
const revoke: AdminAction = (workspace, { userId }, input) => {
  if (!revokeGrant(workspace, requiredText(input, 'clientId'), userId))
    throw new ConsoleRefusal('This app has no access to your account.');
};

/** "My account > Third-party apps with account access". */
const list: AdminAction = (workspace, { userId }) => ({
  apps: Object.values(workspace.state.oauth.grants)
    .filter((grant) => grant.userId === userId)
    .map(({ clientId, scopes, via, grantedAt }) => ({
      clientId,
      name: findClient(workspace, clientId)?.name ?? clientId,
      scopes: scopes.map((scope) => ({ scope, description: describeScope(scope) })),
      via,
      since: new Date(grantedAt).toISOString(),
    })),
});

/** "Request access" on the page "Access blocked": `{clientId, scopes}`. The administrators find it in the token log. */
const askAdministrator: AdminAction = (workspace, actor, input) => {
  const clientId = requiredText(input, 'clientId');
  const scopes = textList(input, 'scopes');
  if (!consentRequest(workspace, clientId, actor.userId, scopes).blocked)
    throw new ConsoleRefusal('This app is not blocked.');
  logTokenEvent(workspace, 'request', { actor, clientId }, [
    ...scopeParameters(scopes),
    { name: 'app_request_info', value: 'APP_REQUEST_TYPE_INDIVIDUAL' },
    { name: 'requester_email', value: actor.email },
  ]);
};

/** What a person does on Google's consent screen and account pages. */
export const consentActions: AdminActions = {
  'consent.request': request,
  'consent.grant': grant,
  'consent.revoke': revoke,
  'consent.list': list,
  'consent.askAdministrator': askAdministrator,
};
