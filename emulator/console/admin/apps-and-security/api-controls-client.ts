import { addressOf } from '../../shell/place';
import { admin } from '../../shell/workspace-client';
import type { DescribedScope } from './scope-list';

export type AppAccess = 'trusted' | 'limited' | 'specific' | 'blocked';
export type UnconfiguredApps = 'allow' | 'sign-in-only' | 'block';

/** An app that has been configured or used. */
export interface KnownApp {
  readonly clientId: string;
  readonly name: string;
  readonly kind: 'script' | 'service-account' | 'web' | null;
  /** Whether it is the organization's own. */
  readonly internal: boolean;
  readonly users: number;
  readonly services: readonly string[];
  readonly asksFor: readonly DescribedScope[];
}

export interface ConfiguredApp extends KnownApp {
  readonly access: AppAccess;
  /** Only with "Specific Google data". */
  readonly scopes?: readonly string[];
}

export interface ApiControls {
  readonly unconfiguredApps: UnconfiguredApps;
  readonly trustInternalApps: boolean;
  readonly restrictedServices: readonly string[];
  readonly configuredApps: readonly ConfiguredApp[];
  readonly accessedApps: readonly KnownApp[];
}

export const apiControls = (account: string): Promise<ApiControls> =>
  admin(account, 'apiControls.get');

/** The values of "Access" for an app, in the console's words. */
export const ACCESS: Readonly<
  Record<AppAccess, { readonly title: string; readonly hint: string }>
> = {
  trusted: { title: 'Trusted', hint: 'Can access all Google services.' },
  limited: { title: 'Limited', hint: 'Can access unrestricted Google services only.' },
  specific: {
    title: 'Specific Google data',
    hint: 'Can ask for the data you choose, and nothing else.',
  },
  blocked: { title: 'Blocked', hint: 'Cannot access any Google service or sign anyone in.' },
};

/** "Unconfigured third-party apps", in the console's words. */
export const UNCONFIGURED: Readonly<
  Record<UnconfiguredApps, { readonly title: string; readonly hint: string }>
> = {
  allow: {
    title: 'Allow users to access any third-party apps',
    hint: 'Users can give any app access to unrestricted Google services.',
  },
  'sign-in-only': {
    title:
      'Allow users to access third-party apps that only request basic info needed for Sign in with Google',
    hint: 'Apps can learn who a user is, and nothing else.',
  },
  block: {
    title: "Don't allow users to access any third-party apps",
    hint: 'Formerly the box "Block all third-party API access".',
  },
};

/** Google services whose data scopes give access to, and their names in the console. */
export const SERVICES: Readonly<Record<string, string>> = {
  admin: 'Google Workspace Admin',
  apps_script_api: 'Apps Script API',
  apps_script_runtime: 'Apps Script runtime',
  calendar: 'Calendar',
  classroom: 'Classroom',
  cloud: 'Cloud Platform',
  communications: 'Chat and Meet',
  contacts: 'Contacts',
  drive: 'Drive and Docs',
  gmail: 'Gmail',
  groups: 'Groups',
  tasks: 'Tasks',
};

/** Services in words; signing in is not a service that can be restricted. */
export const serviceNames = (services: readonly string[]): string =>
  services
    .flatMap((service) => SERVICES[service] ?? [])
    .sort()
    .join(', ');

/** The way back from the pages below API controls. */
export const apiControlsTrail = (account: string) => [
  {
    href: addressOf(account, 'admin', 'security', 'api-controls'),
    title: 'API controls',
  },
];

/** The kind of app, and whether it is the organization's own. */
export const typeOf = ({ kind, internal }: KnownApp): string => {
  const what = kind === 'service-account' ? 'Service account' : 'Web app';
  return internal ? `${what}, internal` : what;
};
