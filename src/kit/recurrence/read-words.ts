/** Reads what a person writes about a series: the phrase of the rule, its end, and dates that are added or left out. */
import { MOST_DATES, type Repeats, type Unsaid } from './repeats';
import { readPhrase, weekdayNamed } from './read-phrase';
import type { Rule, Weekday } from './rule';
import { realDate } from './written-dates';

const DATE = /^\d{4}-\d\d-\d\d$/;

const STARTS: Readonly<Record<string, Mode>> = {
  until: 'until',
  till: 'until',
  through: 'until',
  ending: 'until',
  ends: 'until',
  except: 'skipped',
  excluding: 'skipped',
  without: 'skipped',
  but: 'skipped',
  not: 'skipped',
  also: 'extra',
  plus: 'extra',
};

/** What a date would mean that comes next. */
type Mode = 'rule' | 'until' | 'skipped' | 'extra';

interface Heard {
  readonly phrase: string[];
  readonly extra: string[];
  readonly skipped: string[];
  end: Rule['end'];
  weekStart: Weekday | null;
  mode: Mode;
}

/** What the words say. The phrase of a rule in its own notation was taken out by the caller, which hands it in as `rule`. */
export function readWords(text: string, rule: Rule | null): Repeats | Unsaid {
  const words = text.toLowerCase().match(/\d{4}-\d\d-\d\d|\d+[a-z]*|[a-z]+|[^\s.]/g) ?? [];
  if (/\b(hour|minute|second)(s|ly)\b|\bevery (hour|minute)\b/i.test(text)) return 'finer-than-days';
  const heard = hear(words);
  if (heard === null) return 'unreadable-rule';
  const { phrase, extra, skipped, end, weekStart } = heard;
  if (extra.length + skipped.length > MOST_DATES) return 'too-many-parts';
  const isSilent = phrase.length === 0;
  const read = isSilent ? rule : rule === null ? readPhrase(phrase) : null;
  if (read === null && (!isSilent || end !== null || weekStart !== null)) return 'unreadable-rule';
  if (read !== null && read.end !== null && end !== null) return 'unreadable-rule';
  const whole = read && {
    ...read,
    end: end ?? read.end,
    weekStart: weekStart ?? read.weekStart,
  };
  return { rule: whole, extra: inOrder(extra), skipped: inOrder(skipped) };
}

const inOrder = (dates: readonly string[]): readonly string[] => [...new Set(dates)].sort();

function hear(words: readonly string[]): Heard | null {
  const heard: Heard = {
    ...{ phrase: [], extra: [], skipped: [] },
    ...{ end: null, weekStart: null, mode: 'rule' },
  };
  for (let index = 0; index < words.length; ) {
    const taken = hearAt(heard, words, index);
    if (taken === 0) return null;
    index += taken;
  }
  return heard.mode === 'until' ? null : heard;
}

/** How many words were understood there. */
function hearAt(heard: Heard, words: readonly string[], at: number): number {
  const word = words[at]!;
  const next = words[at + 1] ?? '';
  if (DATE.test(word)) return hearDate(heard, word) ? 1 : 0;
  const mode = Object.prototype.hasOwnProperty.call(STARTS, word) ? STARTS[word] : undefined;
  if (mode) {
    heard.mode = mode;
    // In `except on … and on …` all dates are left out.
    return next === 'on' ? 2 : 1;
  }
  const count = countAt(heard, word, next);
  if (count > 0) return count;
  if (word === 'with' || word === 'week' || word === 'weeks') {
    const weekStart = hearWeekStart(heard, words, at);
    if (weekStart > 0) return weekStart;
  }
  return hearWord(heard, word, next);
}
