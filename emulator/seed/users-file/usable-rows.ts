import { domainOf, isAddress } from '../../workspace/directory/addresses';
import type { Remark } from '../file-report';
import type { Row } from './rows';

/** Mail providers where anybody can have an address: no organization can verify such a domain. */
const CONSUMER_DOMAINS = new Set([
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'yahoo.com',
  'icloud.com',
  'me.com',
  'aol.com',
  'proton.me',
]);

/** How deep a tree can be. @see https://developers.google.com/workspace/admin/directory/v1/limits */
const DEEPEST_UNIT = 35;

/** The rows that can become accounts, and why each of the others cannot. */
export function usableRows(rows: readonly Row[]): {
  readonly usable: readonly Row[];
  readonly skipped: readonly Remark[];
} {
  const lines = new Map<string, number>();
  const usable: Row[] = [];
  const skipped: Remark[] = [];
  for (const row of rows) {
    const address = row.values.email.toLowerCase();
    const reason = problemOf(row, lines.get(address));
    if (reason === null) usable.push(row);
    else skipped.push({ line: row.line, reason });
    if (reason === null) lines.set(address, row.line);
  }
  return { usable, skipped };
}

function problemOf({ values }: Row, sameAddressAt: number | undefined): string | null {
  const { email, givenName, familyName } = values;
  if (email === '') return 'it has no email address';
  if (!isAddress(email)) return `"${email}" is not an email address`;
  if (CONSUMER_DOMAINS.has(domainOf(email)))
    return `${domainOf(email)} is a consumer domain: a company cannot have accounts in it`;
  if (sameAddressAt !== undefined) return `line ${sameAddressAt} has the address ${email} already`;
  if (givenName === '') return 'it has no first name';
  if (familyName === '') return 'it has no last name';
  return unitProblem(unitPathOf(values));
}

function unitProblem(path: string): string | null {
  if (path.includes('//')) return `"${path}" is not an org unit path`;
  return path.split('/').length - 1 > DEEPEST_UNIT
    ? `its org unit is deeper than the ${DEEPEST_UNIT} levels that a company can have`
    : null;
}

/** A row's org unit path, with a leading slash and without a trailing one. */
export const unitPathOf = ({ unit }: Row['values']): string =>
  `/${unit
    .split('/')
    .map((name) => name.trim())
    .join('/')
    .replace(/^\/|\/$/g, '')}`;
