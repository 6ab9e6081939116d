/** Entries of both sides that are alike but not equal: whether they are one is the person's to say (TF7). */
import { button, buttons, mainButton, runs } from '../../card/action';
import { card, fact, paragraph, section, sentence } from '../../card/card';
import type { Card, CardSection, Widget } from '../../card/card-json';
import { timeWords } from '../../kit/date-words';
import type { SavedPreview } from '../boards/preview-board';
import { marksIn } from '../sync/near-match';
import type { Example, NearPair } from '../sync/preview';
import { CALENDAR } from './action-names';
import { pageButtons, pageOf } from './card-pages';
import { counted } from './sentences';

const PER_PAGE = 6;

const isOne = ({ same }: SavedPreview, { mark }: NearPair): boolean => marksIn(same).includes(mark);

/** On the preview; nothing when no entries are alike. */
export function nearSection(saved: SavedPreview): CardSection[] {
  const { near } = saved.preview;
  if (near.length === 0) return [];
  const one = near.filter((pair) => isOne(saved, pair)).length;
  return [
    section(
      'The same entry?',
      fact('Alike on both sides, but not equal', counted(near.length, 'pair'), {
        below:
          one === 0
            ? 'Both entries of each pair are kept unless you say that they are one.'
            : `You said that ${one} of them ${one === 1 ? 'is' : 'are'} one entry.`,
        button: button('Compare', runs(CALENDAR.near)),
      }),
    ),
  ];
}

export function nearCard(saved: SavedPreview, wanted: number): Card {
  const { page, pages, items } = pageOf(saved.preview.near, wanted, PER_PAGE);
  return card(
    'The same entry?',
    section(
      '',
      paragraph(
        'Entries that are one are linked: where they differ, one version is kept, as your organization chose. Otherwise each is copied to the other side.',
      ),
    ),
    ...items.map((pair) => section('', ...pairWidgets(saved, pair, page))),
    section(
      '',
      ...pageButtons({ page, pages }, (other) => runs(CALENDAR.near, { page: String(other) })),
      buttons(button('Back', runs(CALENDAR.home))),
    ),
  );
}

function pairWidgets(saved: SavedPreview, pair: NearPair, page: number): Widget[] {
  const isJoined = isOne(saved, pair);
  const told = ({ title, start }: Example): string =>
    `${title}, ${timeWords(start, saved.plannedAt)}`;
  const given = { mark: pair.mark, page: String(page) };
  const answer = (text: string, choice: string, isChosen: boolean) =>
    (isChosen ? mainButton : button)(text, runs(CALENDAR.chooseNear, { ...given, choice }));
  return [
    sentence(told(pair.google), 'In Google Calendar'),
    sentence(told(pair.work), 'In your work system'),
    buttons(
      answer('Yes, they are one', 'one', isJoined),
      answer('No, keep both', 'both', !isJoined),
    ),
  ];
}
