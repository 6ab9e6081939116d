/** Failures of the installation, each with its evidence, its cure, its link and one button of ours (H32-H36, TA8). */
import { button, buttons, mainButton, opens, runs } from '../card/action';
import { card, paragraph, section } from '../card/card';
import type { Button, Card, CardSection } from '../card/card-json';
import { PLACES } from '../card/consoles';
import { failureSection } from '../card/failure-section';
import type { Failure, FailureKind } from '../kit/failure';
import { checkSections } from './check-sections';
import type { CheckReport } from './checks';
import { INSTALL, type InstallAction } from './names';

interface Next {
  readonly text: string;
  readonly action: InstallAction;
}

const RETRY: Next = { text: 'Retry finalize', action: INSTALL.finalize };
const STEP_1: Next = { text: 'Back to step 1', action: INSTALL.administrator };
const STEP_3: Next = { text: 'Show client ID and scopes', action: INSTALL.administrator };
const OTHER_ACCOUNT: Next = { text: 'Choose another account', action: INSTALL.changeAccount };
const RIGHTS: Next = { text: 'Show needed rights', action: INSTALL.rights };
const AUTHORIZE: Next = { text: 'Authorize again', action: INSTALL.authorize };

/** Buttons that lead on from certain failures. All others get a retry. */
const NEXT: Readonly<Partial<Record<FailureKind, readonly Next[]>>> = {
  'not-installed': [STEP_1],
  'outside-install': [STEP_1],
  'not-directory-admin': [OTHER_ACCOUNT, RIGHTS],
  'directory-partly-readable': [OTHER_ACCOUNT, RIGHTS],
  'paid-account-needed': [OTHER_ACCOUNT],
  'sync-account-gone': [OTHER_ACCOUNT],
  'deputy-gone': [{ text: 'Change deputy', action: INSTALL.deputy }],
  'missing-scopes': [AUTHORIZE],
  'grant-revoked': [AUTHORIZE],
  'unauthorized-client': [STEP_3],
  'delegation-mismatch': [STEP_3],
  'scope-not-delegated': [STEP_3],
};

export const nextButtons = ({ kind }: Pick<Failure, 'kind'>): readonly Button[] =>
  (NEXT[kind] ?? [RETRY]).map(({ text, action }) => button(text, runs(action)));

/** More would not fit on one card; the others show once these are cured. */
const SHOWN_FAILURES = 3;

export function errorCard(failures: readonly Failure[], report: CheckReport | null): Card {
  const shown = failures.slice(0, SHOWN_FAILURES);
  const rest = failures.length - shown.length;
  return card(
    'Tandem could not be set up yet',
    ...shown.map(failureCardSection),
    section(
      '',
      ...(rest > 0 ? [paragraph(`${rest} more below, in the list of what was checked.`)] : []),
      buttons(
        mainButton(RETRY.text, runs(RETRY.action)),
        button('Change sync account', runs(INSTALL.changeAccount)),
      ),
    ),
    ...(report ? checkSections(report) : []),
  );
}

/** A failure as on all surfaces, with our buttons beside its link; the retry is at the foot of the card. */
export function failureCardSection(failure: Failure): CardSection {
  const [first, ...more] = nextButtons(failure).filter(({ text }) => text !== RETRY.text);
  const base = failureSection(failure, first);
  return more.length === 0
    ? base
    : { ...base, widgets: [...(base.widgets ?? []), buttons(...more)] };
}

/** H34: which rights an account needs to read the directory. */
export const rightsCard = (): Card =>
  card(
    'Rights that Tandem needs',
    section(
      'A super administrator has them all',
      paragraph(`Any other role needs these, in ${PLACES.roles.path} → the role → Privileges:`),
      paragraph('Admin API privileges → Users → Read, for the whole organization.'),
      paragraph('Reports, for exporting OAuth log events.'),
      paragraph(
        'Only a super administrator can set up domain-wide delegation and an admin install.',
      ),
      buttons(button(PLACES.roles.link.text, opens(PLACES.roles.link.url))),
    ),
  );

/** H35-H38: doing the consent again from the start. */
export const authorizeCard = (url: string | null): Card =>
  card(
    'Authorize again',
    section(
      'From the start',
      paragraph(`1. Open ${PLACES.connections.path} and remove Tandem’s access.`),
      paragraph('2. Open Tandem again, and leave every box ticked when Google asks.'),
      paragraph('Nothing that Tandem has kept about your organization is lost.'),
      buttons(
        ...(url === null ? [] : [mainButton('Authorize', opens(url))]),
        button(PLACES.connections.link.text, opens(PLACES.connections.link.url)),
        button('Check again', runs(INSTALL.open)),
      ),
    ),
  );
