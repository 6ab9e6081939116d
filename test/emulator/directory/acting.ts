import type { LocalWorkspace } from '../../../emulator/local-workspace';
import { touch } from '../../../emulator/workspace/directory/accounts';
import type { UserRecord } from '../../../emulator/workspace/state/directory';
import { GoogleError } from '../../../emulator/workspace/google-error';
import { ADMIN, aUser, aWorkspace } from '../../support/small-company';

export const CUSTOMER = 'C01acme00';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked into freely
export type Answer = any;

/** Calls Directory methods as a person: `call('users.get', { userKey })`. */
export const directoryAs =
  (workspace: LocalWorkspace, as = ADMIN) =>
  (method: string, params: object = {}, body: object | null = null): Answer =>
    workspace.act(as, `directory.${method}`, params, body);

/** Code, reason and message of a refused call. */
export function refusalOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof GoogleError) return `${error.code} ${error.reason}: ${error.message}`;
    throw error;
  }
  return 'none';
}

export const NOT_AUTHORIZED = '403 forbidden: Not Authorized to access this resource/api';

/** A Workspace with the small company and these people. */
export function withPeople(
  people: readonly (Partial<UserRecord> & { readonly primaryEmail: string })[],
): LocalWorkspace {
  const workspace = aWorkspace();
  const { directory } = workspace.state;
  people.forEach((person, index) => {
    const id = `2000000000000000000${String(index).padStart(2, '0')}`;
    directory.users[id] = aUser({ id, ...person });
  });
  touch(directory);
  return workspace;
}

/** The admin log, oldest first: each event's name with the values of its parameters. */
export const adminLog = ({ state }: LocalWorkspace): string[] =>
  (state.reports.logs[`${CUSTOMER}/admin`] ?? [])
    .flatMap(({ activity }) => activity.events)
    .map(({ name, parameters = [] }) =>
      [name, ...parameters.map((one) => `${one.name}=${one.value}`)].join(' '),
    );
