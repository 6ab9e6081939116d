/** What installing needs, in the caller's name. */
import { delegationSections } from '../connection/cards';
import { publishedAccount } from '../connection/key-file';
import { lastSlot, NEVER } from '../directory/settings';
import { clock } from '../google/clock';
import { firstPeople, ownAccount } from '../google/directory';
import { licence, LICENCE_SCOPE } from '../google/licence';
import { serviceProofs } from '../google/service-proofs';
import { consentUrl, missingScopes, webAppUrl } from '../google/session';
import { startRecurring, TRIGGER_DOORS } from '../google/triggers';
import { ensureWorkbook } from '../google/workbook-file';
import type { InstallParts } from '../install/actions';
import type { InstallPorts } from '../install/ports';
import type { Surroundings } from '../install/surroundings';
import { slot, valueOr } from '../kit/slot';
import { APP_NAME } from './audit-ports';
import { proofsFor } from './connection-ports';
import { directoryStore } from './directory-ports';
import type { Execution } from './execution';
import type { Mounted } from './mounted';
import { delegationNeeds, manifestScopes } from './needs';
import { projectNumber, publicAccount, tokens } from './service-account';
import { SHEET_FORMS } from './workbook-tables';

export const installPorts = (execution: Execution, features: readonly Mounted[]): InstallParts => ({
  ports: proofPorts(execution, features),
  tenants: execution.tenants,
  own: execution.own,
  clock,
  around: surroundings(execution, features),
  isDeployed: (tenant) =>
    tenant.syncAccount !== execution.caller.email ||
    valueOr(slot(directoryStore(execution.shared, tenant), lastSlot).read(), NEVER).good !== null,
});

function proofPorts({ caller, shared }: Execution, features: readonly Mounted[]): InstallPorts {
  const account = () => publishedAccount(shared);
  return {
    account: () => ownAccount(caller.email),
    licence() {
      const publisher = account();
      return licence({
        applicationId: projectNumber(shared),
        email: caller.email,
        token: publisher.ok ? tokens(publisher.value).ownToken([LICENCE_SCOPE]) : publisher,
      });
    },
    missingScopes: () => missingScopes(manifestScopes(features)),
    delegation: () => proofsFor(caller, account(), delegationNeeds(features)),
    services: () => serviceProofs(caller.email),
    directory: () => firstPeople(caller.email),
    workbook(customerId, knownId) {
      const known = knownId === null ? {} : { knownId };
      return ensureWorkbook({ customerId, title: APP_NAME, sheets: SHEET_FORMS, ...known });
    },
    startRunner: () => startRecurring(TRIGGER_DOORS.runner),
  };
}

const surroundings = ({ shared }: Execution, features: readonly Mounted[]): Surroundings => ({
  adminPage: webAppUrl(),
  marketplace: `https://workspace.google.com/marketplace/app/tandem/${projectNumber(shared)}`,
  authorization: consentUrl,
  delegation: (proofs) =>
    delegationSections({
      account: publicAccount(shared),
      needs: delegationNeeds(features),
      proofs,
    }),
  next: features
    .filter(({ jobs }) => jobs.length > 0)
    .flatMap(({ places }) => places)
    .map(({ title, action }) => ({ text: `Go to ${title}`, action })),
});
