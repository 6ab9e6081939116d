import { operations } from '../../runtime/realm/bridge';
import { defineLazily } from '../../runtime/realm/define';
import { emulated } from '../../runtime/realm/emulated';
import { argumentsOf, mismatch } from '../signature/realm';
import type { AuthorizationView, ScriptOperations } from './operations';
import { enumsOf } from './realm-enums';
import {
  CalendarTriggerBuilder,
  ClockTriggerBuilder,
  Trigger,
  TriggerBuilder,
} from './realm-triggers';

const call = operations<ScriptOperations>();

/** @see https://developers.google.com/apps-script/reference/script/script-app */
export function installScriptApp(): void {
  defineLazily('ScriptApp', scriptApp);
}

function scriptApp(): object {
  const enums = enumsOf();
  emulated('Script.AuthorizationInfo', AuthorizationInfo);
  emulated('Script.Service', Service);
  emulated('Script.Trigger', Trigger);
  emulated('Script.TriggerBuilder', TriggerBuilder);
  emulated('Script.ClockTriggerBuilder', ClockTriggerBuilder);
  emulated('Script.CalendarTriggerBuilder', CalendarTriggerBuilder);
  return emulated('Script.ScriptApp', {
    ...enums,
    ...triggerMembers(),
    ...authorizationMembers(),
    getInstallationSource: () => enums.InstallationSource[call('script.getInstallationSource')],
    getScriptId: () => call('script.getScriptId'),
    getService: () => new Service(),
  });
}

const triggerMembers = (): object => ({
  newTrigger(...args: unknown[]): TriggerBuilder {
    const [handler] = argumentsOf<[string]>('ScriptApp.newTrigger', args, ['String']);
    call('script.requireTriggerScope', 'ScriptApp.newTrigger');
    return new TriggerBuilder(handler);
  },
  getProjectTriggers: () =>
    call('script.getProjectTriggers').map((view) => new Trigger(view, false)),
  getScriptTriggers: () =>
    call('script.getProjectTriggers').map((view) => new Trigger(view, false)),
  deleteTrigger(...args: unknown[]): void {
    const [trigger] = args;
    if (args.length !== 1 || !(trigger instanceof Trigger))
      throw mismatch('ScriptApp.deleteTrigger', args);
    call('script.deleteTrigger', trigger.getUniqueId(), Trigger.isFresh(trigger));
  },
});

const authorizationMembers = (): object => ({
  getOAuthToken: () => call('script.getOAuthToken'),
  getIdentityToken: () => call('script.getIdentityToken'),
  invalidateAuth: () => call('script.invalidateAuth'),
  getAuthorizationInfo(...args: unknown[]): AuthorizationInfo {
    const scopes = scopesOf('ScriptApp.getAuthorizationInfo', args, true);
    return new AuthorizationInfo(call('script.getAuthorizationInfo', scopes));
  },
  requireScopes(...args: unknown[]): void {
    call('script.requireScopes', scopesOf('ScriptApp.requireScopes', args, false));
  },
  requireAllScopes(...args: unknown[]): void {
    argumentsOf('ScriptApp.requireAllScopes', args, [isAuthMode]);
    call('script.requireScopes', null);
  },
});

const isAuthMode = (value: unknown): boolean =>
  Object.values(enumsOf().AuthMode).includes(value as never);

function scopesOf(
  member: string,
  args: readonly unknown[],
  mayBeLeftOut: boolean,
): string[] | null {
  const forms = mayBeLeftOut
    ? [[isAuthMode], [isAuthMode, 'String[]' as const]]
    : [[isAuthMode, 'String[]' as const]];
  const [, scopes = null] = argumentsOf<[unknown, string[]?]>(member, args, ...forms);
  return scopes;
}

/** @see https://developers.google.com/apps-script/reference/script/authorization-info */
class AuthorizationInfo {
  #info: AuthorizationView;

  constructor(info: AuthorizationView) {
    this.#info = info;
  }

  getAuthorizationStatus(): unknown {
    return enumsOf().AuthorizationStatus[this.#info.required ? 'REQUIRED' : 'NOT_REQUIRED'];
  }

  getAuthorizationUrl(): string | null {
    return this.#info.url;
  }

  getAuthorizedScopes(): string[] {
    return [...this.#info.authorized];
  }
}

/** @see https://developers.google.com/apps-script/reference/script/service */
class Service {
  getUrl(): string | null {
    return call('script.getServiceUrl');
  }

  isEnabled(): boolean {
    return call('script.getServiceUrl') !== null;
  }
}
