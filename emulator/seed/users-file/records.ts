import Papa from 'papaparse';
import { LINE_END } from '../file-text';

/** One record of a CSV file, or why the text that begins there is not one. */
export type CsvRecord =
  | { readonly line: number; readonly values: readonly string[] }
  | { readonly line: number; readonly problem: string };

/** A quoted value may span this many lines; one that is never closed costs only its own line. */
const MOST_LINES = 200;

/**
 * The records of a CSV text, one after another, without empty lines. Each is parsed by itself: an error in one line
 * affects that line alone.
 */
export function* csvRecords(text: string, delimiter: string): Generator<CsvRecord> {
  const lines = text.split(LINE_END);
  for (let index = 0; index < lines.length;) {
    if (lines[index]!.trim() === '') {
      index++;
      continue;
    }
    const { record, next } = recordAt(lines, index, delimiter);
    yield record;
    index = next;
  }
}

function recordAt(
  lines: readonly string[],
  index: number,
  delimiter: string,
): { readonly record: CsvRecord; readonly next: number } {
  const line = index + 1;
  const end = Math.min(index + MOST_LINES, lines.length);
  for (let last = index; last < end; last++) {
    if (last > index && !lines[last]!.includes('"')) continue;
    const { values, errors } = parsed(lines.slice(index, last + 1).join('\n'), delimiter);
    if (errors.length === 0) return { record: { line, values }, next: last + 1 };
    // Text after a closing quote is not repaired by more lines.
    if (errors.includes('InvalidQuotes')) break;
  }
  const problem = 'a quote is not closed, or text follows the closing quote';
  return { record: { line, problem }, next: index + 1 };
}

function parsed(text: string, delimiter: string) {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  return { values: data[0] ?? [], errors: errors.map(({ code }) => code) };
}
