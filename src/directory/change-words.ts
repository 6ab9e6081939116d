/** What was changed about a person, in words for the sheet Journal. */
import { shortened } from '../kit/text';
import { beforeOf, type Operation } from './operations';
import type { EmployeeContent } from './employee';
import type { InactiveReason } from './why';

/** Fields as the sheet People calls them. `isActive` has a sentence of its own. */
const FIELD_NAMES: Readonly<Record<Exclude<keyof EmployeeContent, 'isActive'>, string>> = {
  givenName: 'First name',
  familyName: 'Last name',
  email: 'Email',
  aliases: 'Email aliases',
  title: 'Title',
  department: 'Department',
  manager: 'Manager',
  phone: 'Phone',
  orgUnitPath: 'Org unit',
  googleId: 'Google id',
};

const WHY_DEACTIVATED: Readonly<Record<InactiveReason, string>> = {
  suspended: 'suspended in Google',
  archived: 'archived in Google',
  gone: 'no longer in Google',
  outside: 'does not take part any more',
};

/** Values may be long; the hidden columns have them as a whole. */
const LONGEST = 80;

const valueOf = (value: string | null): string =>
  value === null || value === '' ? '(empty)' : shortened(value, LONGEST);

/** One sentence for each change, such as `Title: Developer → Lead`; the most important first. */
export function changeWords(operation: Operation): readonly string[] {
  const before = beforeOf(operation);
  if (operation.kind === 'insert' || before === null) return ['New from Google'];
  const { kind, content, reason } = operation;
  const fields = (Object.keys(FIELD_NAMES) as (keyof typeof FIELD_NAMES)[])
    .filter((field) => content[field] !== undefined && !(kind === 'link' && field === 'googleId'))
    .map(
      (field) =>
        `${FIELD_NAMES[field]}: ${valueOf(before[field])} → ${valueOf(content[field] ?? null)}`,
    );
  return [...headOf(kind, reason), ...fields];
}

function headOf(
  kind: Exclude<Operation['kind'], 'insert'>,
  reason: InactiveReason | null,
): string[] {
  switch (kind) {
    case 'deactivate':
      return [`Deactivated: ${reason === null ? 'not active in Google' : WHY_DEACTIVATED[reason]}`];
    case 'reactivate':
      return ['Active again'];
    case 'link':
      return ['Joined with the account in Google by its address'];
    default:
      return [];
  }
}
