/** What is checked once an organization is set up: who runs everything, who stands in, and where it is kept. */
import { ok } from '../kit/result';
import { labelOf } from './check-names';
import type { Finding } from './answers';
import type { SetUpProofs } from './ports';

export const setUpFindings = (proofs: SetUpProofs | null): readonly Finding[] =>
  proofs === null
    ? []
    : [
        {
          name: 'sync-account',
          label: labelOf('sync-account'),
          outcome: proofs.syncAccount.ok
            ? ok(`${proofs.account} can sign in and has a role.`)
            : proofs.syncAccount,
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
