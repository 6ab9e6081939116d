import type { JsonObject } from '../../workspace/api-method';
import type { Row } from './rows';

type Values = Row['values'];

/** A row's data about a person as a Directory API User resource, without name, address, org unit and status. */
export function userResourceOf(row: Values): JsonObject {
  const { recoveryEmail, recoveryPhone, manager, employeeId } = row;
  return {
    ...(recoveryEmail !== '' && { recoveryEmail }),
    ...(recoveryPhone !== '' && { recoveryPhone }),
    emails: typed('address', { home: row.homeEmail, work: row.workEmail }),
    phones: typed('value', { work: row.workPhone, home: row.homePhone, mobile: row.mobilePhone }),
    addresses: typed('formatted', { work: row.workAddress, home: row.homeAddress }),
    externalIds: typed('value', { organization: employeeId }),
    relations: typed('value', { manager }),
    organizations: whole({ ...employmentOf(row) }, { primary: true }),
    locations: whole({ ...deskOf(row) }, { type: 'desk', area: 'desk' }),
  };
}

/** The Admin console's "Type of employee" is the description of the organization. */
const employmentOf = ({ title, department, costCenter, employeeType: description }: Values) => ({
  title,
  department,
  costCenter,
  description,
});

const deskOf = ({ buildingId, floorName, floorSection }: Values) => ({
  buildingId,
  floorName,
  floorSection,
});

/** An entry for each type that has a value. */
const typed = (field: string, values: Readonly<Record<string, string>>): JsonObject[] =>
  Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([type, value]) => ({ [field]: value, type }));

/** One entry with the fields that are not empty; none when all are. */
function whole(fields: Readonly<Record<string, string>>, more: JsonObject): JsonObject[] {
  const filled = Object.entries(fields).filter(([, value]) => value !== '');
  return filled.length === 0 ? [] : [{ ...Object.fromEntries(filled), ...more }];
}
