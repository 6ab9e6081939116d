/** What an administrator sees of undoing a run for everybody. */
import { button, buttons, mainButton, runs } from '../../card/action';
import { card, fact, paragraph, section, sentence, standing, textInput } from '../../card/card';
import type { Card, CardSection, OnClick, Widget } from '../../card/card-json';
import { timeWords } from '../../kit/date-words';
import { decisionSections } from '../../runs/decision-card';
import {
  MOST_PEOPLE,
  type RunUndone,
  type RunUndoProgress,
  type RunUndoState,
  type Tally,
  type UndoLine,
} from '../boards/run-undo';
import type { PastRun } from '../ports';
import type { NotBack } from '../sync/plan-put-back';
import { CALENDAR } from './action-names';
import { pageButtons, pageOf } from './card-pages';
import { counted, entriesOf } from './sentences';
import { NOT_BACK } from './undo-cards';

const TITLE = 'Undo for everybody';

/** The input in which the number of entries is typed. */
export const TYPED = 'typed';

export interface RunUndoView {
  readonly state: RunUndoState;
  readonly progress: RunUndoProgress | null;
  /** The last one that was carried out. */
  readonly last: RunUndone | null;
  /** Whether the organization's switch is on: without it, nothing runs. */
  readonly isOn: boolean;
}

export function runUndoCard({ state, progress, last, isOn }: RunUndoView): Card {
  if (!isOn)
    return card(
      TITLE,
      section('', standing('off', 'Off for the whole organization'), paragraph(NEEDS_RUNS), back),
    );
  switch (state.kind) {
    case 'none':
      return card(TITLE, ...lastSections(last), chooseSection);
    case 'looking':
      return card(TITLE, underWay('Tandem looks at what can be put back', state, progress));
    case 'going':
      return card(TITLE, underWay('Entries are being put back', state, progress));
    case 'waits':
      return card(TITLE, ...waitingSections(state));
  }
}

const NEEDS_RUNS =
  'Tandem’s runs do the undoing. Turn calendar sync on for the organization first.';

const back: Widget = buttons(button('Back', runs(CALENDAR.admin)));
const refresh = button('Refresh', runs(CALENDAR.runUndo));
const chooseRun = button('Choose a run', runs(CALENDAR.pastRuns));

const chooseSection: CardSection = section(
  '',
  paragraph('Choose a run of Tandem. You see what would be put back before anything is changed.'),
  buttons(
    mainButton('Choose a run', runs(CALENDAR.pastRuns)),
    button('Back', runs(CALENDAR.admin)),
  ),
);

const ofRun = ({ ranAt }: { readonly ranAt: string }): Widget => fact('Run of', timeWords(ranAt));

function underWay(
  words: string,
  { kind, request }: Extract<RunUndoState, { readonly kind: 'looking' | 'going' }>,
  progress: RunUndoProgress | null,
): CardSection {
  const done = progress === null ? 0 : progress.marks.length / 6;
  const isGo = kind === 'going';
  return section(
    '',
    standing(
      'waiting',
      words,
      progress === null
        ? 'It begins with the next run.'
        : `${done} of ${people(progress.all)} so far.`,
    ),
    ofRun(request),
    paragraph(
      isGo
        ? 'Each person sees on their own card what was put back.'
        : 'Nothing is changed by looking.',
    ),
    buttons(refresh, button(isGo ? 'Stop here' : 'Cancel', runs(CALENDAR.endRunUndo))),
  );
}

const people = (count: number): string => counted(count, 'person', 'people');

function waitingSections({
  request,
  waiting,
}: Extract<RunUndoState, { readonly kind: 'waits' }>): CardSection[] {
  const { tally } = waiting.what;
  const { entries } = tally;
  const again = { run: request.run, ranAt: request.ranAt };
  if (!waiting.mayGo)
    return [
      section('', ofRun(request), standing('off', 'Nothing can be put back'), ...stays(tally)),
      section('', buttons(chooseRun, button('Close', runs(CALENDAR.endRunUndo)))),
    ];
  return [
    ...decisionSections({
      heading: 'Undo this run?',
      reason: null,
      advice:
        'Tandem puts these entries back to what they were before the run, in both calendars. Nothing has been changed yet.',
      numbers: [ofRun(request), ...outcome('Would be put back', tally), ...stays(tally)],
      preview: [section('', textInput(TYPED, `To go on, type the number of entries: ${entries}`))],
      seen: waiting,
      go: { text: `Put back ${entriesOf(entries)}`, action: CALENDAR.putRunBack },
      lookAgain: null,
      leave: { text: 'Leave it', action: CALENDAR.endRunUndo },
    }),
    section('', buttons(button('Look again', runs(CALENDAR.lookRunBack, again)))),
  ];
}

const outcome = (label: string, { entries, people: of }: Tally): Widget[] => [
  fact(label, `${entriesOf(entries)} of ${people(of)}`, {
    button: button('Show people', runs(CALENDAR.runUndoPeople)),
  }),
];

/** What is not put back, and why. */
function stays({ stays: reasons, off, failed }: Tally): Widget[] {
  return [
    ...(Object.keys(reasons) as NotBack[]).map((reason) =>
      fact('Stays as it is', entriesOf(reasons[reason]!), { below: NOT_BACK[reason] }),
    ),
    ...(off > 0 ? [fact('Left alone', people(off), { below: 'Their sync is off.' })] : []),
    ...(failed > 0
      ? [
          fact('Failed', people(failed), {
            below: 'Their calendar could not be reached. Undo the same run again later.',
          }),
        ]
      : []),
  ];
}

const lastSections = (last: RunUndone | null): CardSection[] =>
  last === null
    ? []
    : [
        section(
          'The last undo',
          ofRun(last),
          ...outcome('Put back', last.tally),
          ...stays(last.tally),
          sentence(`Decided by ${last.by}.`, `Done on ${timeWords(last.at)}`),
        ),
      ];

/** The runs that can be undone. @param wanted the page. */
export function pastRunsCard(all: readonly PastRun[], wanted: number): Card {
  const { page, pages, items } = pageOf(all, wanted);
  const opens = (other: number): OnClick => runs(CALENDAR.pastRuns, { page: String(other) });
  const empty = paragraph('The Journal has no run that changed anything.');
  return card(
    'Undo which run?',
    section(
      '',
      ...(all.length === 0 ? [empty] : items.map(runFact)),
      ...pageButtons({ page, pages }, opens),
      buttons(button('Back', runs(CALENDAR.runUndo))),
    ),
  );
}

function runFact({ run, at, changes, people: of }: PastRun): Widget {
  const isTooMany = of.length > MOST_PEOPLE;
  return fact(timeWords(at), `${counted(changes, 'change')} for ${people(of.length)}`, {
    ...(isTooMany && { below: `More than ${MOST_PEOPLE} people: too many to undo at once.` }),
    ...(!isTooMany && {
      button: button('Look', runs(CALENDAR.lookRunBack, { run, ranAt: at })),
    }),
  });
}

/** Person by person, whoever has the most entries first. @param wanted the page. */
export function runUndoPeopleCard(lines: readonly UndoLine[], wanted: number): Card {
  const sorted = [...lines].sort(
    (one, other) => other.entries - one.entries || (one.email < other.email ? -1 : 1),
  );
  const { page, pages, items } = pageOf(sorted, wanted);
  const opens = (other: number): OnClick => runs(CALENDAR.runUndoPeople, { page: String(other) });
  return card(
    'Undo: person by person',
    section(
      people(lines.length),
      ...items.map(({ email, entries, stays: left, titles, isFailed }) =>
        fact(email, isFailed ? 'Could not be reached' : partWords(entries, left), {
          ...(titles.length > 0 && {
            below: titles.join(' · ') + (entries > titles.length ? ' …' : ''),
          }),
        }),
      ),
      ...pageButtons({ page, pages }, opens),
      buttons(button('Back', runs(CALENDAR.runUndo))),
    ),
  );
}

const partWords = (entries: number, left: number): string =>
  [
    ...(entries > 0 ? [`${entriesOf(entries)} put back`] : []),
    ...(left > 0 ? [`${entriesOf(left)} as ${left === 1 ? 'it is' : 'they are'}`] : []),
  ].join(', ') || 'Nothing to put back';
