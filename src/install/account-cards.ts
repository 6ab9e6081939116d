/** Changing the sync account (H30, H31, G9). */
import { button, buttons, mainButton, opens, runs, type Caller } from '../card/action';
import { card, fact, paragraph, section } from '../card/card';
import type { Card, CardSection, Widget } from '../card/card-json';
import { copyable } from '../card/copyable';
import { failureSection } from '../card/failure-section';
import type { Failure } from '../kit/failure';
import { INSTALL } from './names';
import type { Surroundings } from './surroundings';
import { isAccount, workbookAddress, type Tenant } from './tenant';

/** How another account becomes the sync account: only it can, with its own hands. */
export const changeAccountCard = (
  { adminPage, marketplace }: Surroundings,
  current: string | null,
): Card =>
  card(
    'Change sync account',
    section(
      '',
      ...(current === null ? [] : [fact('Sync account', current)]),
      paragraph(
        'The sync account is the administrator who chooses Finalize: the directory is read with its rights, and the sync runs in its name.',
      ),
      paragraph('Sign in to Google with the other account and open this address:'),
      copyable('address', 'Address', adminPage ?? marketplace),
      buttons(button('Back', runs(INSTALL.open))),
    ),
  );

/** Asked before one administrator takes another's place. */
export const takeOverCard = (tenant: Tenant, caller: Who): Card =>
  card(
    'Change sync account?',
    section(
      '',
      fact('Sync account now', tenant.syncAccount.email),
      fact('Sync account afterwards', caller.email),
      paragraph(
        'The directory will be read with your rights, and the sync will run in your name. Nothing that Tandem has kept is lost, and nobody’s sync is switched off.',
      ),
      takeOverButtons('Leave it'),
    ),
    workbookSection('If Google does not let you have the workbook', tenant, caller),
  );

/** Nobody takes over without the workbook: what has to be done first, once Google has refused it. */
export const noWorkbookCard = (failure: Failure, tenant: Tenant, caller: Who): Card =>
  card(
    'You need the workbook first',
    failure.kind === 'not-found' || failure.kind === 'forbidden'
      ? section(
          'Google does not let Tandem open the workbook as you',
          paragraph(
            'Nothing was changed. That you may open a file is not enough: you also have to hand it to Tandem yourself.',
          ),
        )
      : failureSection(failure),
    workbookSection('How you get it', tenant, caller),
    section('Then', takeOverButtons('Back')),
  );

type Who = Pick<Caller, 'userId' | 'email'>;

const takeOverButtons = (back: string): Widget =>
  buttons(
    mainButton('Make me the sync account', runs(INSTALL.takeOver)),
    button(back, runs(INSTALL.open)),
  );

/** Google gives the app a file in one way only: the person opens it and hands it over. */
function workbookSection(header: string, tenant: Tenant, caller: Who): CardSection {
  const { workbookId } = tenant;
  return section(
    header,
    ...sharing(tenant, caller).map(paragraph),
    paragraph('Open it, open Tandem in its side panel, and choose “Give Tandem this file”.'),
    paragraph('Then come back here.'),
    buttons(button('Open the workbook', opens(workbookAddress(workbookId)))),
  );
}

function sharing({ syncAccount, deputy }: Tenant, caller: Who): readonly string[] {
  if (deputy !== null && isAccount(deputy, caller))
    return ['You are the deputy: the workbook is shared with you.'];
  const holders = deputy === null ? syncAccount.email : `${syncAccount.email} or ${deputy.email}`;
  return [
    `${holders} shares the workbook with you, as an editor.`,
    'If nobody can, a super administrator transfers the files of the sync account: Admin console → Apps → Google Workspace → Drive and Docs → Transfer ownership. A deleted account can be restored for 20 days, and its files with it.',
  ];
}
