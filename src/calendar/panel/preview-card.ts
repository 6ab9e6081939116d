/** What a first run would do, shown before it is started. */
import { button, buttons, mainButton, runs } from '../../card/action';
import { card, fact, paragraph, section, sentence, textInput } from '../../card/card';
import type { Card, CardSection, OnClick, Widget } from '../../card/card-json';
import { msOf } from '../../kit/clock';
import { timeWords } from '../../kit/date-words';
import { CALENDAR } from './action-names';
import type { Side } from '../entry/entry';
import { EXAMPLES, type Counted, type Effect, type Example, type Preview } from '../sync/preview';
import type { SavedPreview } from '../boards/preview-board';
import { pageButtons, pageOf } from './card-pages';
import { nearSection } from './near-cards';
import { ago, entriesOf, holdSentence, PRIVACY_SENTENCE, SIDE_NAME } from './sentences';
import { failureWidgets, leftOutSections } from './widgets';

const notNow = button('Not now', runs(CALENDAR.notNow));
const lookAgain = button('Look again', runs(CALENDAR.lookAhead));

export function previewCard(saved: SavedPreview, nowMs: number): Card {
  const { preview, plannedAt, hold, failure, privateEvents, audience } = saved;
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
    ...nearSection(saved),
    ...leftOutSections(preview.leftOut),
    section(
      'Who sees what is copied',
      paragraph(PRIVACY_SENTENCE[privateEvents]),
      ...(audience ?? [UNKNOWN_AUDIENCE]).map(paragraph),
    ),
    section(
      '',
      paragraph(
        'By starting you allow Tandem to read and write your calendar and your activities until you turn it off.',
      ),
      buttons(
        mainButton('Start', runs(CALENDAR.start)),
        button('Choose what is synced', runs(CALENDAR.choices)),
        notNow,
      ),
    ),
  );
}

const UNKNOWN_AUDIENCE =
  'Tandem could not find out who can open your work system’s records. Ask your administrator.';

const EFFECTS: Readonly<Record<Effect, string>> = {
  create: 'New',
  update: 'Changed',
  delete: 'Deleted',
};

/** One of the lists of a preview. */
interface List extends Counted {
  readonly name: string;
  /** Its heading. */
  readonly of: string;
  readonly label: string;
}

/** The lists of a preview, in the order of the card. */
const listsOf = ({ google, work, joined, conflicts }: Preview): List[] =>
  [
    ...sideLists('google', google),
    ...sideLists('work', work),
    { name: 'joined', of: BOTH, label: 'Already the same on both sides', ...joined },
    {
      name: 'conflicts',
      of: BOTH,
      label: 'Different on both sides: one version is kept',
      ...conflicts,
    },
  ].filter(({ count }) => count > 0);

const BOTH = 'On both sides';
const sideHeading = (side: Side): string => `In ${SIDE_NAME[side]}`;

const sideLists = (side: Side, effects: Preview[Side]): List[] =>
  (Object.keys(EFFECTS) as Effect[]).map((effect) => ({
    name: `${side}.${effect}`,
    of: sideHeading(side),
    label: EFFECTS[effect],
    ...effects[effect],
  }));

const listed = (preview: Preview, heading: string, near: string): Widget[] =>
  listsOf(preview)
    .filter(({ of }) => of === heading)
    .map((list) => listFact(list, near));

function sideSection(side: Side, preview: Preview, plannedAt: string): CardSection {
  const widgets = listed(preview, sideHeading(side), plannedAt);
  const none = paragraph('Nothing would be changed.');
  return section(sideHeading(side), ...(widgets.length > 0 ? widgets : [none]));
}

function bothSection(preview: Preview, plannedAt: string): CardSection[] {
  const widgets = listed(preview, BOTH, plannedAt);
  return widgets.length > 0 ? [section(BOTH, ...widgets)] : [];
}

const listFact = ({ name, label, count, examples }: List, near: string): Widget =>
  fact(label, entriesOf(count), {
    ...(examples.length > 0 && {
      below: examples
        .slice(0, EXAMPLES)
        .map((example) => `${example.title || '(no title)'}, ${timeWords(example.start, near)}`)
        .join(' · '),
    }),
    ...(examples.length > EXAMPLES && {
      button: button('Show all', runs(CALENDAR.previewList, { list: name })),
    }),
  });

/** What is typed to find entries of a list. */
export const FIND = 'find';

/**
 * All entries of one list of a preview, page by page; null when the preview has no such list.
 *
 * @param wanted.find a part of a title or of a date; empty for all entries.
 */
export function previewListCard(
  { preview, plannedAt }: SavedPreview,
  wanted: { readonly list: string; readonly page: number; readonly find?: string },
): Card | null {
  const list = listsOf(preview).find(({ name }) => name === wanted.list);
  if (!list) return null;
  return card(
    `${list.of}: ${list.label}`,
    listSection(list, { ...wanted, near: plannedAt }, (other) =>
      runs(CALENDAR.previewList, { list: list.name, page: String(other) }),
    ),
  );
}

/** A page of a list, with what is needed to find something in it. @param opens leads to another page. */
export function listSection(
  { count, examples }: Counted,
  wanted: { readonly page: number; readonly find?: string; readonly near: string },
  opens: (page: number) => OnClick,
): CardSection {
  const find = (wanted.find ?? '').trim();
  const found = examples.filter((example) => isFound(example, find, wanted.near));
  const { page, pages, items } = pageOf(found, wanted.page);
  const unlisted = count - examples.length;
  const isLast = page === pages - 1;
  return section(
    find === '' ? entriesOf(count) : `${found.length} found of ${entriesOf(count)}`,
    ...(examples.length > EXAMPLES
      ? [textInput(FIND, 'Find by title or day', find), buttons(button('Find', opens(0)))]
      : []),
    ...items.map(({ title, start }) =>
      sentence(title || '(no title)', timeWords(start, wanted.near)),
    ),
    ...(isLast && unlisted > 0
      ? [paragraph(`${entriesOf(unlisted)} more: too many to be listed here.`)]
      : []),
    ...pageButtons({ page, pages }, opens),
    buttons(button('Back', runs(CALENDAR.home))),
  );
}

const isFound = ({ title, start }: Example, find: string, near: string): boolean =>
  `${title || '(no title)'} ${timeWords(start, near)} ${start}`
    .toLowerCase()
    .includes(find.toLowerCase());
