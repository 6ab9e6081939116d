/** What pressing Save changes, and what stands against it. Decided from how things are now, not from what the card showed. */
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { canSwitch, isSwitchedOn, type Line } from './lines';
import type { Account, ConnectedDesk, SyncChange, WhoConnects } from './ports';

/** One switch as it was shown, and as it is now. */
export interface Switched {
  readonly key: string;
  readonly before: boolean;
  readonly after: boolean;
  /** The address that was chosen; empty where there was nothing to choose. */
  readonly address: string;
}

export interface Plan {
  readonly changes: readonly SyncChange[];
  /** Why something is not changed, in sentences. */
  readonly refused: readonly string[];
}

export interface Circumstances {
  readonly lines: readonly Line[];
  readonly policy: WhoConnects;
  /** The administrator's address. */
  readonly by: string;
}

export function planSave(
  switched: readonly Switched[],
  known: Circumstances,
  desk: Pick<ConnectedDesk, 'account' | 'hasDecided'>,
): Result<Plan, Failure> {
  const changes: SyncChange[] = [];
  const refused: string[] = [];
  for (const one of switched) {
    if (one.before === one.after) continue;
    const line = known.lines.find(({ key }) => key === one.key);
    if (!line || isSwitchedOn(line) !== one.before || !canSwitch(line, known.policy)) {
      refused.push(`${line?.name ?? 'Somebody'} has changed meanwhile. Look again.`);
      continue;
    }
    if (!one.after) {
      changes.push({ kind: 'end', userId: line.sync!.userId });
      continue;
    }
    const address = one.address || line.addresses[0]!;
    const account = desk.account(address);
    if (!account.ok) return account;
    const against = objection(line, { address, account: account.value }, known, desk);
    if (against !== null || account.value === null) refused.push(`${line.name}: ${against}`);
    else changes.push(connecting(line, account.value, known.by));
  }
  return ok({ changes, refused });
}

function connecting({ email }: Line, account: Account, by: string): SyncChange {
  const knownAs = account.addresses.includes(email) ? null : email;
  const { userId, email: primary, addresses } = account;
  return { kind: 'connect', account: { userId, email: primary, addresses }, knownAs, by };
}

/** Why somebody cannot be connected by this address; null when nothing stands against it. */
function objection(
  line: Line,
  { address, account }: { readonly address: string; readonly account: Account | null },
  { lines }: Circumstances,
  { hasDecided }: Pick<ConnectedDesk, 'hasDecided'>,
): string | null {
  if (!line.addresses.includes(address)) return `${address} is not an address of theirs.`;
  const others = lines.filter((one) => one !== line);
  const twin = others.find(({ addresses }) => addresses.includes(address));
  if (twin) return `${address} is also an address of ${twin.name}. Take it from one of them.`;
  if (account === null)
    return `your Workspace has no account with the address ${address}. Add their Google address to “Email aliases” in the sheet People, and choose it here.`;
  if (account.isSuspended) return `the account ${account.email} is suspended.`;
  const { googleId } = line.person!;
  if (googleId !== null && googleId !== account.userId)
    return `${address} is of another account than the Google id in the sheet People.`;
  const owner = others.find(
    ({ person, sync }) => person?.googleId === account.userId || sync?.userId === account.userId,
  );
  if (owner) return `${account.email} is the account of ${owner.name}.`;
  return hasDecided(account.userId) ? 'they have just decided themself.' : null;
}
