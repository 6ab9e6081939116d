import type { JsonObject } from '../../../emulator/workspace/api-method';
import type { LocalWorkspace } from '../../../emulator/local-workspace';
import { SERVICE_NAMES } from '../../../emulator/discovery/discovery';
import type { QuotaLimits } from '../../../emulator/rest/quotas-limits';
import type { Caller } from '../../../emulator/workspace/caller';
import { findPrincipal } from '../../../emulator/workspace/directory/accounts';
import { GoogleError } from '../../../emulator/workspace/google-error';
import { ADMIN, aWorkspace } from '../../support/small-company';

const EVERY_SCOPE = new (class extends Set<string> {
  override has(): boolean {
    return true;
  }
})();

/** A Workspace with two Cloud projects, and the calls that applications make in it. */
export class Company {
  readonly workspace: LocalWorkspace;

  constructor(quotas: Partial<QuotaLimits>) {
    this.workspace = aWorkspace({ quotas });
    for (const projectNumber of ['1', '2']) {
      this.workspace.state.cloud.projects[projectNumber] = {
        projectNumber,
        projectId: `p${projectNumber}`,
        name: 'P',
        ownerCustomerId: null,
        enabledApis: Object.values(SERVICE_NAMES),
        keyCreationDisabled: false,
        serviceAccounts: {},
      };
    }
  }

  caller(email: string, parts: Partial<Caller> = {}): Caller {
    return {
      principal: findPrincipal(this.workspace.state.directory, email)!,
      scopes: EVERY_SCOPE,
      clientId: 'client',
      projectNumber: '1',
      applicationName: 'App',
      impersonated: false,
      cause: 'api',
      ipAddress: null,
      ...parts,
    };
  }

  /** The refusal for lack of quota; null when there was enough, whatever the outcome of the call itself. */
  call(
    methodId: string,
    params: object = {},
    caller = this.caller(ADMIN),
    body: JsonObject | null = null,
  ): GoogleError | null {
    try {
      this.workspace.door.call({ methodId, params: { ...params }, body }, caller, null, 0);
    } catch (error) {
      if (error instanceof GoogleError && isQuota(error)) return error;
    }
    return null;
  }

  /** How many of this many calls had quota. */
  granted(count: number, work: () => GoogleError | null): number {
    return Array.from({ length: count }, work).filter((refusal) => refusal === null).length;
  }
}

const isQuota = ({ reason, message }: GoogleError): boolean =>
  /rateLimit|quotaExceeded/i.test(reason) || message.startsWith('Quota exceeded');

export const calendarRead = { calendarId: 'primary' };
