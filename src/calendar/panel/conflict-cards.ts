/** Lists what both sides had changed, until the person dismisses it. */
import { button, buttons, runs } from '../../card/action';
import { card, fact, paragraph, section, type FactParts } from '../../card/card';
import type { Button, Card, CardSection, Widget } from '../../card/card-json';
import { timeWords } from '../../kit/date-words';
import { FIELD_NAME, type ToldConflict } from '../boards/told-conflict';
import { CALENDAR } from './action-names';
import { pageOf, pageButtons } from './card-pages';
import { capital, counted, SIDE_NAME } from './sentences';

const TITLE = 'Changed on both sides';
const PUT_BACK = 'Edits that were put back';

const titleOf = (conflicts: readonly ToldConflict[]): string =>
  conflicts.length > 0 && conflicts.every(({ oneWay }) => oneWay) ? PUT_BACK : TITLE;
/** The section on the homepage. */
const SHOWN = 3;
/** Each takes two widgets, of which a card holds few. */
const PER_PAGE = 12;

export function conflictSections(conflicts: readonly ToldConflict[]): CardSection[] {
  if (conflicts.length === 0) return [];
  return [
    section(
      titleOf(conflicts),
      ...conflicts.slice(0, SHOWN).map((conflict) => conflictFact(conflict)),
      buttons(
        button(
          conflicts.length > SHOWN ? `Show all ${conflicts.length}` : 'Take another version',
          runs(CALENDAR.conflicts),
        ),
        dismissAll(conflicts),
      ),
    ),
  ];
}

/** All conflicts, page by page. */
export function conflictsCard(conflicts: readonly ToldConflict[], wanted: number): Card {
  const { page, items, pages } = pageOf(conflicts, wanted, PER_PAGE);
  if (items.length === 0)
    return card(
      TITLE,
      section(
        '',
        paragraph('You have dismissed everything.'),
        buttons(button('Back', runs(CALENDAR.home))),
      ),
    );
  return card(
    titleOf(conflicts),
    section(
      counted(conflicts.length, 'entry', 'entries'),
      paragraph(
        'One version was taken. You can take the other one instead, as long as nobody has changed the entry since.',
      ),
      ...items.flatMap((conflict) => conflictWidgets(conflict, page)),
      ...pageButtons({ page, pages }, (other) => runs(CALENDAR.conflicts, { page: String(other) })),
      buttons(dismissAll(conflicts), button('Back', runs(CALENDAR.home))),
    ),
  );
}

const dismissAll = (conflicts: readonly ToldConflict[]) =>
  button('Dismiss all', runs(CALENDAR.dismiss, { until: conflicts[0]!.at }));

const conflictFact = (
  { key, at, title, winner, fields, lost, oneWay }: ToldConflict,
  more: Pick<FactParts, 'button'> = { button: dismissOne(key) },
): Widget =>
  fact(`${oneWay ? 'As before in' : 'Taken from'} ${SIDE_NAME[winner]}`, title || '(no title)', {
    below: [
      timeWords(at),
      `${oneWay ? 'Put back' : TITLE}: ${fields.map((field) => FIELD_NAME[field]).join(', ')}`,
      ...(lost === ''
        ? []
        : [`${capital(SIDE_NAME[winner === 'google' ? 'work' : 'google'])} said: ${lost}`]),
    ].join(' · '),
    ...more,
  });

const dismissOne = (key: string, page: number | null = null): Button =>
  button(
    'Dismiss',
    runs(CALENDAR.dismiss, { conflict: key, ...(page !== null && { page: String(page) }) }),
  );

/** A version that has since been hidden is gone from the Journal as well, so it cannot be restored. */
const conflictWidgets = (conflict: ToldConflict, page: number): Widget[] =>
  conflict.lost === ''
    ? [conflictFact(conflict, { button: dismissOne(conflict.key, page) })]
    : [
        conflictFact(conflict, {}),
        buttons(
          button('Take the other version', runs(CALENDAR.takeOther, { conflict: conflict.key })),
          dismissOne(conflict.key, page),
        ),
      ];
