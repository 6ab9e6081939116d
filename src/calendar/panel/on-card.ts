/** The homepage of somebody whose sync is on. */
import { button, buttons, mainButton, runs } from '../../card/action';
import { card, fact, standing, paragraph, section, type Mark } from '../../card/card';
import type { Card, CardSection, Widget } from '../../card/card-json';
import { msOf } from '../../kit/clock';
import { dateWords } from '../../kit/date-words';
import { decisionSections } from '../../runs/decision-card';
import { CALENDAR } from './action-names';
import {
  ago,
  capital,
  entriesOf,
  freshnessSentence,
  holdSentence,
  orNothing,
  SIDE_NAME,
  withinMinutes,
} from './sentences';
import { changesSection } from './hold-changes';
import { waitingHold } from '../boards/hold-decision';
import type { Health, On } from '../boards/state';
import type { Status } from '../boards/status-board';
import { failureWidgets, leftOutSections } from './widgets';

const HEALTH: Readonly<Record<Health, readonly [Mark, string]>> = {
  fresh: ['good', 'On'],
  behind: ['waiting', 'On, but behind'],
  failed: ['bad', 'On, but the last run failed'],
  held: ['waiting', 'On, but waiting for you'],
  unknown: ['waiting', 'On'],
};

export function onCard(state: On, nowMs: number): Card {
  const { status } = state;
  const isOut = status?.outcome === 'off';
  const [mark, name] = isOut ? (['bad', 'Tandem turned it off'] as const) : HEALTH[state.health];
  return card(
    'My calendar sync',
    section(
      '',
      standing(mark, name, freshnessSentence(state.freshness)),
      ...waiting(state),
      buttons(
        isOut
          ? mainButton('Turn on again', runs(CALENDAR.lookAhead))
          : button('Sync soon', runs(CALENDAR.syncSoon)),
        button('Refresh', runs(CALENDAR.home)),
      ),
    ),
    ...(state.trouble
      ? [section('Why everyone’s calendars are behind', ...failureWidgets(state.trouble))]
      : []),
    ...(status?.failure ? [section('What is wrong', ...failureWidgets(status.failure))] : []),
    ...(status ? holdSections(status) : []),
    ...(status ? [lastRunSection(status, nowMs)] : []),
    ...(status && status.conflicts.length > 0 ? [conflictSection(status)] : []),
    ...leftOutSections(status?.leftOut ?? []),
    section(
      '',
      buttons(
        button('What is synced', runs(CALENDAR.types)),
        button('Turn off', runs(CALENDAR.askOff)),
      ),
      ...(state.since === null ? [] : [paragraph(`On since ${dateWords(state.since)}.`)]),
    ),
  );
}

const WAITING = {
  look: 'Tandem looks again',
  approve: 'Your go-ahead is carried out',
} as const;

const waiting = ({ waiting: wish, everyMinutes }: On): Widget[] =>
  wish === null ? [] : [paragraph(`${WAITING[wish]} ${withinMinutes(everyMinutes)}.`)];

/** The numbers that were seen are what is allowed; whoever leaves it changes nothing, and is asked again. */
function holdSections(status: Status): CardSection[] {
  const waiting = waitingHold(status);
  if (waiting === null) return [];
  return decisionSections({
    heading: 'Is this right?',
    reason: { text: holdSentence(waiting.what), evidence: '' },
    advice:
      'Tandem stopped before it changed anything. If this is a mistake, correct it, and the next run will do the rest.',
    numbers: [],
    preview: changesSection(waiting.what, status.at),
    seen: waiting,
    go: { text: 'Yes, go on', action: CALENDAR.approve },
    lookAgain: null,
    leave: { text: 'Leave it', action: CALENDAR.home },
  });
}

/** A run may have found nothing to write, as one does that a person asked for. */
function lastRunSection(status: Status, nowMs: number): CardSection {
  const { google, work } = status.written;
  const written =
    google + work === 0
      ? []
      : [
          fact('When', capital(ago(nowMs - msOf(status.at)))),
          fact(`Written in ${SIDE_NAME.google}`, orNothing(google)),
          fact(`Written in ${SIDE_NAME.work}`, orNothing(work)),
        ];
  return section(
    written.length > 0 ? 'Last changes' : '',
    ...written,
    fact('Kept in step', entriesOf(status.links)),
    ...(status.waiting > 0
      ? [fact('Could not be synced', `${entriesOf(status.waiting)}; tried again by the next runs.`)]
      : []),
  );
}

const conflictSection = ({ conflicts }: Status): CardSection =>
  section(
    'Changed on both sides',
    ...conflicts.map(({ title, winner }) =>
      fact(`Taken from ${SIDE_NAME[winner]}`, title || '(no title)', {
        below: 'The other version is kept in the journal.',
      }),
    ),
  );
