/** Changing the sync account (H30, H31, G9). */
import { button, buttons, mainButton, opens, runs } from '../card/action';
import { card, fact, paragraph, section } from '../card/card';
import type { Card } from '../card/card-json';
import { copyable } from '../card/copyable';
import { INSTALL } from './names';
import type { Surroundings } from './surroundings';
import { workbookAddress, type Tenant } from './tenant';

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
export const takeOverCard = ({ syncAccount, workbookId }: Tenant, caller: string): Card =>
  card(
    'Change sync account?',
    section(
      '',
      fact('Sync account now', syncAccount),
      fact('Sync account afterwards', caller),
      paragraph(
        'The directory will be read with your rights, and the sync will run in your name. Nothing that Tandem has kept is lost, and nobody’s sync is switched off.',
      ),
      buttons(
        mainButton('Make me the sync account', runs(INSTALL.takeOver)),
        button('Leave it', runs(INSTALL.open)),
      ),
    ),
    section(
      'If Google does not let you have the workbook',
      paragraph(`1. ${syncAccount} shares the workbook with you, as an editor.`),
      paragraph(
        '2. You open it, open Tandem in its side panel, and choose “Give Tandem this file”.',
      ),
      paragraph('3. You come back here.'),
      buttons(button('Open the workbook', opens(workbookAddress(workbookId)))),
    ),
  );
