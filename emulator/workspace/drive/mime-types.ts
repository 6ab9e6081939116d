const EDITORS = 'application/vnd.google-apps.';

export const FOLDER = `${EDITORS}folder`;
export const SHORTCUT = `${EDITORS}shortcut`;
export const SPREADSHEET = `${EDITORS}spreadsheet`;

/** A document of one of Google's editors: it has no bytes of its own. Folders and shortcuts count too. */
export const isGoogleType = (mimeType: string): boolean => mimeType.startsWith(EDITORS);

/** The document type in the Drive audit log. @see https://developers.google.com/workspace/admin/reports/v1/appendix/activity/drive */
export function auditDocumentType(mimeType: string): string {
  if (isGoogleType(mimeType)) {
    const kind = mimeType.slice(EDITORS.length);
    return ['site', 'map'].includes(kind) ? 'unknown' : kind;
  }
  return AUDIT_TYPES[mimeType] ?? 'unknown';
}

const AUDIT_TYPES: Readonly<Record<string, string>> = {
  'text/plain': 'txt',
  'text/html': 'html',
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'video/mp4': 'mp4',
  'application/msword': 'msword',
  'application/vnd.ms-excel': 'msexcel',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'msword',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'msexcel',
};
