/** What is wrong with rows that repeat, and with those that take the place of one date: one sentence each, with what to write instead. */
import type { Slot } from '../../calendar/ports';
import { isSlot, startsByRule } from '../../kit/recurrence/dates';
import type { Repeats, Unsaid } from '../../kit/recurrence/repeats';
import { shortened } from '../../kit/text';
import { textOf } from '../../sheets/cells';
import type { Row } from '../../sheets/table';
import type { ActivityCells, ActivityField } from './forms';
import { repeatsOfCell, seriesStartOf } from './repeats-cell';
import { filled, rowsById, slotKey, slotOf, type RowsById } from './series-rows';
import { timesOfCells } from './times';

/** The rows that a row may name. */
export interface NamedRows {
  readonly byId: RowsById;
  /** How many rows take the place of a date of a series. */
  readonly places: ReadonlyMap<string, number>;
}

export function namedRows(rows: readonly Row<ActivityField>[]): NamedRows {
  const places = new Map<string, number>();
  for (const { cells } of rows) {
    const slot = slotOf(cells);
    if (slot) places.set(slotKey(slot), (places.get(slotKey(slot)) ?? 0) + 1);
  }
  return { byId: rowsById(rows), places };
}

const EXAMPLE =
  'Write it as every week on Mon, Wed until 2026-12-31, or as every month on the 15th.';

const SAYS: Readonly<Record<Unsaid, (words: string) => string>> = {
  'unreadable-rule': (words) => `Its Repeats “${words}” cannot be read. ${EXAMPLE}`,
  'finer-than-days': () =>
    'It repeats more than once a day, which Tandem does not sync. Write one row for each time of day.',
  'several-rules': () =>
    'Its Repeats has more than one rule. Leave one of them, and write another row for the other.',
  'exception-rule': () =>
    'Its Repeats has a rule for the dates to skip. Write those dates behind the word except: except 2026-11-02, 2026-11-09.',
  'extra-times': () =>
    'Its Repeats has dates at another time of day. Write rows of their own for them.',
  'too-many-parts': () =>
    'Its Repeats is too long. Begin a new row for the later dates, with a Repeats of its own.',
};

const SHOWN_CHARACTERS = 60;

/** In one row. Each of these leaves it out. */
export function seriesProblems(cells: ActivityCells, named: NamedRows): string[] {
  const slot = slotOf(cells);
  if (slot === null && filled(cells.repeats) === '') return [];
  const { times, problem } = timesOfCells(cells);
  const repeats = repeatsOfCell(cells.repeats, times);
  if (typeof repeats === 'string')
    return [SAYS[repeats](shortened(textOf(cells.repeats), SHOWN_CHARACTERS))];
  if (slot) return slotProblems(cells, slot, repeats, named);
  // A row from Google may start outside its rule, as Google allows.
  const isOwn = textOf(cells.externalId) === '' && (problem === null || problem === 'box');
  return repeats === null || !isOwn || startsByRule(repeats, seriesStartOf(times))
    ? []
    : [NO_START];
}

const NO_START =
  'Its Start is not one of the dates on which it repeats. Make Start the first of them, or correct Repeats.';
const NO_REPEATS =
  'It takes the place of one date of a series, so it cannot repeat itself. Empty Repeats, or empty Series and Instead of.';

function slotProblems(
  cells: ActivityCells,
  slot: Slot,
  repeats: Repeats | null,
  named: NamedRows,
): string[] {
  const wrong = [
    ...(repeats === null ? [] : [NO_REPEATS]),
    ...seriesCellProblems(cells, slot, named),
    ...dateCellProblems(cells, slot),
  ];
  if (wrong.length > 0) return wrong;
  const series = named.byId.get(slot.series)!;
  const { times } = timesOfCells(series);
  const rule = repeatsOfCell(series.repeats, times);
  if (rule === null)
    return [
      'The row named in Series does not repeat. Write in the Repeats of that row how it does.',
    ];
  if (typeof rule !== 'string' && !isSlot(rule, seriesStartOf(times), slot.date))
    return [
      `Its series does not take place on ${slot.date}. Write one of its dates in Instead of.`,
    ];
  return (named.places.get(slotKey(slot)) ?? 0) > 1
    ? [`Two rows take the place of ${slot.date} in one series. Delete one of them.`]
    : [];
}

function seriesCellProblems(
  { id, series: cell }: ActivityCells,
  { series }: Slot,
  { byId }: NamedRows,
): string[] {
  const there = byId.get(series);
  if (series === '')
    return [
      'It has an Instead of, but no Series. Write in Series the Activity id of the row that repeats, or empty Instead of.',
    ];
  if (!there)
    return [
      `No row has the Activity id “${textOf(cell)}”. Write in Series the Activity id of the row that repeats.`,
    ];
  if (series === textOf(id))
    return [
      'Its Series is its own Activity id. Write that of the row that repeats, or empty Series and Instead of.',
    ];
  return slotOf(there) === null
    ? []
    : [
        'The row named in Series takes the place of a date itself. Write the Activity id of the row that repeats.',
      ];
}

const dateCellProblems = ({ insteadOf }: ActivityCells, { date }: Slot): string[] => {
  if (date !== '') return [];
  return filled(insteadOf) === ''
    ? ['It has a Series, but no Instead of. Write there the date of the series, as 2026-03-31.']
    : ['Its Instead of cannot be read. Write there the date of the series, as 2026-03-31.'];
};
