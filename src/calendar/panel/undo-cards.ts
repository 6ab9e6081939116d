/** What would be put back, and what was. */
import { button, buttons, mainButton, runs, type Parameters } from '../../card/action';
import { card, fact, paragraph, section, sentence } from '../../card/card';
import type { Card, CardSection, Widget } from '../../card/card-json';
import type { Undoing } from '../boards/undo-board';
import type { NotBack } from '../sync/plan-put-back';
import { CALENDAR } from './action-names';
import { entriesOf } from './sentences';

export const NOT_BACK: Readonly<Record<NotBack, string>> = {
  copied:
    'It was new, a copy of an entry that is still there, and would be copied again. Delete the entry itself.',
  shortened: 'It is longer than what the Journal keeps.',
  'details-hidden': 'It is private, so the Journal does not have its details.',
  'changed-since': 'Somebody has changed it since. It stays as it is now.',
  'gone-since': 'It is no longer on both sides.',
  split:
    'What had taken place stayed as it was, and the rest became an entry of its own. Change how that one repeats instead.',
  others: 'Somebody else organizes it, and Tandem never changes that.',
  'original-there': 'Only a copy was taken back, because of a setting. The entry itself is there.',
  forgotten: 'It was deleted so long ago that Google Calendar no longer has it.',
};

/** On the homepage. */
export function undoSection(undoing: Undoing): CardSection {
  const { isDone, by, count, entries, refused, refusedCount } = undoing;
  const open = button('Show', runs(CALENDAR.undoList));
  const titles = (all: readonly { readonly title: string }[], of: number): string =>
    all.map(({ title }) => title || '(no title)').join(' · ') + (of > all.length ? ' …' : '');
  return section(
    isDone ? 'Undone' : 'Undo this?',
    ...(by === null ? [] : [paragraph(`Your administrator ${by} undid this for everybody.`)]),
    ...(count === 0 && refusedCount === 0
      ? [paragraph('There is nothing left to put back: everything is as it was before.')]
      : []),
    ...(count === 0
      ? []
      : [
          fact(isDone ? 'Put back' : 'Would be put back', entriesOf(count), {
            below: titles(entries, count),
            button: open,
          }),
        ]),
    ...(refusedCount === 0
      ? []
      : [
          fact(isDone ? 'Left as it is' : 'Stays as it is', entriesOf(refusedCount), {
            below:
              refused.length === 1
                ? `${refused[0]!.title || '(no title)'}: ${NOT_BACK[refused[0]!.reason]}`
                : titles(refused, refusedCount),
            ...(count === 0 && { button: open }),
          }),
        ]),
    ...(isDone || count === 0
      ? [buttons(button('OK', runs(CALENDAR.leaveUndo)))]
      : [
          buttons(
            mainButton('Put back', runs(CALENDAR.putBack, namesOf(undoing))),
            button('Leave it', runs(CALENDAR.leaveUndo)),
          ),
        ]),
  );
}

/** What an undo is about, as an action carries it. */
export const namesOf = ({ run, id }: Pick<Undoing, 'run' | 'id'>): Parameters => ({
  ...(run !== null && { run }),
  ...(id !== null && { id }),
});

/** Everything about it, as far as it was kept. */
export function undoListCard(undoing: Undoing): Card {
  const { isDone, count, entries, refused, refusedCount } = undoing;
  const more = (all: number, shown: number): Widget[] =>
    all > shown ? [paragraph(`${entriesOf(all - shown)} more.`)] : [];
  return card(
    isDone ? 'Undone' : 'Undo',
    ...(count === 0
      ? []
      : [
          section(
            isDone ? 'Put back' : 'Would be put back',
            ...entries.map(({ title, what, isNew }) =>
              sentence(
                title || '(no title)',
                isNew ? `${what} It comes back as a new entry.` : what,
              ),
            ),
            ...more(count, entries.length),
          ),
        ]),
    ...(refusedCount === 0
      ? []
      : [
          section(
            isDone ? 'Left as it is' : 'Stays as it is',
            ...refused.map(({ title, reason }) =>
              sentence(title || '(no title)', NOT_BACK[reason]),
            ),
            ...more(refusedCount, refused.length),
          ),
        ]),
    section('', buttons(button('Back', runs(CALENDAR.home)))),
  );
}
