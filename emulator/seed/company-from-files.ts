import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { WorkspaceState } from '../workspace/state/workspace-state';
import { addCalendars, type CalendarReport } from './calendar-file';
import { seedCompany, SEED_NOW } from './company';
import { about, counted, remarkLines } from './file-report';
import { companyFromUsers, type CompanyFromUsers } from './users-file';

/** Files that describe somebody's own company. */
export interface CompanyFiles {
  /** The path of a user download. */
  readonly users?: string | undefined;
  /** The super administrator's address. */
  readonly admin?: string | undefined;
  readonly calendars: readonly { readonly person: string; readonly path: string }[];
}

export interface CompanyFromFiles {
  readonly state: WorkspaceState;
  /** What was read and what was not, as lines to print. */
  readonly lines: readonly string[];
}

/**
 * The company that files describe: from the user download, or else the one given, with the calendars added.
 *
 * @param options the instant is a manual clock's first when left out.
 * @param otherwise the company to which calendars are added where there is no user download (it is modified); our
 *   seed company when left out.
 * @throws Error in one sentence, naming the file that cannot be used.
 */
export function companyFromFiles(
  files: CompanyFiles,
  { seedNumber = 1, now = SEED_NOW }: { readonly seedNumber?: number; readonly now?: number } = {},
  otherwise = (): WorkspaceState => seedCompany(seedNumber, now),
): CompanyFromFiles {
  const { users, admin, calendars } = files;
  const lines: string[] = [];
  const made =
    users === undefined
      ? null
      : about(users, () =>
          companyFromUsers(read(users), { seedNumber, now, ...(admin !== undefined && { admin }) }),
        );
  if (made) lines.push(...usersLines(users!, made, admin !== undefined));
  const state = made?.state ?? otherwise();
  lines.push(...calendarLines(state, calendars, now));
  return { state, lines };
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Error(`The file cannot be read: ${(error as Error).message}.`);
  }
}

function usersLines(
  path: string,
  { report, superAdmin }: CompanyFromUsers,
  isChosen: boolean,
): string[] {
  const file = basename(path);
  const left = counted(report.skipped.length, 'line');
  return [
    ...remarkLines(file, report),
    `${file}: ${counted(report.loaded, 'person', 'people')} loaded, ${left} skipped.`,
    isChosen
      ? `${superAdmin} is the super administrator.`
      : `${superAdmin} is the super administrator: the file does not say who is. Name another with --admin.`,
  ];
}

function calendarLines(
  state: WorkspaceState,
  calendars: CompanyFiles['calendars'],
  now: number,
): string[] {
  const files = calendars.map(({ person, path }) => ({
    person,
    name: path,
    ics: about(path, () => read(path)),
  }));
  const reports = addCalendars(state, files, now);
  return reports.flatMap((report, index) => reportLines(calendars[index]!, report));
}

function reportLines(
  { person, path }: CompanyFiles['calendars'][number],
  report: CalendarReport,
): string[] {
  const file = basename(path);
  const others = Object.entries(report.otherKinds).map(([kind, count]) => `${count} ${kind}`);
  const counts = [
    `${counted(report.loaded, 'event')} loaded into the calendar of ${person}`,
    `${counted(report.skipped.length, 'event')} skipped`,
    ...(report.already > 0 ? [`${counted(report.already, 'event')} there already`] : []),
    ...(others.length > 0 ? [`not read: ${others.join(', ')}`] : []),
  ];
  return [...remarkLines(file, report), `${file}: ${counts.join(', ')}.`];
}
