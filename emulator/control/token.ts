import { requireAccount } from './account';
import { ControlRefusal } from './input';
import type { ControlAction } from './control-action';
import { tokenFor } from '../workspace/oauth/tokens';

const OPEN_ID = ['openid', 'email', 'profile'];

/** An access token for a person, without consent: for trying the APIs over HTTP. */
export const token: ControlAction = ({ workspace }, input) => {
  const { email, scopes } = {
    email: input.allowOnly(['email', 'scopes']).text('email'),
    scopes: input.texts('scopes'),
  };
  requireAccount(workspace, email);
  for (const scope of scopes)
    if (!OPEN_ID.includes(scope) && !/^https:\/\/\S+$/.test(scope))
      throw new ControlRefusal(
        400,
        `"scopes" has "${scope}", which is not a scope: a scope is a URL such as https://www.googleapis.com/auth/calendar.`,
      );
  const issued = tokenFor(workspace, email, scopes);
  return {
    access_token: issued.token,
    expires_in: Math.round((issued.expiresAt - workspace.clock.now()) / 1000),
    token_type: 'Bearer',
    scope: scopes.join(' '),
  };
};
