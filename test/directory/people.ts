import type { EmployeeContent } from '../../src/directory/employee';
import type { DirectoryUser } from '../../src/directory/ports';

/** A user as Google gives them, with the least that all have. */
export const aUser = (id: string, more: Partial<DirectoryUser> = {}): DirectoryUser => ({
  id,
  primaryEmail: `${id}@example.com`,
  name: { givenName: 'Given', familyName: id },
  suspended: false,
  archived: false,
  orgUnitPath: '/',
  ...more,
});

/** What the work system says of `aUser(id)`. */
export const theirs = (id: string, more: Partial<EmployeeContent> = {}): EmployeeContent => ({
  googleId: id,
  email: `${id}@example.com`,
  givenName: 'Given',
  familyName: id,
  orgUnitPath: '/',
  department: '',
  title: '',
  manager: '',
  phone: '',
  aliases: '',
  isActive: true,
  ...more,
});

export const users = (count: number): DirectoryUser[] =>
  Array.from({ length: count }, (_, index) => aUser(`g${String(index + 1).padStart(4, '0')}`));
