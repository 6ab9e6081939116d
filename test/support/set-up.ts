// The steps in which people set Tandem up, as the articles describe them.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { Standing } from './copies';
import { AdminPage, inConsole, offeredTandem, Panel } from './tandem';

export const ADMIN = 'admin@havu.example';
/** Another super administrator. */
export const PETRI = 'petri.salo@havu.example';
export const NOORA = 'noora.saari@havu.example';
export const ANNA = 'anna.virtanen@havu.example';

export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

export const CALENDAR_SCOPE = 'https://www.googleapis.com/auth/calendar.events';

/** Tandem's number in the Marketplace, which is that of its Cloud project. */
export const applicationIdOf = ({ installed }: LocalWorkspace): string =>
  installed!.record.projectNumber;

export const clientIdOf = ({ installed }: LocalWorkspace): string => installed!.record.clientId;

/** The client ID of the vendor's service account, which an administrator pastes into domain-wide delegation. */
export const delegatedClientOf = (workspace: LocalWorkspace): string =>
  Object.keys(workspace.state.cloud.projects[applicationIdOf(workspace)]!.serviceAccounts)[0]!;

export interface Installing {
  readonly as?: string;
  /** `everyone`, or organizational units. */
  readonly target?: unknown;
}

/** Google Workspace Marketplace → Tandem → Admin install (H8-H12). */
export const adminInstall = (
  workspace: LocalWorkspace,
  { as = ADMIN, target = 'everyone' }: Installing = {},
): unknown =>
  inConsole(workspace, as, 'marketplace.adminInstall', {
    applicationId: applicationIdOf(workspace),
    acceptTerms: true,
    grantDataAccess: true,
    target,
  });

/** Security → Access and data control → API controls → Domain-wide delegation → Add new (S14). */
export const delegate = (workspace: LocalWorkspace, as = ADMIN): unknown =>
  inConsole(workspace, as, 'delegation.add', {
    clientId: delegatedClientOf(workspace),
    scopes: [CALENDAR_SCOPE],
  });

/** The buttons of a person whose sync is off. */
export const OFF = ['Turn on my calendar sync', 'Choose what is synced'];

let prompt: Standing | null = null;

/** A Workspace in which what administrators change takes effect at once. */
export const promptWorkspace = (): LocalWorkspace =>
  (prompt ??= new Standing(offeredTandem({ settings: { propagation: 'immediate' } }))).copy();

let prepared: Standing | null = null;

/** A Workspace in which both of Google's own steps are done: the Admin install and the delegation. */
export const preparedWorkspace = (): LocalWorkspace =>
  (prepared ??= new Standing(madeReady())).copy();

function madeReady(): LocalWorkspace {
  const workspace = promptWorkspace();
  adminInstall(workspace);
  delegate(workspace);
  return workspace;
}

/** Finalizes. After the Admin install the page shows the steps at once; before it, it begins with "Install". */
export function finalize(workspace: LocalWorkspace, as = ADMIN): AdminPage {
  const page = new AdminPage(workspace, as).open();
  if (page.buttons().includes('Install')) page.press('Install').press('I am an administrator');
  return page.press('Finalize Google Workspace sync');
}

/** People → Look at what will happen (unless a run has already prepared it) → Bring … in. */
export function bringPeopleIn(page: AdminPage): AdminPage {
  const go = (): string | undefined => page.buttons().find((text) => text.startsWith('Bring'));
  page.open('People');
  if (!go()) page.press('Look at what will happen');
  return page.press(go()!);
}

const calendarsOn = (workspace: LocalWorkspace): AdminPage =>
  bringPeopleIn(finalize(workspace)).open('Calendars').press('Turn on');

let ready: { readonly page: AdminPage; readonly standing: Standing } | null = null;

/**
 * Sets an organization up until its people are in the workbook and its calendar switch is on; returns its Admin page.
 *
 * @param workspace one in which Google's own steps are done; a {@link preparedWorkspace} when left out.
 */
export function readyForCalendars(workspace?: LocalWorkspace): AdminPage {
  if (workspace) return calendarsOn(workspace);
  if (!ready) {
    const page = calendarsOn(preparedWorkspace());
    ready = { page, standing: new Standing(page.workspace) };
  }
  return ready.page.inCopy(ready.standing.copy());
}

export const calendarPanel = (workspace: LocalWorkspace, person = NOORA): Panel =>
  new Panel(workspace, person, { host: 'CALENDAR' }).open();

/** The panel of an event that somebody has opened in their calendar. */
export const eventPanel = (workspace: LocalWorkspace, eventId: string, person = NOORA): Panel =>
  new Panel(workspace, person, {
    host: 'CALENDAR',
    calendar: { calendarId: person, eventId },
  }).open();

/** Lets the runner run once, and refreshes the person's card. */
export function runOnce(panel: Panel): Panel {
  panel.workspace.advance(MINUTE_MS);
  return panel.press('Refresh');
}

/** Turns the sync on until the card shows what a first sync would do. */
export const lookAhead = (panel: Panel): Panel => runOnce(panel.press('Turn on my calendar sync'));

/** Reads the preview, starts the sync, and lets the first run finish. */
export const turnOnSync = (panel: Panel): Panel => runOnce(lookAhead(panel).press('Start'));

/** Lets hours pass in which each recurring trigger fires only once an hour, to save most of the runs. */
export function passHours(workspace: LocalWorkspace, hours: number): void {
  for (let passed = 0; passed < hours; passed++) {
    workspace.advance(60 * MINUTE_MS - 1, { runDueTriggers: false });
    workspace.advance(1);
  }
}

/** The same steps under the names by which earlier journeys call them. */
export {
  lookAhead as lookedAhead,
  passHours as hoursPass,
  runOnce as afterARun,
  turnOnSync as turnedOn,
};
