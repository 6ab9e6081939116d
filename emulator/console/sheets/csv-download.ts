import type { OpenSpreadsheet } from './open-spreadsheet';

/** Saves the shown sheet as a file. The request always goes to Drive: it may refuse, and it logs the download. */
export async function downloadCsv(open: OpenSpreadsheet): Promise<void> {
  const { client, file, sheet } = open;
  const { sheetId, title, index } = sheet!.properties;
  const first = await client.exportCsv();
  const text = index === 0 ? first : csv(await client.shownTexts(sheetId));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  link.download = `${file!.name} - ${title}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}

function csv(rows: readonly (readonly string[])[]): string {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  return rows
    .map((row) => Array.from({ length: width }, (_, at) => field(String(row[at] ?? ''))).join(','))
    .join('\r\n');
}

const field = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
