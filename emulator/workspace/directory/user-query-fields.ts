import type { Json, JsonObject } from '../api-method';
import { objectsIn, textOf } from './json-copy';
import type { TextOperators } from './query-match';
import { emailsOf } from './user-view';
import type { DirectoryState, UserRecord } from '../state/directory';

/** A field that users.list can search, and where a user has its texts. */
export interface TextField {
  readonly operators: TextOperators;
  readonly texts: (user: UserRecord, directory: DirectoryState) => readonly string[];
}

const nameOf = ({ profile }: UserRecord): JsonObject => (profile.name ?? {}) as JsonObject;

export const givenNameOf = (user: UserRecord): string => textOf(nameOf(user).givenName) ?? '';
export const familyNameOf = (user: UserRecord): string => textOf(nameOf(user).familyName) ?? '';

/** One property of every entry in a list of the profile. */
const entries =
  (list: string, property: string) =>
  ({ profile }: UserRecord): readonly string[] =>
    texts(objectsIn(profile[list]).map((entry) => entry[property]));

const texts = (values: readonly (Json | undefined)[]): string[] =>
  values.filter((value): value is string => typeof value === 'string');

const equalsOrContains = (list: string, property: string): TextField => ({
  operators: 'equals+contains',
  texts: entries(list, property),
});

/** @see https://developers.google.com/workspace/admin/directory/v1/guides/search-users#fields */
export const TEXT_FIELDS: Readonly<Record<string, TextField>> = {
  name: {
    operators: 'equals+contains',
    texts: (user) => [`${givenNameOf(user)} ${familyNameOf(user)}`],
  },
  email: {
    operators: 'equals+contains+prefix',
    texts: (user, directory) => texts(emailsOf(directory, user).map(({ address }) => address)),
  },
  givenName: { operators: 'equals+contains+prefix', texts: (user) => [givenNameOf(user)] },
  familyName: { operators: 'equals+contains+prefix', texts: (user) => [familyNameOf(user)] },
  im: equalsOrContains('ims', 'im'),
  externalId: equalsOrContains('externalIds', 'value'),
  address: {
    operators: 'contains',
    texts: ({ profile }) =>
      texts(objectsIn(profile.addresses).flatMap((entry) => Object.values(entry))),
  },
  addressPoBox: equalsOrContains('addresses', 'poBox'),
  addressExtended: equalsOrContains('addresses', 'extendedAddress'),
  addressStreet: equalsOrContains('addresses', 'streetAddress'),
  addressLocality: equalsOrContains('addresses', 'locality'),
  addressRegion: equalsOrContains('addresses', 'region'),
  addressPostalCode: equalsOrContains('addresses', 'postalCode'),
  addressCountry: equalsOrContains('addresses', 'country'),
  orgName: equalsOrContains('organizations', 'name'),
  orgTitle: equalsOrContains('organizations', 'title'),
  orgDepartment: equalsOrContains('organizations', 'department'),
  orgDescription: equalsOrContains('organizations', 'description'),
  orgCostCenter: equalsOrContains('organizations', 'costCenter'),
  phone: { operators: 'equals', texts: entries('phones', 'value') },
};
