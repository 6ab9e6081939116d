/** An instant as these pages write it. @param instant ISO 8601, or milliseconds since 1970 as text. */
export const shownTime = (instant: string): string =>
  new Date(/^\d+$/.test(instant) ? Number(instant) : instant).toLocaleString('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });

/** The API writes the beginning of 1970 for an account nobody used yet. */
export const shownSignIn = (lastLoginTime: string | undefined): string =>
  lastLoginTime === undefined || lastLoginTime.startsWith('1970-')
    ? "Hasn't signed in"
    : shownTime(lastLoginTime);
