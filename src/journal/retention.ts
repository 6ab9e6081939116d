/** For how long rows are kept. */
import type { Retention } from './ports';

export const DEFAULT_RETENTION: Retention = { journalDays: 180, runsDays: 30 };

/** Fewer days would remove what an administrator looks for after a vacation; more would fill the workbook. */
export const RETENTION_DAYS = { LEAST: 7, MOST: 3650 } as const;

/** Links of people who turned their sync off: turning it on again within this time makes no duplicates (D3). */
export const LINK_DAYS = 30;

/** Null for what is not a whole number of days within the limits. */
export function daysOf(text: string): number | null {
  const days = /^\d{1,5}$/.test(text.trim()) ? Number(text) : NaN;
  return days >= RETENTION_DAYS.LEAST && days <= RETENTION_DAYS.MOST ? days : null;
}
