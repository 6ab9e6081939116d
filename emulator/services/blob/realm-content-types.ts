/** Content types by file extension, as far as Apps Script guesses them. */
const TYPES: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  csv: 'text/csv',
  html: 'text/html',
  htm: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  xml: 'text/xml',
  ics: 'text/calendar',
  pdf: 'application/pdf',
  zip: 'application/zip',
  gz: 'application/x-gzip',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  svg: 'image/svg+xml',
};

/** The content type for a file name's extension; null when it is unknown. */
export const contentTypeOfName = (name: string): string | null =>
  TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? null;

/** A file name with the extension of a content type; whatever follows its last dot counts as an extension. */
export function withExtension(name: string, type: string): string {
  const extension = Object.keys(TYPES).find((key) => TYPES[key] === type);
  if (extension === undefined || contentTypeOfName(name) === type) return name;
  const dot = name.lastIndexOf('.');
  return `${dot < 0 ? name : name.slice(0, dot)}.${extension}`;
}
