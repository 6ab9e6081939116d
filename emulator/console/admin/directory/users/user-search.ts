/** The search and filters of the list of users, as stored in the page's address. */
export interface UserSearch {
  /** Part of a name or address. */
  readonly text: string;
  /** A path; includes everything below it. Empty for all. */
  readonly orgUnit: string;
  readonly status: Status;
}

export const STATUSES = {
  any: { label: 'Any status', query: '' },
  active: { label: 'Active', query: 'isSuspended=false isArchived=false' },
  suspended: { label: 'Suspended', query: 'isSuspended=true' },
  archived: { label: 'Archived', query: 'isArchived=true' },
  super: { label: 'Super admins', query: 'isAdmin=true' },
  delegated: { label: 'Delegated admins', query: 'isDelegatedAdmin=true' },
} as const;

export type Status = keyof typeof STATUSES;

export const searchOf = (query: URLSearchParams): UserSearch => {
  const status = query.get('status') ?? 'any';
  return {
    text: query.get('search') ?? '',
    orgUnit: query.get('orgUnit') ?? '',
    status: Object.hasOwn(STATUSES, status) ? (status as Status) : 'any',
  };
};

/**
 * The search as `query` of users.list: each word must begin a name or an address.
 *
 * @see https://developers.google.com/workspace/admin/directory/v1/guides/search-users
 */
export const queryOf = ({ text, orgUnit, status }: UserSearch): string =>
  [
    ...text.split(/\s+/).filter(Boolean).map(wordClause),
    ...(orgUnit === '' ? [] : [`orgUnitPath=${quoted(orgUnit)}`]),
    STATUSES[status].query,
  ]
    .filter(Boolean)
    .join(' ');

/** A word with characters that have a meaning in queries is quoted, so that it is searched for literally. */
const wordClause = (word: string): string =>
  /^[\p{L}\p{N}@._-]+$/u.test(word) ? `${word}*` : quoted(word);

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
