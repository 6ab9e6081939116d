/** The People card: the state of the directory sync, and what an administrator can do about it. */
import { button, buttons, mainButton, opens, runs } from '../card/action';
import { card, fact, paragraph, section, textInput } from '../card/card';
import type { Button, Card, CardSection } from '../card/card-json';
import { failureSection } from '../card/failure-section';
import type { Failure } from '../kit/failure';
import { shortened } from '../kit/text';
import { unreachable } from '../kit/unreachable';
import { decisionCard } from '../runs/decision-card';
import { decisionView } from './decision-view';
import { doneSections } from './done-section';
import type { PeopleFound } from './find-people';
import { CHOSEN_INPUT, DO, TITLE, WHO_INPUT } from './names';
import { previewSections } from './preview-section';
import type { Preview } from './preview';
import type { DirectoryState } from './state';
import type { PersonFound } from './why-person';
import { freshnessText, grouped } from './wording';

const refresh: Button = button('Refresh', runs(DO.show));
const look: Button = mainButton('Look at what will happen', runs(DO.look));
const who: Button = button('Who takes part', runs(DO.who));

export interface PeopleView {
  readonly workbookUrl: string | null;
}

export function peopleCard(state: DirectoryState, view: PeopleView): Card {
  switch (state.kind) {
    case 'never':
      return card(
        TITLE,
        section(
          'Nobody has been brought in yet',
          paragraph(
            'Tandem brings the people of your Workspace into the work system, and keeps their names, addresses, departments and managers up to date. It only reads Google and never changes it.',
          ),
          paragraph(
            'First see what will happen, with names. Nothing is written before you say go. To try it with a few, choose who takes part before that.',
          ),
          buttons(look, who),
        ),
      );
    case 'waiting':
      return card(
        TITLE,
        section(
          'A run begins soon',
          paragraph('Google starts it within minutes.'),
          buttons(refresh),
        ),
      );
    case 'running':
      return card(TITLE, runningSection(state), whySection);
    case 'held':
      return decisionCard(TITLE, decisionView(state.waiting));
    case 'failed':
      return card(
        TITLE,
        failureSection(state.failure, tryAgain(DO.again)),
        section(
          'How up to date it is',
          paragraph(freshnessText(state.freshness)),
          buttons(refresh, who),
        ),
        whySection,
      );
    case 'done':
      return card(TITLE, ...doneSections(state), whySection, ...workbookSection(view));
    default:
      return unreachable(state);
  }
}

const runningSection = ({
  point,
  isBetween,
}: Extract<DirectoryState, { kind: 'running' }>): CardSection =>
  section(
    isBetween ? 'Paused; it continues by itself' : 'Under way',
    fact(
      'Done so far',
      point ? `${grouped(point.done)} of ${grouped(point.total)} people` : 'Reading the directory',
    ),
    buttons(refresh),
  );

const whySection: CardSection = section(
  'Why is somebody synced, or not?',
  textInput(WHO_INPUT, 'Name or address', '', 'Or a part of it: anna, virta, anna@'),
  buttons(button('Why?', runs(DO.why))),
);

const workbookSection = ({ workbookUrl }: PeopleView): CardSection[] =>
  workbookUrl === null
    ? []
    : [section('Everybody', buttons(button('Open the list of people', opens(workbookUrl))))];

/** What failed, what it means, the cure, and one button. */
export const failureCard = (failure: Failure, again: string): Card =>
  card(TITLE, failureSection(failure, tryAgain(again)));

const tryAgain = (again: string): Button => mainButton('Try again', runs(again));

/** What the next run will do, when nothing holds it. */
export const previewCard = (preview: Preview): Card =>
  card(
    TITLE,
    ...previewSections(preview),
    section('', paragraph('The next run does this by itself. You do not need to do anything.')),
  );

/** More would not fit on the card. Typing more letters finds fewer people. */
const MOST_MATCHES = 10;

/** A button for everybody who may be meant, or a sentence that nobody was found. */
export function matchesCard(typed: string, found: Exclude<PeopleFound, { kind: 'one' }>): Card {
  if (found.kind === 'nobody')
    return card(
      TITLE,
      section(
        'Nobody was found',
        paragraph(
          `Nobody in your Workspace or the work system has “${shortened(typed, 100)}” in their name or address. Check the spelling, or type less of it.`,
        ),
      ),
      whySection,
    );
  const { candidates, isCut } = found;
  const rest = candidates.length - MOST_MATCHES;
  return card(
    TITLE,
    section(
      'Whom do you mean?',
      ...candidates
        .slice(0, MOST_MATCHES)
        .map(({ name, email }) =>
          buttons(
            button(
              name === email ? email : `${name} (${email})`,
              runs(DO.why, { [CHOSEN_INPUT]: email }),
            ),
          ),
        ),
      ...(rest > 0 || isCut
        ? [
            paragraph(
              `${rest > 0 && !isCut ? `And ${grouped(rest)} more` : 'There are more'}: type more of the name.`,
            ),
          ]
        : []),
    ),
    whySection,
  );
}

export const whyCard = ({ sentence, failure }: PersonFound): Card =>
  card(
    TITLE,
    section('Why?', paragraph(sentence)),
    ...(failure ? [failureSection(failure)] : []),
    whySection,
  );
