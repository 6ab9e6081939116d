/** How long changes took to reach the other side, in words and as a picture of the last days (TF10). */
import { fact, paragraph, section } from '../../card/card';
import type { CardSection, Widget } from '../../card/card-json';
import {
  DAYS,
  dayOf,
  DIRECTIONS,
  STEPS,
  stepOfShare,
  together,
  totalOf,
  type Direction,
  type FreshnessDay,
} from '../boards/freshness-log';
import { counted } from './sentences';

const NAMES: Readonly<Record<Direction, string>> = {
  toWork: 'From Google to the work system',
  toGoogle: 'From the work system to Google',
};

/** Told apart by shape as well: color alone says nothing to some people. */
const LINES: Readonly<Record<Direction, string>> = { toWork: '#0b57d0', toGoogle: '#a8432b' };

const MEDIAN = 0.5;
const NEARLY_ALL = 0.95;

/** @param days oldest first; days on which nothing was carried over may be missing. */
export function freshnessSection(days: readonly FreshnessDay[], nowMs: number): CardSection {
  const from = dayOf(nowMs - (DAYS - 1) * 86_400_000);
  const shown = days.filter(({ day }) => day >= from);
  const facts = DIRECTIONS.flatMap((direction) => factOf(shown, direction));
  if (facts.length === 0)
    return section(HEADER, paragraph('No change has been carried over in the last two weeks.'));
  return section(
    HEADER,
    ...facts,
    {
      image: {
        imageUrl: `data:image/svg+xml,${encodeURIComponent(drawn(shown, nowMs))}`,
        altText: `The last ${DAYS} days. ${shown.map(inWords).join(' ')}`,
      },
    },
    paragraph(
      'Full lines show half of the changes, broken lines 95 % of them, as measured by Tandem’s own runs. Sheets does not say when a row was changed, so a row counts from the last time its person was in step: it was at most that long.',
    ),
  );
}

const HEADER = 'How long changes take';

function factOf(days: readonly FreshnessDay[], direction: Direction): Widget[] {
  const counts = together(days, direction);
  const changes = counted(totalOf(counts), 'change');
  return totalOf(counts) === 0
    ? []
    : [
        fact(
          NAMES[direction],
          `Half ${within(counts, MEDIAN)}, 95 % ${within(counts, NEARLY_ALL)}`,
          {
            below: `${changes} in the last two weeks`,
          },
        ),
      ];
}

function within(counts: readonly number[], share: number): string {
  const step = STEPS[stepOfShare(counts, share) ?? 0];
  return step ? `within ${step.words}` : 'after more than a day';
}

/** What the picture shows of a day, for those who do not see it. */
const inWords = (day: FreshnessDay): string =>
  `${day.day}: ${DIRECTIONS.filter((direction) => totalOf(day[direction]) > 0)
    .map(
      (direction) =>
        `${NAMES[direction].toLowerCase()} half ${within(day[direction], MEDIAN)}, 95 % ${within(day[direction], NEARLY_ALL)}`,
    )
    .join('; ')}.`;

const WIDTH = 640;
const HEIGHT = 250;
const LEFT = 84;
const TOP = 30;
const PER_STEP = 15;
const PER_DAY = (WIDTH - LEFT - 20) / (DAYS - 1);

const y = (step: number): number => TOP + (STEPS.length - step) * PER_STEP;

/** Medians as full lines, 95 % as broken ones. Each step up is about twice as long. */
function drawn(days: readonly FreshnessDay[], nowMs: number): string {
  const dates = Array.from({ length: DAYS }, (_, index) =>
    dayOf(nowMs - (DAYS - 1 - index) * 86_400_000),
  );
  const byDay = new Map(days.map((day) => [day.day, day]));
  const text = (x: number, at: number, words: string, more = ''): string =>
    `<text x="${x}" y="${at}" ${more}>${words}</text>`;
  const rows = [0, 2, 4, 7, 9, 11].map(
    (step) =>
      `<path d="M${LEFT} ${y(step)}H${WIDTH - 20}" stroke="#e0e0e0"/>` +
      text(LEFT - 8, y(step) + 4, STEPS[step]!.words, 'text-anchor="end"'),
  );
  const columns = [0, 4, 9, DAYS - 1].map((index) =>
    text(LEFT + index * PER_DAY, HEIGHT - 8, dates[index]!.slice(5), 'text-anchor="middle"'),
  );
  const lines = DIRECTIONS.flatMap((direction, index) => {
    const counts = dates.map((date) => byDay.get(date)?.[direction] ?? []);
    const color = LINES[direction];
    return [
      line(counts, { share: MEDIAN, color, dash: '', mark: index }),
      line(counts, { share: NEARLY_ALL, color, dash: ' stroke-dasharray="4 4"', mark: index }),
      text(
        LEFT + index * 250,
        16,
        `${index === 0 ? '●' : '■'} ${NAMES[direction]}`,
        `fill="${color}"`,
      ),
    ];
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="#444746">` +
    `<rect width="100%" height="100%" fill="#fff"/>${[...rows, ...columns, ...lines].join('')}</svg>`
  );
}

interface Line {
  readonly share: number;
  readonly color: string;
  readonly dash: string;
  /** 0: round, 1: square. */
  readonly mark: number;
}

/** A day without changes leaves a gap. */
function line(counts: readonly (readonly number[])[], { share, color, dash, mark }: Line): string {
  const points = counts.map((day, index) => {
    const step = stepOfShare(day, share);
    return step === null ? null : { x: Math.round(LEFT + index * PER_DAY), y: y(step) };
  });
  const path = points
    .map((point, index) => point && `${points[index - 1] ? 'L' : 'M'}${point.x} ${point.y}`)
    .filter(Boolean)
    .join('');
  const marks = points.map((point) => {
    if (!point) return '';
    return mark === 0
      ? `<circle cx="${point.x}" cy="${point.y}" r="3" fill="${color}"/>`
      : `<rect x="${point.x - 3}" y="${point.y - 3}" width="6" height="6" fill="${color}"/>`;
  });
  return `<path d="${path}" fill="none" stroke="${color}" stroke-width="2"${dash}/>${marks.join('')}`;
}
