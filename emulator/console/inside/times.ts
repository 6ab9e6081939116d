/** An instant as these pages show it: date and time in UTC, to the second. */
export const shownTime = (iso: string | null): string =>
  iso === null ? '–' : iso.replace('T', ' ').slice(0, 19);

/** Virtual milliseconds, in seconds where that reads better. */
export const shownMs = (ms: number): string =>
  ms >= 1000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms)} ms`;
