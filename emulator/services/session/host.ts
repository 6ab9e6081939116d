import { createHash } from 'node:crypto';
import type { Execution } from '../../runtime/execution';
import type { SessionOperations } from './operations';

const USERINFO = 'https://www.googleapis.com/auth/userinfo.email';

/** The second is the sign-in scope with the same meaning. */
const EMAIL_SCOPES = [USERINFO, 'email'];

/** How long a temporary user key stays the same. */
const KEY_MS = 30 * 86_400_000;

/** @see https://developers.google.com/apps-script/reference/base/session */
export function sessionOperations(execution: Execution): SessionOperations {
  const { start, workspace } = execution;
  return {
    'session.getActiveUser': () =>
      execution.service('session.getActiveUser', () => activeEmail(execution)),
    'session.getEffectiveUser': () =>
      execution.service('session.getEffectiveUser', () => {
        if (!start.scopes.has('email'))
          execution.requireScope('Session.getEffectiveUser', [USERINFO]);
        return start.person.email;
      }),
    'session.getActiveUserLocale': () =>
      execution.service('session.getActiveUserLocale', () => localeOf(execution)),
    'session.getTemporaryActiveUserKey': () =>
      execution.service('session.getTemporaryActiveUserKey', () => {
        const user = (start.activeUser ?? start.person).userId;
        const period = Math.floor(workspace.clock.now() / KEY_MS);
        return createHash('sha256')
          .update(`${start.script.scriptId} ${user} ${period}`)
          .digest('base64url');
      }),
  };
}

/** Withheld without an email scope, in triggers, and from a script that runs as somebody of another organization. */
function activeEmail({ start }: Execution): string {
  const { activeUser, person, scopes } = start;
  if (!activeUser || !EMAIL_SCOPES.some((scope) => scopes.has(scope))) return '';
  const sameSide =
    activeUser.userId === person.userId ||
    (activeUser.customerId !== null && activeUser.customerId === person.customerId);
  return sameSide ? activeUser.email : '';
}

/** The language of the account; English where the directory has none. */
function localeOf({ start, workspace }: Execution): string {
  const user = workspace.state.directory.users[(start.activeUser ?? start.person).userId];
  const languages = user?.profile['languages'];
  const first = Array.isArray(languages) ? languages[0] : undefined;
  const code =
    typeof first === 'object' && first !== null && !Array.isArray(first)
      ? first['languageCode']
      : undefined;
  return typeof code === 'string' ? code : 'en';
}
