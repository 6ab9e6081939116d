/** What a plan does about users who do not take part: nothing, unless they took part before. */
import type { Employee } from './employee';
import type { EmployeeTable } from './employee-table';
import type { Change, LeftOut } from './operations';
import type { Person } from './person';
import type { Scope } from './scope';

interface Outside {
  readonly operations: readonly Change[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Somebody whom Tandem never matched is no business of it (C10). Of the others, an account that is suspended or archived is
 * deactivated as anybody’s would be; an active one stays as it is, or is deactivated, as the administrator chose.
 */
export function planOutside(
  people: readonly Person[],
  { byGoogleId }: EmployeeTable,
  leavers: Scope['leavers'],
): Outside {
  const operations: Change[] = [];
  const leftOut: LeftOut[] = [];
  for (const { googleId, status, content } of people) {
    const [employee, ...others] = byGoogleId(googleId);
    if (!employee?.isActive || others.length > 0) continue;
    const isInactive = status === 'suspended' || status === 'archived';
    if (isInactive) operations.push(deactivation(employee, status));
    else if (leavers === 'deactivate' && status === 'active')
      operations.push(deactivation(employee, 'outside'));
    else leftOut.push({ who: content.email, reason: 'outside' });
  }
  return { operations, leftOut };
}

const deactivation = (employee: Employee, reason: NonNullable<Change['reason']>): Change => ({
  kind: 'deactivate',
  employee,
  content: { isActive: false },
  reason,
});
