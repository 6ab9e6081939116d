/**
 * The columns of the Admin console's user download that are read, by their names here. Text in brackets after a name
 * differs between downloads and does not count; neither do letter case and order. Other columns are ignored.
 *
 * @see https://support.google.com/a/answer/7348070
 */
export const COLUMNS = {
  givenName: 'First Name',
  familyName: 'Last Name',
  email: 'Email Address',
  unit: 'Org Unit Path',
  status: 'Status',
  lastSignIn: 'Last Sign In',
  recoveryEmail: 'Recovery Email',
  homeEmail: 'Home Secondary Email',
  workEmail: 'Work Secondary Email',
  recoveryPhone: 'Recovery Phone',
  workPhone: 'Work Phone',
  homePhone: 'Home Phone',
  mobilePhone: 'Mobile Phone',
  workAddress: 'Work Address',
  homeAddress: 'Home Address',
  employeeId: 'Employee ID',
  employeeType: 'Employee Type',
  title: 'Employee Title',
  manager: 'Manager Email',
  department: 'Department',
  costCenter: 'Cost Center',
  enrolledIn2Sv: '2sv Enrolled',
  enforcedIn2Sv: '2sv Enforced',
  buildingId: 'Building ID',
  floorName: 'Floor Name',
  floorSection: 'Floor Section',
} as const;

export type Column = keyof typeof COLUMNS;

/** Without these no account can be created. Passwords are not read, so their column may be missing. */
export const REQUIRED: readonly Column[] = ['givenName', 'familyName', 'email'];

const NAMES = Object.keys(COLUMNS) as Column[];

const plainName = (header: string): string =>
  header.replace(/\[.*/s, '').trim().replace(/\s+/g, ' ').toLowerCase();

/** The position of each known column in a header; of two with one name the first. */
export function columnPlaces(header: readonly string[]): ReadonlyMap<Column, number> {
  const names = header.map(plainName);
  const places = NAMES.map(
    (column) => [column, names.indexOf(plainName(COLUMNS[column]))] as const,
  );
  return new Map(places.filter(([, place]) => place >= 0));
}

/** The names of known columns that a header has more than once. */
export function repeatedColumns(header: readonly string[]): readonly string[] {
  const names = header.map(plainName);
  return Object.values(COLUMNS).filter((column) => {
    const name = plainName(column);
    return names.indexOf(name) !== names.lastIndexOf(name);
  });
}
