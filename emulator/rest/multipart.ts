/** One part of a multipart message. */
export interface Part {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The parts of a multipart body, in order; empty when the boundary does not occur. Lines may end in LF or CRLF. */
export function parseMultipart(body: Uint8Array, boundary: string): Part[] {
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1');
  const delimiter = new RegExp(`(?:^|\\r?\\n)--${escaped(boundary)}(--)?[ \\t]*(?:\\r?\\n|$)`, 'g');
  const parts: Part[] = [];
  let start: number | null = null;
  for (const match of text.matchAll(delimiter)) {
    if (start !== null && match.index >= start) parts.push(toPart(text.slice(start, match.index)));
    if (match[1]) return parts;
    start = match.index + match[0].length;
  }
  if (start !== null && start < text.length) parts.push(toPart(text.slice(start)));
  return parts;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Splits a message into its header lines and what follows the empty line. */
export function splitMessage(text: string): { readonly head: string; readonly body: string } {
  if (/^\r?\n/.test(text)) return { head: '', body: text.replace(/^\r?\n/, '') };
  const gap = /\r?\n\r?\n/.exec(text);
  if (!gap) return { head: text, body: '' };
  return { head: text.slice(0, gap.index), body: text.slice(gap.index + gap[0].length) };
}

/** Header lines as a record, names in lower case. */
export function parseHeaders(lines: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0)
      headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
  return headers;
}

function toPart(latin1: string): Part {
  const { head, body } = splitMessage(latin1);
  return { headers: parseHeaders(head.split(/\r?\n/)), body: Buffer.from(body, 'latin1') };
}
