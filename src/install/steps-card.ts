/** The steps of the installation, each with its state (H2, H8-H14, G3). */
import { button, buttons, mainButton, opens, runs } from '../card/action';
import { card, marked, paragraph, section } from '../card/card';
import type { Card, CardSection } from '../card/card-json';
import { failureSection } from '../card/failure-section';
import type { Person } from '../kit/person';
import { labelOf, type CheckName } from './check-names';
import type { Check, CheckReport } from './checks';
import { deputyChoice } from './deputy';
import { checkWidget } from './check-sections';
import { choiceSection } from './environment-cards';
import { nextButtons } from './failure-cards';
import { INSTALL } from './names';
import type { Surroundings } from './surroundings';

/** @param isNew whether the organization is set up for the first time: then a demo may come first (C13). */
export function stepsCard(report: CheckReport | null, around: Surroundings, isNew: boolean): Card {
  const of = (name: CheckName): readonly Check[] =>
    report === null ? [] : report.checks.filter((check) => check.name === name);
  return card(
    'Set up Tandem',
    marketplaceStep(of('marketplace'), around),
    allowStep(of('scopes')),
    ...delegationStep(of('delegation'), report, around),
    finalizeStep(
      [...of('workspace-account'), ...of('administrator')],
      report === null ? [] : report.deputies,
    ),
    ...(isNew ? [choiceSection(around.environment())] : []),
  );
}

const isDone = (checks: readonly Check[]): boolean =>
  checks.length > 0 && checks.every(({ mark }) => mark === 'good');

/** Skipped when it is done already (G3). */
function marketplaceStep(checks: readonly Check[], { marketplace }: Surroundings): CardSection {
  const header = 'Step 1. Install from the Marketplace';
  if (isDone(checks))
    return section(header, ...checks.map(checkWidget), paragraph('Already installed.'));
  return section(
    header,
    ...checks.map(checkWidget),
    paragraph('Open the Marketplace, choose Admin install, then Continue.'),
    paragraph(
      'Install for Everyone at your organization. If you choose certain organizational units, your own must be among them.',
    ),
    paragraph(
      'Grant access to the data, tick the terms, and choose Finish, then Done. You can close that tab and come back here.',
    ),
    buttons(mainButton('Open Google Workspace Marketplace', opens(marketplace))),
  );
}

function allowStep(checks: readonly Check[]): CardSection {
  const [bad] = checks.flatMap(({ failure }) => (failure ? [failure] : []));
  return section(
    'Step 2. Allow Tandem',
    paragraph('When Google asks, leave every box ticked.'),
    ...(isDone(checks)
      ? [marked('good', labelOf('scopes'))]
      : checks.filter(({ mark }) => mark !== 'good').map(checkWidget)),
    ...(bad ? [buttons(...nextButtons(bad))] : []),
  );
}

/** Its text comes from the connection; folded away when all of it is done. */
function delegationStep(
  checks: readonly Check[],
  report: CheckReport | null,
  { delegation }: Surroundings,
): readonly CardSection[] {
  const header = 'Step 3. Domain-wide delegation';
  if (isDone(checks))
    return [section(header, ...checks.map(checkWidget), paragraph('Already authorized.'))];
  const [first, ...more] = delegation(report === null ? [] : report.delegation);
  return first ? [{ ...first, header }, ...more] : [];
}

/** Somebody who is not an administrator can ask one instead (H3). */
function finalizeStep(checks: readonly Check[], deputies: readonly Person[]): CardSection {
  const [refused] = checks.flatMap(({ failure }) => (failure ? [failure] : []));
  if (refused) {
    const words = failureSection(refused);
    const ask = button('Ask an administrator', runs(INSTALL.ask));
    return {
      ...words,
      widgets: [...(words.widgets ?? []), buttons(ask, ...nextButtons(refused))],
    };
  }
  return section(
    'Step 4. Finalize',
    paragraph(
      'Tandem checks that everything is in place and tells you what is not. Then it makes a workbook in your Drive and starts.',
    ),
    ...deputyChoice(deputies, deputies[0] ?? null),
    buttons(
      mainButton('Finalize Google Workspace sync', runs(INSTALL.finalize)),
      button('Change sync account', runs(INSTALL.changeAccount)),
    ),
  );
}
