import { operations } from '../../runtime/realm/bridge';
import { defineLazily } from '../../runtime/realm/define';
import { emulated } from '../../runtime/realm/emulated';
import type { SessionOperations } from './operations';

const call = operations<SessionOperations>();

/** @see https://developers.google.com/apps-script/reference/base/session */
export function installSession(timeZone: string): void {
  defineLazily('Session', () => {
    emulated('Base.User', User);
    const getActiveUser = (): User => new User(call('session.getActiveUser'));
    return emulated('Base.Session', {
      getActiveUser,
      getEffectiveUser: () => new User(call('session.getEffectiveUser')),
      getActiveUserLocale: () => call('session.getActiveUserLocale'),
      getScriptTimeZone: () => timeZone,
      getTemporaryActiveUserKey: () => call('session.getTemporaryActiveUserKey'),
      getTimeZone: () => timeZone,
      getUser: getActiveUser,
    });
  });
}

/** @see https://developers.google.com/apps-script/reference/base/user */
class User {
  #email: string;

  constructor(email: string) {
    this.#email = email;
  }

  getEmail(): string {
    return this.#email;
  }

  getUserLoginId(): string {
    return this.#email;
  }

  toString(): string {
    return this.#email;
  }
}
