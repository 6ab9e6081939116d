/** Who can read the workbook, in sentences for the people whose calendars are copied into it. */

/** Who can open the file. */
export interface WorkbookReaders {
  /** Addresses. */
  readonly people: readonly string[];
  readonly groups: readonly string[];
  readonly domains: readonly string[];
  readonly isPublic: boolean;
}

/** More are counted. */
const NAMED = 10;

export function audienceOf({ people, groups, domains, isPublic }: WorkbookReaders): string[] {
  const more = people.length - NAMED;
  const named = people.slice(0, NAMED).join(', ');
  return [
    ...(people.length > 0
      ? [
          `${people.length === 1 ? '1 person' : `${people.length} people`} can open the workbook: ${named}${more > 0 ? ` and ${more} more` : ''}.`,
        ]
      : []),
    ...groups.map((group) => `So can everybody in the group ${group}.`),
    ...domains.map((domain) => `So can everybody in ${domain}.`),
    ...(isPublic ? ['So can anybody on the internet who has the link.'] : []),
  ];
}
