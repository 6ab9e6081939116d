// An organization in full use, the people who attack it, and what must not change by their hand.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalWorkspace } from '../../emulator/local-workspace';
import type { RunOutcome } from '../../emulator/engine/engine';
import type { Surface } from '../../emulator/project/surface';
import { grantKey } from '../../emulator/workspace/state/oauth';
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import { ANNA, calendarPanel, clientIdOf, readyForCalendars, turnOnSync } from '../support/set-up';
import { BUILT, principal, type AdminPage } from '../support/tandem';

/** Nobody of the organization: another one's administrator, and a private account. */
export const GRACE = 'admin@brightwater.example';
export const KAISA = 'kaisa.virta@gmail.com';

/** Of the organization, and no administrator of anything. */
export const JOHANNA = 'johanna.koski@havu.example';

/** Words that only Anna and her calendar have. */
export const ANNAS_SECRET = 'Interview of a candidate 7301';

export interface Company {
  readonly workspace: LocalWorkspace;
  readonly page: AdminPage;
  readonly workbook: WorkbookByHand;
}

/** Set up, with one person's sync on. */
export function companyInUse(): Company {
  const page = readyForCalendars();
  const { workspace } = page;
  const workbook = WorkbookByHand.openedFrom(page);
  new CalendarByHand(workspace, ANNA).addHour(ANNAS_SECRET, '2026-03-10T09:00:00.000Z');
  turnOnSync(calendarPanel(workspace, ANNA));
  return { workspace, page, workbook };
}

/** Everything that belongs to the organization or to other people than the attacker. */
export function held({ workspace }: Company, attacker: string): string {
  const { state, installed } = workspace;
  const { scriptProperties, userProperties, triggers } = installed!.record;
  const own = idOf(workspace, attacker);
  return JSON.stringify([
    scriptProperties,
    Object.entries(userProperties).filter(([id]) => id !== own),
    triggers.filter(({ ownerUserId }) => ownerUserId !== own).map(({ uid }) => uid),
    state.sheets,
    Object.values(state.calendar.calendars).filter(({ owner }) => owner !== own),
    state.outbox,
    state.marketplace,
    Object.keys(state.drive.files).length,
  ]);
}

const idOf = ({ state }: LocalWorkspace, email: string): string =>
  Object.values(state.directory.users).find(({ primaryEmail }) => primaryEmail === email)?.id ??
  state.directory.consumers[email]!;

export interface Attack {
  readonly as: string;
  readonly door: string;
  readonly surface: Surface;
  readonly args: readonly unknown[];
}

export const attacked = ({ workspace }: Company, { as, door, surface, args }: Attack): RunOutcome =>
  workspace.run(door, { as, surface, parameters: args });

/** The script's own address names the organization of its publisher. */
const OWN_ADDRESS = /https:\/\/script\.google\.com\/[\w/.-]+/g;

/** All that comes out of an execution, for whoever is at the other end. */
export const outOf = ({ value, rendered, execution }: RunOutcome): string =>
  JSON.stringify([value, rendered, execution.error?.message ?? null]).replace(OWN_ADDRESS, '');

/** Words of a program that broke: nobody who uses it is to see them. */
export const BROKEN =
  /TypeError|ReferenceError|RangeError|SyntaxError|undefined|\[object|\bat \w+ \(/;

/** The name of every door: what Apps Script may call. */
export const DOORS = [
  'onHomepage',
  'onCalendarHomepage',
  'onCalendarEventOpen',
  'onSheetsHomepage',
  'onFileScopeGranted',
  'onCardAction',
  'doGet',
  'adminPage',
  'keyOpenerFile',
  'runSyncs',
  'continueSyncs',
  'onCalendarUpdated',
] as const;

/** What a button sends. */
export const pressing = (action: string, parameters: Readonly<Record<string, string>> = {}) => ({
  commonEventObject: { hostApp: 'CALENDAR', parameters: { do: action, ...parameters } },
});

/** All that the manifest asks for. */
export const { oauthScopes: ALL_SCOPES } = JSON.parse(
  readFileSync(join(BUILT, 'appsscript.json'), 'utf8'),
) as { readonly oauthScopes: readonly string[] };

/** As Google keeps it when an administrator allowed all but this scope, and these people were asked and left its box unticked. */
export function untick({ workspace }: Company, scope: string, people: readonly string[]): void {
  const { marketplace, oauth } = workspace.state;
  const clientId = clientIdOf(workspace);
  const scopes = ALL_SCOPES.filter((one) => one !== scope);
  for (const install of Object.values(marketplace.installs)) install.grantedScopes = [...scopes];
  for (const email of people) {
    const { userId } = principal(workspace, email);
    oauth.grants[grantKey(clientId, userId)] = {
      ...{ clientId, userId, scopes: [...scopes], asked: [...ALL_SCOPES] },
      ...{ via: 'consent', grantedAt: workspace.clock.now() },
    };
  }
}
