/** How a row repeats, as words in its cell. */
import { sameRepeats } from '../../kit/recurrence/dates';
import type { Repeats, SeriesStart, Unsaid } from '../../kit/recurrence/repeats';
import { repeatsOfWords, wordsOfRepeats } from '../../kit/recurrence/words';
import { isTimeZone, localAt } from '../../kit/zoned-time';
import { flagOf, textOf } from '../../sheets/cells';
import type { Cell } from '../../sheets/spreadsheet';
import { isDay, spotOf } from './spots';
import type { Times } from './times';

/** Null for a row that happens once. */
export type Repeating = Repeats | Unsaid | null;

/** What a cell says; what is wrong with it if it cannot be read. */
export function repeatsOfCell(cell: Cell, times: Times): Repeating {
  const start = seriesStartOf(times);
  const text = writtenIn(cell, start);
  if (text === '' || flagOf(cell) === false) return null;
  const repeats = repeatsOfWords(text, start);
  if (typeof repeats === 'string' || repeats.rule !== null || repeats.extra.length > 0)
    return repeats;
  return repeats.skipped.length > 0 ? 'unreadable-rule' : null;
}

/** One more date is a number in its cell, as any date; other numbers, such as 3, are not dates. */
function writtenIn(cell: Cell, start: SeriesStart): string {
  const date = typeof cell === 'number' ? (spotOf(cell)?.date ?? '') : '';
  return date > start.date ? date : textOf(cell);
}

/** The cell for how a row repeats: unchanged if it says the same already, so that what a person wrote stays as they wrote it. */
export function cellOfRepeats(repeats: Repeats | null, times: Times, before: Cell = ''): Cell {
  if (isSaid(before, times, repeats)) return before;
  return repeats === null ? '' : wordsOfRepeats(repeats, seriesStartOf(times));
}

/** Whether a cell reads as this. It may not where the words know fewer dates than there are to list. */
export function isSaid(cell: Cell, times: Times, wanted: Repeating): boolean {
  const said = repeatsOfCell(cell, times);
  if (said === null || wanted === null) return said === wanted;
  if (typeof said === 'string' || typeof wanted === 'string') return said === wanted;
  const start = seriesStartOf(times);
  return sameRepeats(said, start, wanted, start);
}

/** Times that cannot be read leave the row out. Whether its words can be read is asked all the same. */
const SOME_START: SeriesStart = { date: '2000-01-01', time: null, zone: '' };

/** A row without a zone is in that of its owner's calendar, which is unknown here. Only a rule that ends at an instant depends on it. */
const SOME_ZONE = 'Etc/UTC';

/** The first occurrence, by the clocks of the row's zone. */
export function seriesStartOf({ isAllDay, start, zone }: Times): SeriesStart {
  const date = start.slice(0, 10);
  if (!/^\d{4}-\d\d-\d\d/.test(start) || !isDay(date)) return SOME_START;
  if (isAllDay) return { date, time: null, zone: '' };
  if (!isTimeZone(zone)) return { date, time: start.slice(11, 19), zone: SOME_ZONE };
  const local = start.length > 19 ? localAt(Date.parse(start), zone) : start;
  return { date: local.slice(0, 10), time: local.slice(11), zone };
}
