/**
 * Google's user ids have 21 digits. A spreadsheet that takes one for a number keeps 15 of them and shows `1.1E+20`, or zeros in place of
 * the others: such an id is damaged. It is nobody else's, and where enough digits are left it shows whose it was.
 */
const WITH_EXPONENT = /^(\d)(?:[.,](\d+))?e\+?(\d+)$/i;

/** What a format without an exponent shows. One id in a million ends so by chance, and loses nothing by it. */
const WITH_ZEROS = /^(\d)(\d{8,})0{6}$/;

/** Digits after the point that a spreadsheet keeps at most. */
const KEPT_DIGITS = 14;

interface Damaged {
  readonly first: string;
  /** Digits after the first that are left. */
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

/** Whether a text is what is left of an id that was taken for a number. */
export const isDamagedId = (text: string): boolean => damagedIn(text) !== null;

/** Fewer digits fit half of a company: `1.1E+20` says nothing about whose it was. */
const TELLING_DIGITS = 5;

/** Whether a damaged id may have been this one: enough digits are left, and they agree. */
export function mayHaveBeen(damaged: string, googleId: string): boolean {
  const found = damagedIn(damaged);
  if (!found || found.rest.length < TELLING_DIGITS || !/^\d+$/.test(googleId)) return false;
  const { first, rest, exponent } = found;
  const left = Number(`${first}.${rest}e${exponent}`);
  const lastDigit = 10 ** (exponent - Math.min(rest.length, KEPT_DIGITS));
  return Math.abs(Number(googleId) - left) <= lastDigit;
}
