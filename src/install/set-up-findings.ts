/** What is checked once an organization is set up: who runs everything, who stands in, and where it is kept. */
import { ok } from '../kit/result';
import { labelOf } from './check-names';
import type { Answers, Finding } from './answers';
import type { SetUpProofs } from './ports';

/** @param asker the account that asks, as Google describes it. */
export const setUpFindings = (
  proofs: SetUpProofs | null,
  asker: Answers['account'],
): readonly Finding[] =>
  proofs === null
    ? []
    : [
        {
          name: 'sync-account',
          label: labelOf('sync-account'),
          outcome: proofs.syncAccount.ok ? ok(rightsOf(proofs.account, asker)) : proofs.syncAccount,
        },
        {
          name: 'deputy',
          label: labelOf('deputy'),
          ...(proofs.deputy === null
            ? {
                outcome: ok(
                  'Nobody is named. Nobody could open the workbook if the sync account were gone.',
                ),
                isOpen: true,
              }
            : { outcome: proofs.deputy }),
        },
        {
          name: 'workbook',
          label: labelOf('workbook'),
          ...(proofs.workbook === null
            ? {
                outcome: ok('Only the sync account can tell; its runs look once an hour.'),
                isOpen: true,
              }
            : { outcome: proofs.workbook }),
        },
      ];

/** More rights than the sync uses are nothing wrong, but whoever wants to can do with fewer (C11). */
const rightsOf = (account: string, asker: Answers['account']): string =>
  asker.ok && asker.value.primaryEmail === account && asker.value.isAdmin
    ? `${account} can sign in and is a super administrator. The sync needs less: an account whose role has Users → Read and Reports would do.`
    : `${account} can sign in and has a role.`;
