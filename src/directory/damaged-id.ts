/**
 * Google's user ids have 21 digits. A spreadsheet that takes one for a number keeps 15 of them and shows `1.1E+20`, or zeros instead of
 * the others: such an id is damaged. It never counts as another person's, and if enough digits are left, it shows whose it was.
 */
const WITH_EXPONENT = /^(\d)(?:[.,](\d+))?e\+?(\d+)$/i;

/** How a number format without an exponent shows it. One intact id in a million ends like this by chance, without harm. */
const WITH_ZEROS = /^(\d)(\d{8,})0{6}$/;

/** The most digits after the point that a spreadsheet keeps. */
const KEPT_DIGITS = 14;

interface Damaged {
  readonly first: string;
  /** The remaining digits after the first one. */
  readonly rest: string;
  readonly exponent: number;
}

function damagedIn(text: string): Damaged | null {
  const [, first = '', rest = '', exponent = ''] = WITH_EXPONENT.exec(text) ?? [];
  if (first !== '') return { first, rest, exponent: Number(exponent) };
  const [, head = ''] = WITH_ZEROS.exec(text) ?? [];
  if (head === '') return null;
  return { first: head, rest: text.slice(1).replace(/0+$/, ''), exponent: text.length - 1 };
}

/** Whether a text is an id that was taken for a number. */
export const isDamagedId = (text: string): boolean => damagedIn(text) !== null;

/** Fewer digits match half of the company: `1.1E+20` does not show whose it was. */
const TELLING_DIGITS = 5;

/** Whether a damaged id may have been this one: enough digits are left, and they match. */
export function mayHaveBeen(damaged: string, googleId: string): boolean {
  const found = damagedIn(damaged);
  if (!found || found.rest.length < TELLING_DIGITS || !/^\d+$/.test(googleId)) return false;
  const { first, rest, exponent } = found;
  const left = Number(`${first}.${rest}e${exponent}`);
  const lastDigit = 10 ** (exponent - Math.min(rest.length, KEPT_DIGITS));
  return Math.abs(Number(googleId) - left) <= lastDigit;
}
