/** What clients can book of somebody: a week at a time, and each day with the reason for every blocked time. */
import { button, buttons, runs, type Parameters } from '../card/action';
import { card, paragraph, section, standing, type Mark } from '../card/card';
import type { Button, Card, CardSection, Widget } from '../card/card-json';
import { shortDay, shortMoment } from '../kit/date-words';
import { localAt } from '../kit/zoned-time';
import { blocksOnBoard, type Board } from './boards';
import type { Span } from './events';
import { AVAILABILITY, MINE_TITLE } from './names';
import { bookability } from './plan';
import { REASON_WORDS } from './reasons';
import { dayWords, freeWords, picture, pictureWords, slotsOf, weekOf, type Day } from './week';

export interface WeekView {
  readonly board: Board;
  /** 0 for the week that begins today. */
  readonly page: number;
  readonly title: string;
  /** What its buttons carry along: whose week it is, for administrators. */
  readonly whose: Parameters;
}

/** For somebody of whom the work system is told nothing. */
export const noBoardCard = (title: string = MINE_TITLE): Card =>
  card(
    title,
    section(
      '',
      standing('off', 'Nothing is given to the work system'),
      paragraph(
        'Clients can book people whose calendar sync is on, and whom an administrator has chosen for it. After a change, the next run looks at the calendar.',
      ),
    ),
  );

export function weekCard(view: WeekView): Card {
  const { board, title } = view;
  if (board.trouble !== null) return card(title, ...troubleSections(board), checkedSection(board));
  const week = weekOf(board, view.page);
  return card(
    title,
    ...doubleSections(board),
    section(
      view.page === 0 ? 'The next seven days' : 'Later',
      paragraph(pictureWords(week)),
      ...week.days.map((day) => dayLine(day, view)),
      ...pageButtons(view, week.hasMore),
    ),
    ...freeAllDaySections(board),
    checkedSection(board),
  );
}

const dayLine = (day: Day, { whose }: WeekView): Widget => ({
  decoratedText: {
    topLabel: dayWords(day.date),
    text: picture(day.cells),
    bottomLabel: freeWords(day),
    wrapText: true,
    onClick: runs(whose['user'] === undefined ? AVAILABILITY.day : AVAILABILITY.dayOf, {
      ...whose,
      date: day.date,
    }),
  },
});

function pageButtons({ page, whose }: WeekView, hasMore: boolean): Widget[] {
  const to = (target: number) => runs(showing(whose), { ...whose, page: String(target) });
  const all: Button[] = [
    ...(page > 0 ? [button('Week before', to(page - 1))] : []),
    ...(hasMore ? [button('Next week', to(page + 1))] : []),
  ];
  return all.length === 0 ? [] : [buttons(...all)];
}

const showing = ({ user }: Parameters): string =>
  user === undefined ? AVAILABILITY.mine : AVAILABILITY.person;

const troubleSections = ({ trouble }: Board): CardSection[] =>
  trouble === null
    ? []
    : [
        section(
          'Temporarily not available',
          standing('bad', trouble.heading, trouble.meaning),
          paragraph(trouble.cure),
          paragraph(
            'Until then clients are offered nothing, because it is unknown when there is time.',
          ),
        ),
      ];

const MOST_SHOWN = 5;

const doubleSections = ({ doubles, zone }: Board): CardSection[] =>
  doubles.length === 0
    ? []
    : [
        section(
          'Double bookings',
          ...doubles
            .slice(0, MOST_SHOWN)
            .map(({ name, startMs, isRefused, dates }) =>
              standing(
                'bad',
                name || 'A booking',
                `${shortMoment(localAt(startMs, zone))}: something else takes this time${dates > 1 ? ` and ${dates - 1} more of its dates` : ''}${isRefused ? ', so it was not put into the calendar' : ', too'}.`,
              ),
            ),
        ),
      ];

/** The biggest complaint about every such product: an all-day event is free unless its person says otherwise. */
const freeAllDaySections = ({ freeAllDay }: Board): CardSection[] =>
  freeAllDay.length === 0
    ? []
    : [
        section(
          'All-day events marked free do not block',
          paragraph(
            `${freeAllDay.slice(0, MOST_SHOWN).map(dayWords).join(', ')}: clients can book ${freeAllDay.length === 1 ? 'this day' : 'these days'}. To block a day, open the event in Google Calendar and change Free to Busy.`,
          ),
        ),
      ];

const checkedSection = ({ atMs, zone }: Board): CardSection =>
  section('', paragraph(`Checked ${shortMoment(localAt(atMs, zone))} (${zone}).`));

/** Those who are free from the beginning to the end. */
function freeOf(members: readonly Board[], span: Span): string {
  const free = members.filter(
    (board) =>
      bookability(span, { window: board, blocks: blocksOnBoard(board) }).kind === 'bookable',
  );
  const names = free.slice(0, MOST_SHOWN).map(({ email }) => email);
  const more = free.length > MOST_SHOWN ? ` and ${free.length - MOST_SHOWN} more` : '';
  return names.length === 0 ? '' : `: ${names.join(', ')}${more}`;
}

/** More slots than this do not fit onto a card. */
const MOST_SLOTS = 40;

/** @param members what is known of those of a team: of them it says who is free. */
export function dayCard(board: Board, date: string, members: readonly Board[] = []): Card {
  const slots = slotsOf(board, date);
  const lines = slots.slice(0, MOST_SLOTS).map((slot): Widget => {
    const { start, end, reason } = slot;
    const mark: Mark = reason === null ? 'good' : 'off';
    const words = reason === null ? `Can be booked${freeOf(members, slot)}` : REASON_WORDS[reason];
    return standing(mark, `${start}–${end}`, words);
  });
  return card(
    shortDay(date),
    section('', ...(lines.length > 0 ? lines : [paragraph('Nobody has looked at this day yet.')])),
    checkedSection(board),
  );
}
