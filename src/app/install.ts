/** What installing needs, in the caller's name. */
import type { Caller } from '../card/action';
import { DO as DIRECTORY } from '../directory/names';
import { delegationSections } from '../connection/cards';
import { delegationProofs } from '../connection/delegation';
import { publishedAccount } from '../connection/key-file';
import { clock } from '../google/clock';
import { firstPeople, ownAccount } from '../google/directory';
import { licence, LICENCE_SCOPE } from '../google/licence';
import { serviceProofs } from '../google/service-proofs';
import { consentUrl, missingScopes, webAppUrl } from '../google/session';
import { tokenEndpoint } from '../google/token-endpoint';
import { startRecurring, TRIGGER_DOORS } from '../google/triggers';
import { ensureWorkbook } from '../google/workbook-file';
import type { InstallParts } from '../install/actions';
import type { InstallPorts } from '../install/ports';
import type { Surroundings } from '../install/surroundings';
import { valueOr, slot } from '../kit/slot';
import { fail } from '../kit/result';
import { lastSlot, NEVER } from '../directory/settings';
import { SHEET_FORMS } from './workbook-tables';
import { APP_NAME } from './audit-ports';
import type { Execution } from './execution';
import { delegationNeeds, manifestScopes } from './needs';
import { directoryStore } from './runner';
import { projectNumber, publicAccount, signing, tokens } from './service-account';

export const installParts = (execution: Execution): InstallParts => ({
  ports: installPorts(execution),
  tenants: execution.tenants,
  own: execution.own,
  clock,
  around: surroundings(execution),
  isDeployed: (tenant) =>
    tenant.syncAccount !== execution.caller.email ||
    valueOr(slot(directoryStore(execution.own, tenant), lastSlot).read(), NEVER).good !== null,
});

function installPorts({ caller, shared }: Execution): InstallPorts {
  const account = publishedAccount(shared);
  return {
    account: () => ownAccount(caller.email),
    licence: () =>
      licence({
        applicationId: projectNumber(shared),
        email: caller.email,
        token: account.ok ? tokens(account.value).ownToken([LICENCE_SCOPE]) : account,
      }),
    missingScopes: () => missingScopes(manifestScopes()),
    delegation: () => proofsFor(caller, account),
    services: () => serviceProofs(caller.email),
    directory: () => firstPeople(caller.email),
    workbook(customerId, knownId) {
      const known = knownId === null ? {} : { knownId };
      return ensureWorkbook({ customerId, title: APP_NAME, sheets: SHEET_FORMS, ...known });
    },
    startRunner: () => startRecurring(TRIGGER_DOORS.runner),
  };
}

type Account = ReturnType<typeof publishedAccount>;

/** One proof a scope, in the caller's own name. */
export function proofsFor({ email }: Caller, account: Account) {
  const scopes = delegationNeeds().map(({ scope }) => scope);
  if (!account.ok) return scopes.map((scope) => ({ scope, proof: fail(account.failure) }));
  return delegationProofs({ ...signing(account.value), endpoint: tokenEndpoint }, email, scopes);
}

const surroundings = ({ shared }: Execution): Surroundings => ({
  adminPage: webAppUrl(),
  marketplace: `https://workspace.google.com/marketplace/app/tandem/${projectNumber(shared)}`,
  authorization: consentUrl,
  delegation: (proofs) =>
    delegationSections({ account: publicAccount(shared), needs: delegationNeeds(), proofs }),
  next: [
    { text: 'Go to People', action: DIRECTORY.show },
    { text: 'Go to Calendars', action: 'calendar.admin' },
  ],
});
