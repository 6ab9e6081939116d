/** What disconnecting does, and how far it has come. */
import { button, buttons, mainButton, opens, runs } from '../card/action';
import { anyOf, card, fact, oneOf, paragraph, section } from '../card/card';
import type { Card, CardSection } from '../card/card-json';
import { PLACES } from '../card/consoles';
import { dateWords } from '../kit/date-words';
import type { Leaving } from './leaving';
import { CONNECTION } from './names';

export const INPUTS = { copies: 'copies', besides: 'besides' } as const;

/**
 * @param hasOwn whether the organization has a service account of its own.
 * @param isDemo production comes next, and begins with clean calendars unless somebody chooses otherwise (C20).
 */
export const leaveCard = (hasOwn: boolean, isDemo = false): Card =>
  card(
    'Disconnect Google Workspace',
    section(
      '',
      paragraph(
        'Nothing is read or written any more, for anybody. The workbook, people’s accounts in it and your settings stay, so that you can connect again.',
      ),
      oneOf(INPUTS.copies, 'Copies that Tandem made', [
        { value: 'keep', text: 'Keep them on both sides', isChosen: !isDemo },
        {
          value: 'remove',
          text: 'Remove them first; everybody’s sync is turned off',
          isChosen: isDemo,
        },
      ]),
      anyOf(INPUTS.besides, 'Also', [
        ...(hasOwn
          ? [{ value: 'keys', text: 'Delete your service account’s keys here', isChosen: false }]
          : []),
        {
          value: 'environment',
          text: 'Another environment comes next (demo → production)',
          isChosen: isDemo,
        },
      ]),
      buttons(
        mainButton('Disconnect', runs(CONNECTION.leave)),
        button('Stay connected', runs(CONNECTION.show)),
      ),
    ),
    section(
      'In Google’s consoles, afterwards',
      paragraph(
        'Delete the client ID under domain-wide delegation: that withdraws Tandem’s access to calendars. Uninstall Tandem from the Marketplace apps: that withdraws everybody’s authorization. Tokens that were given already end within an hour.',
      ),
      buttons(
        button(PLACES.delegation.link.text, opens(PLACES.delegation.link.url)),
        button(PLACES.marketplaceApps.link.text, opens(PLACES.marketplaceApps.link.url)),
      ),
    ),
  );

/** At the top of the page Connection while copies are removed. */
export const leavingSection = ({ at, left }: Leaving): CardSection =>
  section(
    'Disconnecting',
    fact('Since', dateWords(at)),
    fact('Still to be removed', left === null ? 'Unknown until the next run' : peopleWords(left)),
    paragraph(
      'The next runs remove the copies, then Tandem is disconnected. If somebody’s calendar cannot be reached, disconnect now: their copies stay.',
    ),
    buttons(
      button('Disconnect now', runs(CONNECTION.leaveNow)),
      button('Stay connected', runs(CONNECTION.stay)),
    ),
  );

const peopleWords = (count: number): string =>
  `the copies of ${count} ${count === 1 ? 'person' : 'people'}`;

/** At the bottom of the page Connection. */
export const leaveSection = (): CardSection =>
  section(
    'Disconnect',
    paragraph('Stops Tandem for the whole organization; the copies are kept or removed.'),
    buttons(button('Disconnect Google Workspace', runs(CONNECTION.askLeave))),
  );
