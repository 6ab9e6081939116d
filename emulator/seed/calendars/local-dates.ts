const DAY_MS = 24 * 60 * 60 * 1000;

/** Dates as events write them, relative to the Monday of an instant's week (in UTC). */
export interface LocalDates {
  /** `2026-03-02`: this many days after that Monday, or before it. */
  date(days: number): string;
  /** `2026-03-02T09:15:00`, without a zone: minutes may run past midnight. */
  time(days: number, minutesOfDay: number): string;
}

export function localDates(now: number): LocalDates {
  const today = Math.floor(now / DAY_MS);
  // Day 0 of the epoch was a Thursday.
  const monday = today - ((today + 3) % 7);
  const at = (days: number, minutes: number): string =>
    new Date((monday + days) * DAY_MS + minutes * 60_000).toISOString();
  return {
    date: (days) => at(days, 0).slice(0, 10),
    time: (days, minutesOfDay) => at(days, minutesOfDay).slice(0, 19),
  };
}

/** Minutes of the day of `09:15`. */
export function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
