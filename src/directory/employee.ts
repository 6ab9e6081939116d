/** A person in the work system. */
export interface EmployeeContent {
  /** Google's immutable user id; null for people who were never in the Workspace. */
  readonly googleId: string | null;
  /** In lower case. */
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly orgUnitPath: string;
  readonly department: string;
  readonly title: string;
  /** An address. */
  readonly manager: string;
  readonly phone: string;
  readonly isActive: boolean;
}

export interface Employee extends EmployeeContent {
  readonly id: string;
  /** Differs when the content does. */
  readonly version: string;
  /** Whether the directory sync made this person: only those does it deactivate when they leave the directory (TC18). */
  readonly isOurs: boolean;
}
