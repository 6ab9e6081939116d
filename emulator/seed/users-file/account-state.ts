import type { JsonObject } from '../../workspace/api-method';

/** The column Status as fields of the User resource; undefined for an unknown word. */
export function statusOf(status: string): JsonObject | undefined {
  switch (status.toLowerCase()) {
    case '':
    case 'active':
      return {};
    case 'suspended':
      return { suspended: true };
    case 'archived':
      return { archived: true };
    default:
      return undefined;
  }
}

const TIME =
  /^(\d{4})[-/](\d\d?)[-/](\d\d?)(?:[T ](\d\d?):(\d\d)(?::(\d\d))?(?:\.\d+)?)?(?: ?(?:Z|UTC))?$/i;

/**
 * The column Last Sign In in milliseconds since 1970, read as UTC; null when there was none; undefined for text that
 * is not a time.
 */
export function lastSignInOf(text: string): number | null | undefined {
  if (text === '' || /never/i.test(text)) return null;
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  return new Date(at).getUTCDate() === day ? at : undefined;
}
