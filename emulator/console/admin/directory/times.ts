/** An instant as these pages show it. @param instant ISO 8601, or milliseconds since 1970 as text. */
export const shownTime = (instant: string): string =>
  new Date(/^\d+$/.test(instant) ? Number(instant) : instant).toLocaleString('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });

/** For an account that was never used, the API returns the beginning of 1970. */
export const shownSignIn = (lastLoginTime: string | undefined): string =>
  lastLoginTime === undefined || lastLoginTime.startsWith('1970-')
    ? "Hasn't signed in"
    : shownTime(lastLoginTime);
