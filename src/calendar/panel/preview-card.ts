/** What a first run would do, before it is started. */
import { button, buttons, mainButton, runs } from '../../card/action';
import { card, fact, paragraph, section } from '../../card/card';
import type { Card, CardSection, Widget } from '../../card/card-json';
import { msOf } from '../../kit/clock';
import { timeWords } from '../../kit/date-words';
import { CALENDAR } from './action-names';
import type { Side } from '../entry/entry';
import type { Counted, Effect, Preview } from '../sync/preview';
import type { SavedPreview } from '../boards/preview-board';
import { ago, entriesOf, holdSentence, SIDE_NAME } from './sentences';
import { failureWidgets, leftOutSections } from './widgets';

const notNow = button('Not now', runs(CALENDAR.notNow));
const lookAgain = button('Look again', runs(CALENDAR.lookAhead));

export function previewCard(
  { preview, plannedAt, hold, failure }: SavedPreview,
  nowMs: number,
): Card {
  const found = ago(nowMs - msOf(plannedAt));
  if (failure)
    return card(
      'Turn on my calendar sync',
      section(
        'It cannot be turned on yet',
        ...failureWidgets(failure),
        paragraph(`Found ${found}.`),
        buttons(lookAgain, notNow),
      ),
    );
  return card(
    'Turn on my calendar sync',
    section(
      'What would happen',
      paragraph(`As of ${found}. Nothing has been changed.`),
      ...(hold ? [paragraph(`${holdSentence(hold)} You would be asked before that.`)] : []),
    ),
    sideSection('google', preview, plannedAt),
    sideSection('work', preview, plannedAt),
    ...bothSection(preview, plannedAt),
    ...leftOutSections(preview.leftOut),
    section(
      '',
      paragraph(
        'By starting you allow Tandem to read and write your calendar and your activities until you turn it off.',
      ),
      buttons(mainButton('Start', runs(CALENDAR.start)), notNow),
    ),
  );
}

const EFFECTS: Readonly<Record<Effect, string>> = {
  create: 'New',
  update: 'Changed',
  delete: 'Deleted',
};

function sideSection(side: Side, preview: Preview, plannedAt: string): CardSection {
  const effects = (Object.keys(EFFECTS) as Effect[]).filter(
    (effect) => preview[side][effect].count > 0,
  );
  const widgets = effects.map((effect) =>
    countedFact(EFFECTS[effect], preview[side][effect], plannedAt),
  );
  const none = paragraph('Nothing would be changed.');
  return section(`In ${SIDE_NAME[side]}`, ...(widgets.length > 0 ? widgets : [none]));
}

function bothSection({ joined, conflicts }: Preview, plannedAt: string): CardSection[] {
  const widgets = [
    ...(joined.count > 0 ? [countedFact('Already the same on both sides', joined, plannedAt)] : []),
    ...(conflicts.count > 0
      ? [countedFact('Different on both sides: one version is kept', conflicts, plannedAt)]
      : []),
  ];
  return widgets.length > 0 ? [section('On both sides', ...widgets)] : [];
}

const countedFact = (label: string, { count, examples }: Counted, near: string): Widget =>
  fact(label, entriesOf(count), {
    ...(examples.length > 0 && {
      below: [...examples]
        .sort((one, other) => (one.start < other.start ? -1 : 1))
        .map(({ title, start }) => `${title || '(no title)'}, ${timeWords(start, near)}`)
        .join(' · '),
    }),
  });
