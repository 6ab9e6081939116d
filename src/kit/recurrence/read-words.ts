/** Reads what a person writes about a series: the phrase of its rule, its end, and dates that are added or left out. */
import { MOST_DATES, type Repeats, type Unsaid } from './repeats';
import { monthNamed, readPhrase, weekdayNamed } from './read-phrase';
import type { Rule, Weekday } from './rule';
import { realDate } from './written-dates';

/** What a date would mean that comes next; `skipped-on`: after `except on`, where `and on` adds no date. */
type Mode = 'rule' | 'until' | 'skipped' | 'skipped-on' | 'extra';

const MODES: ReadonlyMap<string, Mode> = new Map([
  ['until', 'until'],
  ['till', 'until'],
  ['through', 'until'],
  ['ending', 'until'],
  ['except', 'skipped'],
  ['excluding', 'skipped'],
  ['without', 'skipped'],
  ['but', 'skipped'],
  ['not', 'skipped'],
  ['also', 'extra'],
  ['plus', 'extra'],
]);

/** Between days or dates. */
const JOINING = /^([,;&]|and|on|for)$/;

interface Heard {
  /** Words for the rule. */
  readonly phrase: string[];
  readonly extra: string[];
  readonly skipped: string[];
  end: Rule['end'];
  weekStart: Weekday | null;
  mode: Mode;
}

/** @param noted a rule that stands before these words in its own notation. */
export function readWords(text: string, noted: Rule | null): Repeats | Unsaid {
  const lower = text.toLowerCase();
  if (/\b(hour|minute|second)(s|ly)\b|\bevery (hour|minute)\b|\bhourly\b/.test(lower))
    return 'finer-than-days';
  const heard = hear(isoDates(lower).match(/\d{4}-\d\d-\d\d|\d+[a-z]*|[a-z]+|[^\s.]/g) ?? []);
  if (heard === null) return 'unreadable-rule';
  const { extra, skipped } = heard;
  if (extra.length + skipped.length > MOST_DATES) return 'too-many-parts';
  const rule = ruleHeard(heard, noted);
  if (rule === 'unreadable') return 'unreadable-rule';
  return { rule, extra: inOrder(extra), skipped: inOrder(skipped) };
}

const inOrder = (dates: readonly string[]): readonly string[] => [...new Set(dates)].sort();

function ruleHeard(heard: Heard, noted: Rule | null): Rule | null | 'unreadable' {
  const { phrase, end, weekStart } = heard;
  const isSilent = phrase.every((word) => JOINING.test(word));
  if (isSilent && noted === null) return end || weekStart ? 'unreadable' : null;
  if (!isSilent && noted !== null) return 'unreadable';
  const rule = noted ?? readPhrase(phrase.map((word) => (/^[;&]$/.test(word) ? ',' : word)));
  if (rule === null || (end !== null && rule.end !== null)) return 'unreadable';
  return { ...rule, end: end ?? rule.end, weekStart: weekStart ?? rule.weekStart };
}

/** `31 Dec 2026`, `Dec 31, 2026` and `31.12.2026` as `2026-12-31`. */
function isoDates(text: string): string {
  const iso = (year: string, month: number | null, day: string): string | null =>
    month === null ? null : `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return text
    .replace(
      /\b(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9}),? (\d{4})\b/g,
      (all, day: string, month: string, year: string) => iso(year, monthNamed(month), day) ?? all,
    )
    .replace(
      /\b([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?, (\d{4})\b/g,
      (all, month: string, day: string, year: string) => iso(year, monthNamed(month), day) ?? all,
    )
    .replace(
      /\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/g,
      (all, day: string, month: string, year: string) => iso(year, Number(month), day) ?? all,
    );
}

function hear(words: readonly string[]): Heard | null {
  const heard: Heard = {
    ...{ phrase: [], extra: [], skipped: [] },
    ...{ end: null, weekStart: null, mode: 'rule' },
  };
  for (let index = 0; index < words.length;) {
    const taken = hearWord(heard, words, index);
    if (taken === 0) return null;
    index += taken;
  }
  return heard.mode === 'until' ? null : heard;
}

/** How many words were understood there; 0 for none. */
function hearWord(heard: Heard, words: readonly string[], at: number): number {
  const word = words[at]!;
  const next = words[at + 1] ?? '';
  if (/^\d{4}-/.test(word)) return hearDate(heard, word);
  const mode = MODES.get(word);
  if (mode !== undefined) {
    heard.mode = mode === 'skipped' && next === 'on' ? 'skipped-on' : mode;
    return 1;
  }
  const count = hearCount(heard, word, next);
  if (count > 0) return count;
  if (word === 'with') return hearWeekStart(heard, words.slice(at, at + 6).join(' '));
  if (heard.mode === 'skipped' && word === 'and' && next === 'on') heard.mode = 'extra';
  if (heard.mode === 'rule' && word !== 'for') heard.phrase.push(word);
  return heard.mode === 'rule' || JOINING.test(word) ? 1 : 0;
}

function hearDate(heard: Heard, date: string): number {
  if (realDate(date) === null) return 0;
  if (heard.mode === 'until') {
    if (heard.end !== null) return 0;
    heard.end = { until: date };
    heard.mode = 'rule';
    return 1;
  }
  const isSkipped = heard.mode === 'skipped' || heard.mode === 'skipped-on';
  (isSkipped ? heard.skipped : heard.extra).push(date);
  return 1;
}

/** `6 times`, `once`. */
function hearCount(heard: Heard, word: string, next: string): number {
  const isNumber = /^\d{1,9}$/.test(word) && /^(times?|occurrences?)$/.test(next);
  const count = isNumber ? Number(word) : word === 'once' ? 1 : word === 'twice' ? 2 : 0;
  if (count === 0 || heard.end !== null) return 0;
  heard.end = { count };
  heard.mode = 'rule';
  return isNumber ? 2 : 1;
}

/** `with weeks starting on Sun`. */
function hearWeekStart(heard: Heard, text: string): number {
  const found = /^with (?:the )?weeks? start(?:ing|s)(?: on)? ([a-z]+)/.exec(text);
  heard.weekStart = weekdayNamed(found?.[1] ?? '');
  return found && heard.weekStart ? found[0].split(' ').length : 0;
}
