/** From a demo environment to production, in the five steps of the article, and what the demo left behind (C20-C22, D22). */
import { button, buttons, mainButton, opens, runs } from '../card/action';
import { card, fact, marked, paragraph, section } from '../card/card';
import type { Button, Card, CardSection, Widget } from '../card/card-json';
import { PLACES } from '../card/consoles';
import { copyable } from '../card/copyable';
import { timeWords } from '../kit/date-words';
import { msOf } from '../kit/clock';
import type { Environment, Former } from './environment';
import { INSTALL } from './names';
import { leftWords } from './stop-card';
import type { Tenant } from './tenant';

/** How far an organization has come on its way to production. */
export interface Promotion {
  readonly environment: Environment;
  readonly tenant: Tenant | null;
  /** Whether everything that an administrator turns on has been turned on. */
  readonly isTried: boolean;
  /** The client ID in use; null where there is none. */
  readonly clientId: string | null;
  readonly nowMs: number;
  /** The action that asks how to disconnect. */
  readonly leave: string;
}

const STEPS = [
  'Connect the demo',
  'Test it',
  'Disconnect the demo',
  'Replace the client',
  'Connect production',
] as const;

/** How many of the five steps are done. */
export function stepsDone({ environment, tenant, isTried }: Promotion): number {
  const isConnected = tenant !== null && tenant.stop?.kind !== 'disconnected';
  if (environment.name === 'production') return isConnected ? 5 : 4;
  if (tenant === null) return 0;
  if (!isConnected) return 3;
  return isTried ? 2 : 1;
}

export function promotionCard(promotion: Promotion): Card {
  const done = stepsDone(promotion);
  return card(
    'From demo to production',
    section(
      '',
      ...STEPS.map((name, index) =>
        marked(index < done ? 'good' : 'waiting', `${index + 1}. ${name}`),
      ),
    ),
    ...nextSections(promotion, done),
  );
}

function nextSections(promotion: Promotion, done: number): readonly CardSection[] {
  const { environment, clientId } = promotion;
  const back = button('Back', runs(INSTALL.open));
  switch (done) {
    case 0:
      return [next(0, [], mainButton('Show the steps', runs(INSTALL.administrator)), back)];
    case 1:
    case 2:
      return [
        next(
          done === 1 ? 1 : 2,
          [
            paragraph(
              done === 1
                ? 'Bring people in, turn calendars on, and have somebody turn on their own sync. When you have seen enough, disconnect the demo.'
                : 'Choose to remove the copies: production then begins with clean calendars.',
            ),
          ],
          mainButton('Disconnect the demo', runs(promotion.leave)),
          back,
        ),
      ];
    case 3:
      return [
        next(
          3,
          [
            paragraph(
              'Production reaches people’s calendars with a client of its own. The demo’s service account and its keys stay with the demo.',
            ),
            ...(clientId === null
              ? []
              : [copyable('demo-client', 'Client ID of the demo', clientId)]),
            paragraph(
              `Once production has another client ID, delete this one in ${PLACES.delegation.path}.`,
            ),
          ],
          mainButton('Use production’s client', runs(INSTALL.production)),
          back,
        ),
      ];
    case 4:
      return [connectSection(promotion, back)];
    default:
      return environment.former === null
        ? [section('', paragraph('Production is connected.'), buttons(back))]
        : [formerSection(environment.former)];
  }
}

const next = (
  index: number,
  widgets: readonly Widget[],
  ...choices: readonly Button[]
): CardSection => section(`Step ${index + 1}. ${STEPS[index]!}`, ...widgets, buttons(...choices));

/** While the countdown lasts, connecting is asked about once more (C21). */
function connectSection(promotion: Promotion, back: Button): CardSection {
  const { environment, clientId } = promotion;
  const former = environment.former?.clientId ?? null;
  const until = waitsUntil(promotion);
  return next(
    4,
    [
      ...(former === null || former === clientId
        ? []
        : [
            copyable('demo-client', 'Client ID to delete', former),
            buttons(button(PLACES.delegation.link.text, opens(PLACES.delegation.link.url))),
          ]),
      ...(clientId === null
        ? []
        : [
            fact('Client ID of production', clientId, {
              below:
                former === clientId
                  ? 'The demo used the same one. To tell the two apart in Google’s logs, use your own service account, on the page Connection.'
                  : 'The steps of the set-up show how to delegate it.',
            }),
          ]),
      ...(until === null
        ? [paragraph('The demo has been disconnected for a day.')]
        : [
            fact('Wait until', timeWords(until), {
              below: leftWords(msOf(until) - promotion.nowMs),
            }),
            WHY_WAIT,
          ]),
    ],
    until === null
      ? mainButton('Connect production', runs(INSTALL.administrator))
      : button('Connect production now', runs(INSTALL.early)),
    back,
  );
}

const WHY_WAIT = paragraph(
  'Google may take up to 24 hours until it refuses the demo’s client and accepts production’s everywhere. Until then some people’s calendars could fail, or still be reached by the demo.',
);

/** Null once the demo has rested long enough. */
function waitsUntil({ tenant, nowMs }: Promotion): string | null {
  const until = tenant?.stop?.coolsUntil ?? null;
  return until !== null && nowMs < msOf(until) ? until : null;
}

/** Waiting is advice, so that somebody who knows that nothing can clash need not wait. */
export const earlyCard = (): Card =>
  card(
    'Connect production now?',
    section(
      '',
      WHY_WAIT,
      paragraph(
        'If you connect now and Google refuses somebody, Tandem tries again by itself. Nothing is written before you have decided about the demo’s copies.',
      ),
      buttons(
        mainButton('Connect now', runs(INSTALL.administrator)),
        button('Wait', runs(INSTALL.promotion)),
      ),
    ),
  );

/** What is known about the demo's copies, and the decision about them. Calendars wait for it. */
export function formerSection(former: Former): CardSection {
  const header = 'Copies that the demo left';
  const { step, copies, people, failed } = former;
  const waits = paragraph('Until this is decided, nothing is written into anybody’s calendar.');
  const keep = button('Keep them', runs(INSTALL.keepFormer));
  if (step === 'count')
    return section(header, paragraph('The next runs look through people’s calendars.'), waits);
  if (step === 'remove')
    return section(
      header,
      paragraph('The next runs remove them. Then calendars go on.'),
      buttons(button('Keep the rest', runs(INSTALL.keepFormer))),
    );
  return section(
    header,
    fact(
      'Found',
      `${counted(copies, 'copy', 'copies')} in the calendars of ${counted(people, 'person', 'people')}`,
    ),
    ...(failed === 0
      ? []
      : [fact('Not reached', `The calendars of ${counted(failed, 'person', 'people')}`)]),
    waits,
    paragraph(
      'Removing them turns everybody’s sync off; people turn it on again themselves. What you keep stays in step with production.',
    ),
    buttons(
      mainButton(
        copies === 0 ? 'Try again' : `Remove ${counted(copies, 'copy', 'copies')}`,
        runs(INSTALL.removeFormer),
      ),
      keep,
    ),
  );
}

const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** On the steps of the set-up: which environment is connected. Everybody begins with production. */
export const choiceSection = ({ name }: Environment): CardSection =>
  name === 'demo'
    ? section(
        'This is the demo',
        paragraph('Everything that Tandem writes is marked as the demo’s.'),
        buttons(button('Set up production instead', runs(INSTALL.production))),
      )
    : section(
        'Try it first?',
        paragraph('A demo has a client of its own, and is replaced by production later.'),
        buttons(button('Set up a demo first', runs(INSTALL.demo))),
      );

/** On the page Integrations of an organization that is set up; nothing where there never was a demo. */
export function environmentWidgets({ name, former }: Environment): readonly Widget[] {
  if (name === 'production' && former === null) return [];
  return [
    fact('Environment', name === 'demo' ? 'Demo' : 'Production', {
      button: button('From demo to production', runs(INSTALL.promotion)),
    }),
  ];
}
