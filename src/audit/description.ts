import type { LogEvent } from './log-event';

/** The event as a sentence. */
export function descriptionOf(event: LogEvent): string {
  const who = event.user || 'Somebody';
  const app = event.appName || event.appId || 'an application';
  const forScopes = event.scopes.length > 0 ? ` for ${event.scopes.join(', ')} scopes` : '';
  switch (event.name) {
    case 'authorize':
      return `${who} authorized access to ${app}${forScopes}`;
    case 'revoke':
      return `${who} revoked access to ${app}${forScopes}`;
    case 'deny':
      return `${who} was denied access to ${app}${forScopes}${reasoned(event.rejectionType)}`;
    case 'request':
      return `${who} requested access to ${app}${forScopes}`;
    case 'activity':
      return `${app} called ${event.methodName || 'an API'} on behalf of ${who}`;
    default:
      return `${who}: ${event.name || 'an event without a name'} (${app})${forScopes}`;
  }
}

const REJECTIONS: Readonly<Record<string, string>> = {
  EXPLICIT_ADMIN_BLOCK: 'an administrator blocked the application',
  SCOPE_BLOCK: 'an administrator blocked the scopes',
  CAA_FOR_OIDC_BLOCK: 'context-aware access',
  EDU_UNDERAGE_BLOCK: 'the person is under 18',
};

const reasoned = (type: string): string => {
  if (type === '') return '';
  return `: ${Object.prototype.hasOwnProperty.call(REJECTIONS, type) ? REJECTIONS[type]! : type}`;
};
