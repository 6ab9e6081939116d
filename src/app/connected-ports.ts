/** What the page Connected people needs; only the sync account reaches the workbook behind it. */
import { statusBoard } from '../calendar/boards/status-board';
import { wishes } from '../calendar/boards/wishes';
import type { Connection } from '../calendar/ports';
import { endedBy } from '../calendar/runner/announce';
import { checkStaff } from '../calendar/runner/person-cycle';
import { stranger } from '../calendar/runner/stranger';
import { endedStatus } from '../calendar/runner/told';
import type {
  Account,
  ConnectedDesk,
  ConnectedPorts,
  PersonSync,
  SyncChange,
} from '../connected/ports';
import type { DirectoryUser } from '../directory/ports';
import { accountLookUp } from '../google/accounts';
import { scriptCache } from '../google/cache';
import { clock } from '../google/clock';
import { directory } from '../google/directory';
import { googleCalendars } from '../google/google-calendars';
import { LIMITS } from '../google/limits';
import { scriptLock } from '../google/lock';
import type { Tenant } from '../install/tenant';
import { instantAt } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { prefixed } from '../kit/prefixed-store';
import { fail, ok, type Result } from '../kit/result';
import type { Execution } from './execution';
import { whileAlone } from './journal-ports';
import { newRound, type Round } from './round';
import { calendarTokens, publicAccount } from './service-account';

export const connectedPorts = (execution: Execution): ConnectedPorts => ({
  desk() {
    const { tenant, deadline } = execution;
    return tenant === null
      ? fail({ kind: 'not-installed' })
      : ok(deskOf(execution, newRound(execution, tenant, deadline)));
  },
});

function deskOf(execution: Execution, round: Round): ConnectedDesk {
  const { shared } = execution;
  const { tenant, book } = round;
  const { records } = book;
  const account = publicAccount(shared, tenant.customerId);
  return {
    policy() {
      const settings = records.settings.load();
      return settings.ok ? ok(settings.value.whoConnects) : settings;
    },
    savePolicy: (whoConnects) =>
      whileAlone(execution, tenant, () => {
        const before = records.settings.load();
        return before.ok ? records.settings.save({ ...before.value, whoConnects }) : before;
      }),
    people: () => book.employees.load(),
    syncs: () => records.connections.load(),
    account(address) {
      const user = directory(tenant.syncAccount.email).find(address);
      return user.ok ? ok(user.value && accountOf(user.value)) : user;
    },
    hasDecided(userId) {
      const wish = wishes(shared, scriptLock, tenant.customerId).of(userId)?.kind;
      return wish === 'on' || wish === 'off';
    },
    prove: (sync) => prove(execution, round, sync),
    change: (changes) => change(round, changes),
    alone: (work) => whileAlone(execution, tenant, work),
    serviceAccount: account.ok ? account.value.email : null,
  };
}

function accountOf(user: DirectoryUser): Account {
  const email = user.primaryEmail.toLowerCase();
  const others = [...(user.aliases ?? []), ...(user.nonEditableAliases ?? [])];
  const addresses = [email, ...others.map((address) => address.toLowerCase())];
  return { userId: user.id, email, addresses, isSuspended: user.suspended === true };
}

/** Asks the work system, the directory and the calendar itself. */
function prove(
  { shared }: Execution,
  { tenant, book, pace, calls }: Round,
  sync: PersonSync,
): Result<null, Failure> {
  const { customerId, syncAccount } = tenant;
  const employed = checkStaff(book, sync);
  if (!employed.ok) return employed;
  const cache = prefixed(scriptCache(LIMITS.CACHE_SECONDS), `${customerId}.`);
  const lookUp = accountLookUp({ account: syncAccount.email, calls, cache });
  const tokens = calendarTokens(shared, customerId, lookUp);
  const calendars = googleCalendars({ ...tokens, pacing: pace, calls });
  const found = calendars.lookUp([sync], { anyway: () => true, later: 0 });
  if (!found.ok) return found;
  const account = found.value.get(sync.userId);
  if (account && !account.ok) return account;
  const zone = calendars.zoneOf(sync);
  return zone.ok ? ok(null) : zone;
}

function change(
  { tenant, book }: Pick<Round, 'tenant' | 'book'>,
  changes: readonly SyncChange[],
): Result<null, Failure> {
  const { connections } = book.records;
  const all = connections.load();
  if (!all.ok) return all;
  const at = instantAt(clock.now());
  const known = new Map(all.value.map((one) => [one.userId, one]));
  const changed = changes.flatMap((one) => connectionAfter(one, known, at) ?? []);
  const saved = connections.save(changed);
  if (!saved.ok) return saved;
  tellEnded(tenant, changes, at);
  return saved;
}

function connectionAfter(
  change: SyncChange,
  known: ReadonlyMap<string, Connection>,
  at: string,
): Connection | null {
  if (change.kind !== 'connect') {
    const before = known.get(change.userId);
    if (!before) return null;
    if (change.kind === 'end') return endedBy(before);
    const again = before.state === 'off' ? { consentedAt: at } : {};
    return { ...before, ...again, state: 'on', failure: null, workState: null };
  }
  const { account, knownAs, by } = change;
  const addresses = [...account.addresses, ...(knownAs === null ? [] : [knownAs])];
  return {
    ...(known.get(account.userId) ?? stranger(account)),
    ...{ email: account.email, addresses, state: 'on', consentedAt: at, consentVersion: 0 },
    ...{ zone: null, workState: null, failure: null },
    connected: { by, toldAt: null },
    knownAs: knownAs ?? undefined,
  };
}

/** What the cache does not take, they see once they look again. */
function tellEnded({ customerId }: Tenant, changes: readonly SyncChange[], at: string): void {
  const ended = changes.flatMap((one) => (one.kind === 'end' ? [one.userId] : []));
  const status = new Map(ended.map((userId) => [userId, endedStatus(at)]));
  const board = statusBoard(scriptCache(LIMITS.CACHE_SECONDS), customerId);
  if (ended.length > 0) void board.post({ status });
}
