/**
 * Google's user ids have 21 digits. A spreadsheet that takes one for a number keeps 15 of them and shows `1.1E+20`: such an
 * id is damaged. It is nobody else's, and where enough digits are left it shows whose it was.
 */
const DAMAGED = /^(\d)(?:[.,](\d+))?e\+?(\d+)$/i;

/** Digits after the point that a spreadsheet keeps at most. */
const KEPT_DIGITS = 14;

/** Whether a text is what is left of an id that was taken for a number. */
export const isDamagedId = (text: string): boolean => DAMAGED.test(text);

/** Fewer digits fit half of a company: `1.1E+20` says nothing about whose it was. */
const TELLING_DIGITS = 5;

/** Whether a damaged id may have been this one: enough digits are left, and they agree. */
export function mayHaveBeen(damaged: string, googleId: string): boolean {
  const [, first = '', rest = '', exponent = ''] = DAMAGED.exec(damaged) ?? [];
  if (first === '' || rest.length < TELLING_DIGITS || !/^\d+$/.test(googleId)) return false;
  const left = Number(`${first}.${rest}e${exponent}`);
  const lastDigit = 10 ** (Number(exponent) - Math.min(rest.length, KEPT_DIGITS));
  return Math.abs(Number(googleId) - left) <= lastDigit;
}
