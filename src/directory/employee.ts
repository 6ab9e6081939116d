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
  /** The manager's address. */
  readonly manager: string;
  readonly phone: string;
  /** The account's other addresses in lower case, sorted, separated by commas. Whoever is named by one of them is this person. */
  readonly aliases: string;
  readonly isActive: boolean;
}

export interface Employee extends EmployeeContent {
  readonly id: string;
  /** Changes with the content. */
  readonly version: string;
  /** Whether the directory sync made this person. Only such people are deactivated when they leave the directory (TC18). */
  readonly isOurs: boolean;
}
