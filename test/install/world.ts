import type { Caller } from '../../src/card/action';
import type { Failure } from '../../src/kit/failure';
import type { Person } from '../../src/kit/person';
import { ok, type Result } from '../../src/kit/result';
import type {
  AdminAccount,
  Colleague,
  InstallPorts,
  License,
  SetUpProofs,
  SetupMail,
} from '../../src/install/ports';
import { requestBook } from '../../src/install/request';
import { tenants, type Tenant } from '../../src/install/tenant';
import type { Surroundings } from '../../src/install/surroundings';
import { paragraph, section } from '../../src/card/card';
import { Killed, MemoryStore } from '../kit/memory-store';
import { MemoryListedStore } from '../calendar/memory-company';
import { TurnedClock } from '../runs/turned-clock';

export const SCOPE = 'https://www.googleapis.com/auth/calendar.events';
const DIRECTORY = 'https://www.googleapis.com/auth/admin.directory.user.readonly';
export const ADMIN: Caller = {
  userId: 'u-admin',
  email: 'admin@acme.example',
  domain: 'acme.example',
};
export const OTHER: Caller = {
  userId: 'u-other',
  email: 'other@acme.example',
  domain: 'acme.example',
};

/** The same two as the organization's record has them. */
export const WHO = {
  admin: { userId: 'u-admin', email: ADMIN.email },
  other: { userId: 'u-other', email: OTHER.email },
} as const;

export const otherAccount = (): AdminAccount =>
  anAccount({ userId: 'u-other', primaryEmail: OTHER.email });

export const anAccount = (parts: Partial<AdminAccount> = {}): AdminAccount => ({
  userId: 'u-admin',
  primaryEmail: ADMIN.email,
  customerId: 'C01',
  orgUnitPath: '/',
  isAdmin: true,
  isDelegatedAdmin: false,
  ...parts,
});

/** An organization of one workbook and one runner's trigger, in memory. Any call may fail, or be the last. */
export class MemoryInstall implements InstallPorts {
  answers: {
    account: Result<AdminAccount, Failure>;
    license: Result<License, Failure>;
    missing: readonly string[];
    delegation: Result<string, Failure>;
    services: Result<string, Failure>;
    directory: Result<number, Failure>;
    superAdministrators: Result<readonly Person[], Failure>;
    inOffice: Result<null, Failure>;
    adminSdk: Result<string, Failure>;
    mayReadLog: boolean;
    setUp: SetUpProofs | null;
  } = {
    account: ok(anAccount()),
    license: ok({ kind: 'organization', isOnForCaller: true }),
    missing: [],
    delegation: ok('Google gave a token.'),
    services: ok('It answered.'),
    directory: ok(3),
    superAdministrators: ok([]),
    inOffice: ok(null),
    adminSdk: ok('It answered.'),
    mayReadLog: true,
    setUp: null,
  };
  /** Addresses with which each workbook is shared. */
  readonly sharedWith = new Set<string>();
  /** Workbooks by customer. */
  readonly workbooks = new Map<string, string[]>();
  /** In whose name the runner's trigger is. */
  readonly runners = new Set<string>();
  readonly calls: string[] = [];
  /** Killed before this call, or after it. */
  fault: { readonly call: number; readonly when: 'before' | 'after' } | null = null;
  failing: { readonly name: string; readonly failure: Failure } | null = null;

  constructor(public runsAs = ADMIN.email) {}

  account = () => this.called('account', () => this.answers.account);
  license = () => this.called('license', () => this.answers.license);
  wantedScopes = () => [SCOPE, DIRECTORY];
  setUp = () => this.called('setUp', () => this.answers.setUp);
  missingScopes = () => this.called('missingScopes', () => this.answers.missing);
  delegation = () =>
    this.called('delegation', () => [{ scope: SCOPE, proof: this.answers.delegation }]);
  services = () =>
    this.called('services', () => [
      { service: 'Google Calendar API', proof: this.answers.services, isAllowed: true },
      {
        service: 'Admin SDK API',
        proof: this.answers.adminSdk,
        isAllowed: this.answers.mayReadLog,
      },
    ]);
  directory = () => this.called('directory', () => this.answers.directory);

  workbook = (customerId: string, knownId: string | null) =>
    this.called('workbook', () => {
      if (this.failing?.name === 'workbook')
        return { ok: false, failure: this.failing.failure } as const;
      const made = this.workbooks.get(customerId) ?? [];
      const found = knownId ?? made[0];
      if (found !== undefined) return ok({ id: found, isNew: false });
      const id = `workbook-${made.length + 1}`;
      this.workbooks.set(customerId, [...made, id]);
      return ok({ id, isNew: true });
    });

  superAdministrators = () =>
    this.called('superAdministrators', () => this.answers.superAdministrators);
  inOffice = () => this.called('inOffice', () => this.answers.inOffice);
  share = (_workbookId: string, email: string) =>
    this.called('share', () => {
      if (this.failing?.name === 'share')
        return { ok: false, failure: this.failing.failure } as const;
      this.sharedWith.add(email);
      return ok(null);
    });
  unshare = (_workbookId: string, email: string) =>
    this.called('unshare', () => {
      this.sharedWith.delete(email);
      return ok(null);
    });

  startRunner = () =>
    this.called('startRunner', () => {
      if (this.failing?.name === 'startRunner')
        return { ok: false, failure: this.failing.failure } as const;
      this.runners.add(this.runsAs);
      return ok(60);
    });

  private called<T>(name: string, answer: () => T): T {
    const call = this.calls.push(name);
    if (this.fault?.call === call && this.fault.when === 'before') throw new Killed();
    const result = answer();
    if (this.fault?.call === call) throw new Killed();
    return result;
  }
}

export const around: Surroundings = {
  adminPage: 'https://script.google.com/macros/s/tandem/exec',
  marketplace: 'https://workspace.google.com/marketplace/app/tandem/1',
  authorization: () => 'https://accounts.google.com/consent',
  delegation: (proofs) => [section('Domain-wide delegation', paragraph(`${proofs.length} tried`))],
  placeOf: (feature) =>
    feature === 'directory' ? { text: 'See the people', action: 'directory.open' } : null,
  environment: () => ({ name: 'production', former: null }),
  clientId: () => '42',
  leave: 'connection.askLeave',
  steps: () => [],
  nowMs: () => new TurnedClock().now(),
  next: [
    { text: 'See the people', action: 'directory.open' },
    { text: 'Calendar settings', action: 'calendar.settings' },
  ],
};

/** One organization's set-up in progress. */
export function aSetup() {
  const ports = new MemoryInstall();
  const shared = new MemoryStore();
  const own = new MemoryStore();
  const clock = new TurnedClock();
  const mails: SetupMail[] = [];
  return {
    ...{ ports, shared, own, clock, mails, tenants: tenants(shared) },
    saveEnvironment: () => ok(null),
    requests: requestBook(new MemoryListedStore(), clock.now),
    colleagues: (_typed: string): Result<readonly Colleague[], Failure> => ok([]),
    sendMail(mail: SetupMail): Result<null, Failure> {
      mails.push(mail);
      return ok(null);
    },
  };
}

export const aTenant = (parts: Partial<Tenant> = {}): Tenant => ({
  customerId: 'C01',
  domain: 'acme.example',
  syncAccount: WHO.admin,
  deputy: null,
  workbookId: 'workbook-1',
  finalizedAt: '2026-11-02T08:00:00.000Z',
  isCalendarOn: false,
  everyMinutes: 60,
  stop: null,
  ...parts,
});
