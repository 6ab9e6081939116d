import type { JsonObject } from '../api-method';
import { isObject, objectsIn } from './json-copy';
import { isManagedBy } from './managers';
import { isInOrgUnit } from './org-unit-path';
import { holdsRole } from './privileges';
import { parseQuery, type QueryClause } from './query-clauses';
import { containsWords, orderedTest, textTest } from './query-match';
import { invalidInput } from './refusals';
import { emailsOf, type UserView } from './user-view';
import { familyNameOf, givenNameOf, TEXT_FIELDS } from './user-query-fields';
import type { DirectoryState, UserRecord } from '../state/directory';

export type UserTest = (user: UserRecord) => boolean;

/** The scope of a query. */
interface Asked {
  readonly directory: DirectoryState;
  readonly customerId: string;
  readonly viewType: UserView['viewType'];
}

/**
 * The users that match a `query`: every clause must hold.
 *
 * @throws GoogleError 400 `Invalid Input: query` for a form, field, operator or value that the search does not support.
 * @see https://developers.google.com/workspace/admin/directory/v1/guides/search-users
 */
export function userTest(query: string | undefined, asked: Asked): UserTest {
  const clauses = parseQuery(query ?? '');
  const tests = clauses?.map((clause) => clauseTest(clause, asked));
  if (!tests?.every((test) => test !== null)) throw invalidInput('query');
  return (user) => tests.every((test) => test(user));
}

function clauseTest(clause: QueryClause, asked: Asked): UserTest | null {
  const { field } = clause;
  if (field === null) return bareTest(clause, asked);
  if (Object.hasOwn(FLAGS, field)) return flagTest(clause, FLAGS[field]!, asked);
  if (Object.hasOwn(SPECIAL, field)) return SPECIAL[field]!(clause, asked);
  if (Object.hasOwn(TEXT_FIELDS, field)) {
    const { operators, texts } = TEXT_FIELDS[field]!;
    const test = textTest(clause, operators);
    return test && ((user) => texts(user, asked.directory).some(test));
  }
  return field.includes('.') ? customFieldTest(clause, asked) : null;
}

/** A bare value is searched for in the names and the addresses. */
function bareTest(clause: QueryClause, { directory }: Asked): UserTest {
  const test = textTest(clause, 'equals+contains+prefix') ?? containsWords(clause.value);
  return (user) =>
    test(givenNameOf(user)) ||
    test(familyNameOf(user)) ||
    emailsOf(directory, user).some(({ address }) => test(String(address)));
}

const FLAGS: Readonly<Record<string, (user: UserRecord, directory: DirectoryState) => boolean>> = {
  isAdmin: ({ isAdmin }) => isAdmin,
  isDelegatedAdmin: ({ id }, directory) => holdsRole(directory, id),
  isSuspended: ({ suspended }) => suspended,
  isArchived: ({ archived }) => archived,
  isEnrolledIn2Sv: ({ profile }) => profile.isEnrolledIn2Sv === true,
  isEnforcedIn2Sv: ({ profile }) => profile.isEnforcedIn2Sv === true,
};

function flagTest(
  { operator, value }: QueryClause,
  flag: (user: UserRecord, directory: DirectoryState) => boolean,
  { directory, viewType }: Asked,
): UserTest | null {
  const wanted = value.toLowerCase();
  if (operator !== '=' || !['true', 'false'].includes(wanted)) return null;
  // The public view does not let callers search administrators' fields.
  if (viewType === 'domain_public') return null;
  return (user) => String(flag(user, directory)) === wanted;
}

const managed =
  (directly: boolean) =>
  ({ operator, value }: QueryClause, { directory }: Asked): UserTest | null =>
    operator === '=' ? (user) => isManagedBy(directory, user, value, { directly }) : null;

const SPECIAL: Readonly<Record<string, (clause: QueryClause, asked: Asked) => UserTest | null>> = {
  manager: managed(false),
  managerId: managed(false),
  directManager: managed(true),
  directManagerId: managed(true),
  orgUnitPath: ({ operator, value }, { viewType }) =>
    operator === '=' && value.startsWith('/') && viewType === 'admin_view'
      ? ({ orgUnitPath }) => isInOrgUnit(orgUnitPath, value.replace(/(.)\/$/, '$1'))
      : null,
};

/** `Schema.field`: searched by the field's type. Fields that are not indexed cannot be searched. */
function customFieldTest(clause: QueryClause, { directory, customerId }: Asked): UserTest | null {
  const [schemaName, fieldName] = clause.field!.split('.') as [string, string];
  const schema = directory.schemas[customerId]?.[schemaName];
  const field = objectsIn(schema?.fields).find((spec) => spec.fieldName === fieldName);
  if (!field || field.indexed === false) return null;
  const test = valueTest(clause, field);
  return test && ((user) => customValues(user, schemaName, fieldName).some(test));
}

function valueTest(clause: QueryClause, field: JsonObject): ((value: unknown) => boolean) | null {
  const { operator, value } = clause;
  switch (String(field.fieldType)) {
    case 'INT64':
    case 'DOUBLE':
      if (operator !== '=' && !isObject(field.numericIndexingSpec)) return null;
      return orderedTest(clause, 'number');
    case 'DATE':
      return orderedTest(clause, 'date');
    case 'BOOL': {
      const wanted = value.toLowerCase();
      return operator === '=' && ['true', 'false'].includes(wanted)
        ? (found) => String(found) === wanted
        : null;
    }
    default: {
      const test = textTest(clause, 'equals+contains+prefix');
      return test && ((found) => test(String(found)));
    }
  }
}

/** A user's values in a custom field: one, or several for a multi-valued field. */
function customValues({ profile }: UserRecord, schemaName: string, fieldName: string): unknown[] {
  const schemas = profile.customSchemas;
  const fields = isObject(schemas) ? schemas[schemaName] : undefined;
  const value = isObject(fields) ? fields[fieldName] : undefined;
  if (value === undefined) return [];
  return Array.isArray(value) ? objectsIn(value).map((entry) => entry.value) : [value];
}
