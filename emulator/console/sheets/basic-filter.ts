import type { Block } from './cell-address';
import type { BasicFilter, FilterCriteria } from './sheet-resources';

type Test = (shown: string, wanted: string) => boolean;

const lower = (text: string): string => text.toLowerCase();

/** Conditions that can be evaluated from the displayed text. The others hide nothing here: `unshownConditions` names them. */
const CONDITIONS: Readonly<Record<string, Test>> = {
  BLANK: (shown) => shown === '',
  NOT_BLANK: (shown) => shown !== '',
  TEXT_CONTAINS: (shown, wanted) => lower(shown).includes(lower(wanted)),
  TEXT_NOT_CONTAINS: (shown, wanted) => !lower(shown).includes(lower(wanted)),
  TEXT_STARTS_WITH: (shown, wanted) => lower(shown).startsWith(lower(wanted)),
  TEXT_ENDS_WITH: (shown, wanted) => lower(shown).endsWith(lower(wanted)),
  TEXT_EQ: (shown, wanted) => lower(shown) === lower(wanted),
  TEXT_NOT_EQ: (shown, wanted) => lower(shown) !== lower(wanted),
};

/** The criteria of a filter, by column. */
export function criteriaOf(filter: BasicFilter): ReadonlyMap<number, FilterCriteria> {
  const found = new Map<number, FilterCriteria>();
  for (const [column, criteria] of Object.entries(filter.criteria ?? {}))
    found.set(Number(column), criteria);
  for (const { columnIndex = 0, filterCriteria } of filter.filterSpecs ?? [])
    if (filterCriteria) found.set(columnIndex, filterCriteria);
  return found;
}

/** Conditions whose effect this page cannot show. */
export const unshownConditions = (filter: BasicFilter): readonly string[] =>
  [...criteriaOf(filter).values()].flatMap(({ condition }) =>
    condition?.type && !CONDITIONS[condition.type] ? [condition.type] : [],
  );

/**
 * The rows that a filter hides. Its first row holds the headings and always stays.
 *
 * @param texts the displayed texts in `block`, the filter's range.
 */
export function hiddenRows(
  filter: BasicFilter,
  block: Block,
  texts: readonly (readonly string[])[],
): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const [column, criteria] of criteriaOf(filter)) {
    for (let row = block.startRow + 1; row < block.endRow; row++) {
      const shown = texts[row - block.startRow]?.[column - block.startColumn] ?? '';
      if (hides(criteria, shown)) hidden.add(row);
    }
  }
  return hidden;
}

function hides({ hiddenValues = [], condition }: FilterCriteria, shown: string): boolean {
  if (hiddenValues.includes(shown)) return true;
  const test = CONDITIONS[condition?.type ?? ''];
  return test !== undefined && !test(shown, condition?.values?.[0]?.userEnteredValue ?? '');
}

/** The filter with a different set of hidden values in one column. */
export function withHiddenValues(
  filter: BasicFilter,
  column: number,
  hiddenValues: readonly string[],
): BasicFilter {
  const criteria = new Map(criteriaOf(filter));
  criteria.delete(column);
  if (hiddenValues.length > 0) criteria.set(column, { hiddenValues });
  const filterSpecs = [...criteria].map(([columnIndex, filterCriteria]) => ({
    columnIndex,
    filterCriteria,
  }));
  return { range: filter.range, filterSpecs };
}
