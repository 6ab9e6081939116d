const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and quoted attributes. */
export const escapedHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);

/** For the inside of a JavaScript string: nothing in it can end the string, the script or the line. */
export const escapedJs = (text: string): string =>
  text.replace(/[\u0000-\u001f"'`\\/<>&=\u0085\u2028\u2029$]/g, (letter) => {
    const code = letter.charCodeAt(0);
    if (letter === '\n') return '\\n';
    if (letter === '\r') return '\\r';
    if (letter === '\t') return '\\t';
    if (letter === '\\' || letter === '/') return `\\${letter}`;
    return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`;
  });

/** A whole value in JavaScript: numbers, booleans and null as they are, everything else as a string. */
export function jsValue(value: unknown): string {
  if (value === null || value === undefined) return ' null ';
  if (typeof value === 'number' || typeof value === 'boolean') return ` ${value} `;
  return `'${escapedJs(String(value))}'`;
}

/** Where a scheme could begin, only harmless ones are allowed; in a query every reserved character is encoded. */
export function safeUrl(value: string, before: string): string {
  if (/[?#]/.test(before)) return encodeURIComponent(value);
  if (
    before.trim() === '' &&
    /^[^/?#]*:/.test(value) &&
    !/^(https?|mailto|ftp|tel|sms):/i.test(value.trim())
  )
    return 'about:invalid#zSoyz';
  return value.replace(/[\s"'<>\\^`{|}]/g, encodeURIComponent).replace(/'/g, '%27');
}

/** A plain word, number or color; anything else could be code. */
export const cssValue = (value: string): string =>
  /^[\w\s.,#%+-]*$/.test(value) ? value : 'zSoyz';
