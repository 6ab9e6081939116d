/** The homepage of somebody whose sync is on. */
import { button, buttons, mainButton, runs } from '../../card/action';
import { card, fact, standing, paragraph, section, type Mark } from '../../card/card';
import type { Card, CardSection, Widget } from '../../card/card-json';
import { msOf } from '../../kit/clock';
import { dateWords } from '../../kit/date-words';
import { decisionSections } from '../../runs/decision-card';
import { CALENDAR } from './action-names';
import { conflictSections } from './conflict-cards';
import {
  ago,
  capital,
  entriesOf,
  freshnessSentence,
  holdSentence,
  orNothing,
  PRIVACY_SENTENCE,
  SIDE_NAME,
  withinMinutes,
} from './sentences';
import { connectedSection } from './connected-words';
import { changesSection } from './hold-changes';
import { waitingHold } from '../boards/hold-decision';
import type { Health, On, PrivacyNews } from '../boards/state';
import { SETTING_WORDS } from '../setting-words';
import type { Status } from '../boards/status-board';
import type { Undoing } from '../boards/undo-board';
import { undoSection } from './undo-cards';
import { failureWidgets, leftOutSections } from './widgets';

const HEALTH: Readonly<Record<Health, readonly [Mark, string]>> = {
  fresh: ['good', 'On'],
  behind: ['waiting', 'On, but behind'],
  failed: ['bad', 'On, but the last run failed'],
  held: ['waiting', 'On, but waiting for you'],
  unknown: ['waiting', 'On'],
};

/** @param undoing is shown in place of the last changes. */
export function onCard(state: On, nowMs: number, undoing: Undoing | null): Card {
  const { status } = state;
  const last = status?.changes.find(({ undo }) => undo !== null)?.undo;
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
    ...(state.connectedBy === null ? [] : [connectedSection(state.connectedBy)]),
    ...(state.privacy ? [privacySection(state.privacy)] : []),
    ...(state.trouble
      ? [section('Why everyone’s calendars are behind', ...failureWidgets(state.trouble))]
      : []),
    ...(status?.failure ? [section('What is wrong', ...failureWidgets(status.failure))] : []),
    ...(status ? holdSections(status) : []),
    ...(undoing ? [undoSection(undoing)] : status ? [lastRunSection(status, nowMs)] : []),
    ...conflictSections(status?.conflicts ?? []),
    ...leftOutSections(status?.leftOut ?? []),
    section(
      '',
      buttons(
        ...(state.connectedBy === null ? [button('What is synced', runs(CALENDAR.types))] : []),
        ...(last && !undoing
          ? [button('Undo the last run', runs(CALENDAR.lookBack, { run: last.run }))]
          : []),
        ...(state.connectedBy === null ? [button('Turn off', runs(CALENDAR.askOff))] : []),
      ),
      ...(state.since === null ? [] : [paragraph(`On since ${dateWords(state.since)}.`)]),
    ),
  );
}

const WAITING = {
  look: 'Tandem looks again',
  approve: 'Your go-ahead is carried out',
  list: 'What is kept in step is being listed: Show all has it',
  'look-back': 'Tandem looks at what can be put back, and shows it here',
  undo: 'What you chose is put back',
} as const;

const waiting = ({ waiting: wish, everyMinutes }: On): Widget[] =>
  wish === null ? [] : [paragraph(`${WAITING[wish]} ${withinMinutes(everyMinutes)}.`)];

/** A go allows the numbers that were seen. Leaving it changes nothing, and the person is asked again. */
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

/** Until the person says that they have seen it. */
const privacySection = ({ before, now, since }: PrivacyNews): CardSection =>
  section(
    'Your organization changed what is copied of private events',
    fact(since === null ? 'Now' : `Since ${dateWords(since)}`, PRIVATE_CHOICES[now], {
      below: `Before: ${PRIVATE_CHOICES[before]}`,
    }),
    paragraph(
      now === 'full'
        ? PRIVACY_SENTENCE[now]
        : `${PRIVACY_SENTENCE[now]} The next runs remove what was copied before.`,
    ),
    buttons(button('OK', runs(CALENDAR.privacySeen, { choice: now }))),
  );

const PRIVATE_CHOICES = SETTING_WORDS.privateEvents.choices;

/** A run may have found nothing to write, for example one that a person asked for. */
function lastRunSection(status: Status, nowMs: number): CardSection {
  const { google, work } = status.written;
  const written =
    google + work === 0
      ? []
      : [
          ...(status.changes.length > 0
            ? []
            : [fact('When', capital(ago(nowMs - msOf(status.at))))]),
          fact(`Written in ${SIDE_NAME.google}`, orNothing(google)),
          fact(`Written in ${SIDE_NAME.work}`, orNothing(work)),
        ];
  const changes = status.changes.map(({ at, title, what, undo }) =>
    fact(capital(ago(nowMs - msOf(at))), title || '(no title)', {
      below: what,
      ...(undo && { button: button('Undo', runs(CALENDAR.lookBack, undo)) }),
    }),
  );
  return section(
    written.length + changes.length > 0 ? 'Last changes' : '',
    ...written,
    ...changes,
    fact('Kept in step', entriesOf(status.links), {
      ...(status.links > 0 && { button: button('Show all', runs(CALENDAR.kept)) }),
    }),
    ...(status.waiting > 0
      ? [fact('Could not be synced', `${entriesOf(status.waiting)}; tried again by the next runs.`)]
      : []),
  );
}
