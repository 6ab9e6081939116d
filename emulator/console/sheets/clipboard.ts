import type { Block } from './cell-address';

/** What was copied or cut on this page. */
export interface Copied {
  readonly text: string;
  readonly source: { readonly sheetId: number; readonly block: Block };
  readonly cut: boolean;
}

/** What this page put into the clipboard. A paste waits for a copy that is still on its way there. */
export class OwnClipboard {
  private copied: Copied | null = null;
  private copying: Promise<string | null> | null = null;

  /** @param write hands the text to the browser's clipboard. */
  copy(read: Promise<Copied>, write: (text: string) => Promise<void>): Promise<void> {
    const copying = read.then(async (copied) => {
      this.copied = copied;
      await write(copied.text);
      return copied.text;
    });
    const settled = copying.catch(() => null);
    this.copying = settled;
    void settled.then(() => {
      if (this.copying === settled) this.copying = null;
    });
    return copying.then(() => undefined);
  }

  get isCopying(): boolean {
    return this.copying !== null;
  }

  /** Takes what is pasted: the text, and its source if that was this page. Cut content can be taken only once. */
  async take(given: string): Promise<{ readonly text: string; readonly own: Copied | null }> {
    const text = (await this.copying) ?? given;
    const own = this.copied?.text === text.replace(/\r\n/g, '\n') ? this.copied : null;
    if (own?.cut) this.copied = null;
    return { text, own };
  }
}

/** Rows as tab-separated text, as spreadsheets exchange it. */
export const copiedText = (rows: readonly (readonly string[])[], width: number): string =>
  rows
    .map((row) => Array.from({ length: width }, (_, at) => quoted(row[at] ?? '')).join('\t'))
    .join('\n');

const quoted = (text: string): string =>
  /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const FIELD = /"((?:[^"]|"")*)"(?=\t|\r?\n|$)|[^\t\r\n]*/y;

/** The rows of pasted text, as wide as the widest. A line break at its end adds no row. */
export function pastedRows(text: string): string[][] {
  const rows: string[][] = [[]];
  for (let at = 0; at <= text.length;) {
    FIELD.lastIndex = at;
    const [whole, inQuotes] = FIELD.exec(text)!;
    rows.at(-1)!.push(inQuotes === undefined ? whole : inQuotes.replaceAll('""', '"'));
    at += whole.length;
    const end = /^\r\n|^[\t\r\n]/.exec(text.slice(at, at + 2))?.[0];
    if (end === undefined || at + end.length === text.length) break;
    if (end !== '\t') rows.push([]);
    at += end.length;
  }
  const width = Math.max(...rows.map(({ length }) => length));
  return rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
}

/** The rows repeated to fill a selection that is a multiple of them; otherwise once. */
export function repeated(rows: readonly string[][], block: Block): string[][] {
  const width = rows[0]?.length ?? 1;
  const down = times(rows.length, block.endRow - block.startRow);
  const across = times(width, block.endColumn - block.startColumn);
  const wide = rows.map((row) => Array.from({ length: across }, () => row).flat());
  return Array.from({ length: down }, () => wide).flat();
}

const times = (size: number, room: number): number => (room % size === 0 ? room / size : 1);
