import type { LocalWorkspace } from '../../../emulator/local-workspace';
import type { AuditEntry, AuditEvent } from '../../../emulator/workspace/audit-log';
import { findPrincipal } from '../../../emulator/workspace/directory/accounts';
import type { Activity } from '../../../emulator/workspace/state/reports';
import { ADMIN, ANNA, aWorkspace } from '../../support/small-company';

export const CUSTOMER = 'C01acme00';

export interface Answer {
  readonly kind: string;
  readonly nextPageToken?: string;
  readonly items?: Activity[];
}

export const principal = (workspace: LocalWorkspace, email: string) =>
  findPrincipal(workspace.state.directory, email)!;

export const authorize = (appName: string): AuditEvent => ({
  type: 'auth',
  name: 'authorize',
  parameters: [
    { name: 'app_name', value: appName },
    { name: 'scope', multiValue: ['https://www.googleapis.com/auth/calendar', 'openid'] },
  ],
});

/** Logs that the admin created Anna's account, by default. */
export function log(workspace: LocalWorkspace, parts: Partial<AuditEntry> = {}): void {
  workspace.audit({
    applicationName: 'admin',
    customerId: CUSTOMER,
    actor: principal(workspace, ADMIN),
    ipAddress: '198.51.100.7',
    events: [
      {
        type: 'USER_SETTINGS',
        name: 'CREATE_USER',
        parameters: [{ name: 'USER_EMAIL', value: ANNA }],
      },
    ],
    ...parts,
  });
}

export const listLog = (
  workspace: LocalWorkspace,
  applicationName: string,
  params: object = {},
  as = ADMIN,
): Answer =>
  workspace.act(as, 'reports.activities.list', {
    userKey: 'all',
    applicationName,
    ...params,
  }) as Answer;

export const items = (
  workspace: LocalWorkspace,
  applicationName = 'admin',
  params: object = {},
): Activity[] => listLog(workspace, applicationName, params).items ?? [];

/** Every page's entries, in order. */
export function allItems(
  workspace: LocalWorkspace,
  applicationName: string,
  {
    pageToken: first,
    ...params
  }: { readonly pageToken?: string | undefined; [name: string]: unknown },
): Activity[] {
  const found: Activity[] = [];
  let pageToken = first;
  do {
    const page = listLog(workspace, applicationName, { ...params, pageToken });
    found.push(...(page.items ?? []));
    pageToken = page.nextPageToken;
  } while (pageToken);
  return found;
}

/** A Workspace whose log has no lag. */
export const immediate = (): LocalWorkspace =>
  aWorkspace({ settings: { propagation: 'immediate' } });

export const iso = (ms: number): string => new Date(ms).toISOString();

export const times = (found: { id: { time: string } }[]): string[] =>
  found.map(({ id }) => id.time);

/** The refusal's code, reason and message. */
export function refusal(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    const { code, reason, message, detail } = error as Record<string, unknown>;
    return { code, reason, message, detail };
  }
  return 'was not refused';
}

/** Five admin entries, one a minute, by the admin and Anna in turn. */
export function aBusyMorning(): LocalWorkspace {
  const workspace = immediate();
  for (let i = 0; i < 5; i++) {
    log(workspace, {
      actor: principal(workspace, i % 2 ? ANNA : ADMIN),
      ipAddress: i % 2 ? '203.0.113.9' : '198.51.100.7',
    });
    workspace.clock.advance(60_000);
  }
  return workspace;
}
