/** How an entry repeats, as a person reads and writes it in a spreadsheet. */
import { canonical } from './dates';
import { linesOfRepeats, repeatsOfLines } from './lines';
import { MOST_DATES, type Repeats, type SeriesStart, type Unsaid } from './repeats';
import type { Rule } from './rule';
import { readRule, writtenRule } from './rule-text';
import { endWords, ruleWords } from './rule-words';
import { wordsRead } from './words-read';

/**
 * The words for a series: `every week on Mon, Wed until 2026-12-31 except 2026-11-02 and on 2026-12-05`; empty if it does not
 * repeat. A rule that the words cannot say stands in its own notation, with the same words behind it. What has no effect, such as
 * a skipped date after the end, is left out. `repeatsOfWords` reads them as the same series.
 */
export function wordsOfRepeats(repeats: Repeats, start: SeriesStart): string {
  const { rule, extra, skipped } = canonical(repeats, start);
  const words = rule === null ? '' : (ruleWords(rule) ?? notation(rule, start)) + endWords(rule);
  const except = skipped.length > 0 ? `${words && ' '}except ${skipped.join(', ')}` : '';
  const also = extra.length > 0 ? `${words + except && ' and '}on ${extra.join(', ')}` : '';
  return words + except + also;
}

const notation = (rule: Rule, start: SeriesStart): string =>
  `RRULE:${writtenRule({ ...rule, end: null }, start)}`;
