/** A card for each state of the set-up. */
import { button, buttons, mainButton, opens, runs } from '../card/action';
import { card, fact, marked, paragraph, section } from '../card/card';
import type { Card, CardSection, Widget } from '../card/card-json';
import { dateWords, timeWords } from '../kit/date-words';
import { unreachable } from '../kit/unreachable';
import { environmentWidgets, formerSection } from './environment-cards';
import { errorCard } from './failure-cards';
import { troubleSections } from './health-card';
import { INSTALL } from './names';
import { askCard, readyCard, waitingCard } from './request-cards';
import type { LastRun, Standing } from './standing';
import type { SetupState } from './state';
import { stoppedCard } from './stop-card';
import { stepsCard } from './steps-card';
import type { Surroundings } from './surroundings';
import { workbookAddress, type Tenant } from './tenant';

/**
 * What everybody sees in a side panel until an administrator has set Tandem up.
 *
 * @param adminPage its address; null where none is deployed.
 */
export const notSetUpCard = (adminPage: string | null = null): Card =>
  card(
    'Tandem',
    section(
      'Not set up yet',
      paragraph('Tandem keeps your work system and your Google Workspace in step.'),
      paragraph('A Workspace administrator sets it up once for your organization.'),
      ...(adminPage === null
        ? []
        : [
            paragraph('Are you one? Set it up on Tandem’s Admin page.'),
            buttons(button('Open the Admin page', opens(adminPage))),
          ]),
    ),
  );

export function setupCard(state: SetupState, around: Surroundings): Card {
  switch (state.kind) {
    case 'not-installed':
      return startCard();
    case 'asking-role':
      return roleCard();
    case 'ask':
      return askCard(around);
    case 'waiting':
      return waitingCard(state.request, around.nowMs());
    case 'ready-to-finalize':
      return readyCard(state.request);
    case 'installing':
      return stepsCard(state.report, around, state.isAgain !== true);
    case 'finalizing':
      return interruptedCard();
    case 'error':
      return errorCard(state.failures, state.report);
    case 'complete':
      return completeCard(state.tenant, around);
    case 'deploying':
    case 'active':
    case 'degraded':
    case 'broken':
      return connectedCard(state, around);
    case 'paused':
    case 'disconnected':
    case 'cooling-down':
      return stoppedCard(state, { nowMs: around.nowMs(), isPromoted: isPromoted(around) });
    default:
      return unreachable(state);
  }
}

/** Whether there is a demo to replace, or one that was just replaced. */
function isPromoted(around: Surroundings): boolean {
  const { name, former } = around.environment();
  return name === 'demo' || former !== null;
}

/** H4, H5: one row of what can be connected. */
const startCard = (): Card =>
  card(
    'Integrations',
    section(
      '',
      fact('Not installed', 'Google Workspace', {
        below: 'Keeps people and calendars of your organization in step with your work system.',
        button: button('Install', runs(INSTALL.begin)),
      }),
    ),
  );

/** H6. */
const roleCard = (): Card =>
  card(
    'Are you a Workspace administrator?',
    section(
      '',
      paragraph('The set-up needs the rights of a Google Workspace administrator.'),
      buttons(
        mainButton('I am an administrator', runs(INSTALL.administrator)),
        button('Ask an administrator', runs(INSTALL.ask)),
      ),
    ),
  );

const interruptedCard = (): Card =>
  card(
    'Finalizing',
    section(
      'Not finished yet',
      paragraph(
        'Finalizing was begun but not finished. Go on: what has been made already is kept.',
      ),
      buttons(
        mainButton('Finalize Google Workspace sync', runs(INSTALL.finalize)),
        button('Change sync account', runs(INSTALL.changeAccount)),
      ),
    ),
  );

/** H16, G6. */
const completeCard = (tenant: Tenant, around: Surroundings): Card =>
  card(
    'Google Workspace is connected',
    ...leftSections(around),
    section('What was set up', ...tenantFacts(tenant, around)),
  );

/** What is left until somebody's calendar is in step; where to go once nothing is. The last step is everybody's own (S26). */
function leftSections(around: Surroundings): readonly CardSection[] {
  const steps = around.steps();
  const next = steps.find(({ isDone }) => !isDone);
  if (!next) return [section('', nextWidget(around))];
  return [
    section(
      'What is left to do',
      marked('good', 'Install and finalize'),
      ...steps.map((step) => marked(step.isDone ? 'good' : 'waiting', step.text)),
      marked(
        'waiting',
        'Turn on your own sync',
        'Everybody does this for themself: in Google Calendar, open Tandem in the side panel.',
      ),
      paragraph('You see what would happen before anything is written.'),
      buttons(mainButton(next.text, runs(next.action))),
    ),
  ];
}

type Connected = Extract<SetupState, { readonly standing: Standing }>;

function connectedCard({ kind, tenant, standing }: Connected, around: Surroundings): Card {
  const { troubles, lastRun } = standing;
  const { former } = around.environment();
  return card(
    kind === 'broken' ? 'Tandem is not working' : 'Google Workspace is connected',
    ...troubleSections(troubles, around),
    ...(former === null ? [] : [formerSection(former)]),
    ...(kind === 'deploying' && troubles.length === 0 && around.steps()[0]?.isDone === true
      ? [
          section(
            'Your people are on their way',
            paragraph('The first run of the directory has not finished yet.'),
          ),
        ]
      : []),
    ...leftSections(around),
    section('What was set up', ...tenantFacts(tenant, around), ...lastRunFact(lastRun), afterwards),
  );
}

const lastRunFact = (lastRun: LastRun | null): readonly Widget[] =>
  lastRun === null
    ? []
    : [
        fact('Last run', timeWords(lastRun.at), {
          ...(!lastRun.isExact && { below: 'Runs note that they came once an hour.' }),
        }),
      ];

const nextWidget = ({ next }: Surroundings): Widget =>
  buttons(
    ...next.map(({ text, action }, index) =>
      (index === 0 ? mainButton : button)(text, runs(action)),
    ),
  );

const afterwards: Widget = buttons(
  button('Check again', runs(INSTALL.check)),
  button('Last 30 days', runs(INSTALL.health)),
  button('Change sync account', runs(INSTALL.changeAccount)),
  button('Pause', runs(INSTALL.pause)),
);

const tenantFacts = (tenant: Tenant, around: Surroundings): readonly Widget[] => [
  fact('Organization', tenant.domain),
  ...environmentWidgets(around.environment()),
  fact('Sync account', tenant.syncAccount.email, {
    below: `Finalized on ${dateWords(tenant.finalizedAt)}`,
  }),
  fact('Deputy', tenant.deputy === null ? 'Nobody' : tenant.deputy.email, {
    below: 'Can take the sync account’s place',
    button: button('Change deputy', runs(INSTALL.deputy)),
  }),
  fact('Workbook', 'Everything Tandem keeps about your organization', {
    button: button('Open', opens(workbookAddress(tenant.workbookId))),
  }),
  ...(tenant.everyMinutes === null ? [] : [fact('Runs', interval(tenant.everyMinutes))]),
];

function interval(minutes: number): string {
  if (minutes === 1) return 'Every minute';
  return minutes === 60 ? 'Every hour' : `Every ${minutes} minutes`;
}
