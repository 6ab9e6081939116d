import { google } from 'googleapis';
import {
  startWorkspace,
  type StartedWorkspace,
  type StartOptions,
} from '../../../emulator/start-workspace';
import { smallCompany } from '../../support/small-company';

/** Jest cannot load the fetch that Google's clients import; this machine's own does as well. */
export const fetchImplementation: typeof fetch = (...args) => fetch(...args);
google.options({ fetchImplementation });

/** A Workspace over HTTP, and Google's own Node clients for any of its people. */
export interface Clients {
  readonly started: StartedWorkspace;
  calendar(email: string): ReturnType<typeof google.calendar>;
  directory(email: string): ReturnType<typeof directoryClient>;
  reports(email: string): ReturnType<typeof reportsClient>;
  sheets(email: string): ReturnType<typeof google.sheets>;
  drive(email: string): ReturnType<typeof google.drive>;
  /** A request with the person's token, by hand. */
  fetch(email: string, path: string, init?: RequestInit): Promise<Response>;
}

type ClientOptions = { auth: InstanceType<typeof google.auth.OAuth2>; rootUrl: string };

const directoryClient = (options: ClientOptions) =>
  google.admin({ version: 'directory_v1', ...options });
const reportsClient = (options: ClientOptions) =>
  google.admin({ version: 'reports_v1', ...options });

/** Starts a small company for one test file. */
export async function startClients(options: StartOptions = {}): Promise<Clients> {
  const started = await startWorkspace({
    seed: smallCompany(),
    latency: 'none',
    settings: { propagation: 'immediate' },
    ...options,
  });
  const as = (email: string): ClientOptions => {
    const auth = new google.auth.OAuth2();
    // Without an expiry the client keeps the token: the Workspace's clock is not this machine's.
    auth.setCredentials({ access_token: started.tokenFor(email) });
    return { auth, rootUrl: `${started.url}/` };
  };
  return {
    started,
    calendar: (email) => google.calendar({ version: 'v3', ...as(email) }),
    directory: (email) => directoryClient(as(email)),
    reports: (email) => reportsClient(as(email)),
    sheets: (email) => google.sheets({ version: 'v4', ...as(email) }),
    drive: (email) => google.drive({ version: 'v3', ...as(email) }),
    fetch: (email, path, init = {}) =>
      fetch(started.url + path, {
        ...init,
        headers: { authorization: `Bearer ${started.tokenFor(email)}`, ...init.headers },
      }),
  };
}

/** A refusal as a client reports it: status, the first reason, the message. */
export async function refusal(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    const { status, message, response } = error as {
      status?: number;
      message: string;
      response?: { data?: { error?: { errors?: { reason: string }[]; status?: string } } };
    };
    const { errors, status: name } = response?.data?.error ?? {};
    return [status, errors?.[0]?.reason ?? name, message];
  }
  return 'nothing was refused';
}
