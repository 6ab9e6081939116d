/** The cards of asking a colleague to set Tandem up (H17-H22, G1, G2, G7-G9). */
import { button, buttons, mainButton, runs } from '../card/action';
import { card, fact, paragraph, section, standing, textInput } from '../card/card';
import type { Card } from '../card/card-json';
import { copyable } from '../card/copyable';
import { dateWords, timeWords } from '../kit/date-words';
import { INSTALL, TO_INPUT, WHO_INPUT } from './names';
import type { Colleague } from './ports';
import { mayRemind, untilOf, type SetupRequest } from './request';
import type { Surroundings } from './surroundings';

const isAdministrator = button('I am an administrator', runs(INSTALL.administrator));

/**
 * H19: who is asked.
 *
 * @param problem why the last try sent nothing; null at first.
 * @param typed what was typed then, which stays in the field.
 */
export const askCard = (
  { adminPage, marketplace }: Surroundings,
  problem: string | null = null,
  typed = '',
): Card =>
  card(
    'Ask an administrator',
    section(
      'Who administers your Google Workspace?',
      ...(problem === null ? [] : [standing('bad', problem)]),
      textInput(WHO_INPUT, 'Name or address', typed, 'Or a part of the name: aino, laine'),
      paragraph(
        'They get a mail from you that says what to do. Google tells Tandem whether they are an administrator once they open it; before that, nothing is set up.',
      ),
      buttons(mainButton('Find', runs(INSTALL.find)), isAdministrator),
    ),
    section(
      'Or send it yourself',
      copyable('request', 'Message', requestText(adminPage ?? marketplace, marketplace)),
    ),
  );

/** Whoever may be meant. */
export const colleaguesCard = (typed: string, found: readonly Colleague[]): Card =>
  card(
    'Ask an administrator',
    section(
      found.length === 1 ? 'Send the request?' : 'Whom do you mean?',
      ...found.map(({ name, email }) =>
        buttons(
          button(
            name === email ? `Ask ${email}` : `Ask ${name} (${email})`,
            runs(INSTALL.send, { [TO_INPUT]: email }),
          ),
        ),
      ),
      paragraph(`Found for “${typed}”. Not among them? Go back and type the whole address.`),
    ),
  );

/** G7: the request is on its way, and what has become of it. */
export const waitingCard = (request: SetupRequest, nowMs: number): Card =>
  card(
    'Waiting for your administrator',
    section(
      '',
      fact('Asked', request.to, {
        below: `By ${request.by} on ${dateWords(request.at)}. The request counts until ${dateWords(untilOf(request))}.`,
      }),
      statusOf(request),
      buttons(
        ...(mayRemind(request, nowMs) ? [button('Send a reminder', runs(INSTALL.remind))] : []),
        button('Change sync account', runs(INSTALL.ask)),
        button('Take the request back', runs(INSTALL.withdraw)),
        isAdministrator,
      ),
    ),
  );

function statusOf({ openedAt, isAdministrator: isOne }: SetupRequest) {
  if (openedAt === null)
    return standing('waiting', 'Not opened yet', 'A reminder can be sent once a day.');
  return isOne === false
    ? standing(
        'bad',
        'Their account is not a Workspace administrator’s',
        'Google said so when they opened it. Ask somebody else.',
      )
    : standing('waiting', 'Opened, not finalized yet', `First opened on ${timeWords(openedAt)}`);
}

/** G2: what the asked colleague finds in place of Install. */
export const readyCard = ({ by, at }: SetupRequest): Card =>
  card(
    'Integrations',
    section(
      '',
      fact('Ready to finalize', 'Google Workspace', {
        below: `${by} asked you on ${dateWords(at)} to set up Tandem for your organization.`,
        button: button('Finalize', runs(INSTALL.administrator)),
      }),
    ),
  );

/** H21, G8: what to do, with the link to the page and to what Tandem is. */
export const requestText = (address: string, marketplace: string): string =>
  [
    'Please set up Tandem for our organization. It keeps our work system and Google Workspace in step. It takes about twenty clicks.',
    '',
    `1. Open ${address} with your administrator account. Tandem is under Integrations there.`,
    '2. Follow the steps: admin install, permissions, domain-wide delegation.',
    '3. Choose “Finalize Google Workspace sync”.',
    '',
    `What Tandem is, and its help: ${marketplace}`,
  ].join('\n');
