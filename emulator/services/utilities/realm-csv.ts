import { exception } from '../../runtime/realm/bridge';

/**
 * Rows of cells. A cell in double quotes may contain the delimiter and line breaks; two quotes stand for one.
 *
 * @throws Exception when a quote is not closed.
 */
export function parseCsv(csv: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < csv.length) {
    const [cell, end] = csv[at] === '"' ? quotedCell(csv, at) : plainCell(csv, at, delimiter);
    row.push(cell);
    if (csv[end] === delimiter) {
      at = end + 1;
      if (at === csv.length) row.push('');
      if (at < csv.length) continue;
    } else {
      at = csv.startsWith('\r\n', end) ? end + 2 : end + 1;
    }
    rows.push(row);
    row = [];
  }
  return rows;
}

function plainCell(csv: string, from: number, delimiter: string): [cell: string, end: number] {
  let end = from;
  while (end < csv.length && csv[end] !== delimiter && csv[end] !== '\n' && csv[end] !== '\r')
    end++;
  return [csv.slice(from, end), end];
}

function quotedCell(csv: string, from: number): [cell: string, end: number] {
  let cell = '';
  for (let at = from + 1; at < csv.length; at++) {
    if (csv[at] !== '"') cell += csv[at];
    else if (csv[at + 1] === '"') cell += csv[at++];
    else return [cell, at + 1];
  }
  throw exception('Could not parse text.');
}
