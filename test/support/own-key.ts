// A service account of an organization's own, made in the Cloud console, and its key files.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { openLocked } from '../../src/admin-page/key-import/key-opener';
import { openText } from '../../src/admin-page/key-import/key-text';
import { sentText, type Opening } from '../../src/admin-page/key-import/opening';
import { ADMIN, CALENDAR_SCOPE } from './set-up';
import { inConsole, type AdminPage } from './tandem';

type Made = Readonly<Record<string, unknown>>;

export interface OwnRobot {
  readonly project: string;
  readonly email: string;
  readonly clientId: string;
}

/** New Project → Enable the Calendar API → Create Service Account (S10). */
export function makeServiceAccount(
  workspace: LocalWorkspace,
  { as = ADMIN, name = 'calendar-sync' } = {},
): OwnRobot {
  const made = inConsole(workspace, as, 'cloud.createProject', { name: 'Calendar sync' }) as Made;
  const project = String(made['projectId']);
  inConsole(workspace, as, 'cloud.enableApi', { project, api: 'calendar' });
  const account = inConsole(workspace, as, 'cloud.createServiceAccount', { project, name }) as Made;
  return { project, email: String(account['email']), clientId: String(account['uniqueId']) };
}

/** Keys → Add key → Create new key → P12 → Create: the file, one byte a character, and its password (S11, S12). */
export function makeP12(workspace: LocalWorkspace, { email }: OwnRobot) {
  const made = inConsole(workspace, ADMIN, 'cloud.createKey', {
    serviceAccount: email,
    type: 'p12',
  }) as Made;
  return {
    bytes: Buffer.from(String(made['p12']), 'base64').toString('latin1'),
    password: String(made['password']),
    keyId: String(made['keyId']),
  };
}

/** The same as JSON. */
export const makeJson = (
  workspace: LocalWorkspace,
  { email }: OwnRobot,
  as = ADMIN,
): Record<string, string> =>
  (
    inConsole(workspace, as, 'cloud.createKey', {
      serviceAccount: email,
      type: 'json',
    }) as { readonly json: Record<string, string> }
  ).json;

export const delegateTo = (workspace: LocalWorkspace, { clientId }: OwnRobot): unknown =>
  inConsole(workspace, ADMIN, 'delegation.add', { clientId, scopes: [CALENDAR_SCOPE] });

/** What the Admin page sends of a file. */
const sentOf = (opening: Opening): string => {
  if (opening.kind !== 'key') throw new Error(JSON.stringify(opening));
  return sentText(opening.key);
};

export const sentOfP12 = (bytes: string, password: string): string =>
  sentOf(openLocked(bytes, password));
export const sentOfText = (text: string): string => sentOf(openText(text));

/** Saves a key on the form that is open. */
export const saveKey = (page: AdminPage, key: string, email = ''): AdminPage =>
  page.press('Save', { key: [key], serviceAccount: [email] });
