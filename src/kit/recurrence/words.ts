/** How an entry repeats, as a person reads and writes it in a spreadsheet. */
import { canonical } from './dates';
import { repeatsOfLines } from './lines';
import type { Repeats, SeriesStart, Unsaid } from './repeats';
import type { Rule } from './rule';
import { readRule, writtenRule } from './rule-text';
import { endWords, ruleWords } from './rule-words';
import { readWords } from './read-words';

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

const NO_REPEATS: Repeats = { rule: null, extra: [], skipped: [] };
const RULE_LINE = /^rrule[;:]/gim;
const OTHER_LINE = /^(?:rdate|exdate|exrule)[;:]/im;

/** Where words begin behind a rule in its own notation. */
const WORDS_BEHIND =
  /,? (?:until|till|through|ending|except|excluding|without|but|not|also|plus|and|on|for|with|once|twice)\b|,? \d+ (?:times?|occurrences?)\b/i;

/**
 * Reads what a person wrote: words (`daily`, `every other week on Tuesdays, 6 times`, `every last Fri of the month`), a rule in
 * its own notation with or without `RRULE:`, or lines of iCalendar. Dates are best written as `2026-12-31`. Letter case does not
 * matter. What may mean two things is not guessed.
 */
export function repeatsOfWords(text: string, start: SeriesStart): Repeats | Unsaid {
  if (/^\s*(?:no|none|never|-|does not repeat)?\.?\s*$/i.test(text)) return NO_REPEATS;
  const given = text.trim();
  if (OTHER_LINE.test(given) || (given.match(RULE_LINE) ?? []).length > 1)
    return repeatsOfLines([given.replace(/^(?=freq=)/i, 'RRULE:')], start);
  const noted = /^(?:rrule\s*:\s*)?(?=[a-z]+\s*=)/i.exec(given);
  if (!noted) return readWords(given, null);
  const unfolded = given.slice(noted[0].length).replace(/\r?\n[ \t]/g, '');
  const notation = unfolded.replace(/\s+/g, ' ');
  const end = notation.search(WORDS_BEHIND);
  const rule = readRule(end < 0 ? notation : notation.slice(0, end), start);
  if (typeof rule === 'string') return rule;
  return end < 0 ? { rule, extra: [], skipped: [] } : readWords(notation.slice(end), rule);
}
