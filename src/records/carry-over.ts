/**
 * Carries over a workbook of an earlier version, which knew people by their addresses: connections get Google's user ids and new seals, and
 * pairs get their owner. Every step recognizes what it did before it was cut off.
 */
import { msOf } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { addressOf, textOf } from '../sheets/cells';
import { updateRow, type Change } from '../sheets/change';
import { inLots } from '../sheets/plan';
import type { Sheets } from '../sheets/sheets';
import { plainHeading, type Row } from '../sheets/table';
import type { Agreements } from './agreements';
import { agreementOf, type ConnectionCells } from './connections';
import { CONNECTIONS, LINKS } from './forms';

export interface KnownAccount {
  readonly userId: string;
  readonly createdAt: string;
}

export interface CarryOverPorts {
  readonly sheets: Sheets;
  agreements(): Result<Agreements, Failure>;
  /** The id of the user whose primary address this is now; null if nobody has it. */
  accountAt(email: string): Result<KnownAccount | null, Failure>;
}

/** Does nothing if it was done before. */
export function carryOver({
  sheets,
  agreements,
  accountAt,
}: CarryOverPorts): Result<null, Failure> {
  const agreed = agreements();
  if (!agreed.ok || !agreed.value.isNew) return agreed.ok ? ok(null) : agreed;
  for (const form of [CONNECTIONS, LINKS] as const) {
    const added = sheets.addMissingColumns(form as typeof CONNECTIONS);
    if (!added.ok) return added;
  }
  const owners = ownersOf(sheets, accountAt);
  if (!owners.ok) return owners;
  const steps = [
    () => connectionChanges(sheets, owners.value, agreed.value),
    () => linkChanges(sheets, owners.value),
  ];
  for (const changes of steps) {
    const done = inLots(sheets, changes);
    if (!done.ok) return done;
  }
  return agreed.value.begin();
}

/** User ids by address: the one in the row, otherwise that of the account at the address, unless it is newer than the agreement. */
function ownersOf(
  sheets: Sheets,
  accountAt: CarryOverPorts['accountAt'],
): Result<ReadonlyMap<string, string>, Failure> {
  const table = sheets.table(CONNECTIONS);
  if (!table.ok) return table;
  const owners = new Map<string, string>();
  for (const { cells } of table.value.rows) {
    const [email, userId] = [addressOf(cells.email), textOf(cells.userId)];
    if (email === '' || owners.has(email)) continue;
    if (userId !== '') owners.set(email, userId);
    else {
      const account = accountAt(email);
      if (!account.ok) return account;
      const { value } = account;
      if (value && msOf(value.createdAt) <= msOf(textOf(cells.consentedAt)))
        owners.set(email, value.userId);
    }
  }
  return ok(owners);
}

function connectionChanges(
  sheets: Sheets,
  owners: ReadonlyMap<string, string>,
  agreed: Agreements,
): Result<readonly Change[], Failure> {
  const table = sheets.table(CONNECTIONS);
  if (!table.ok) return table;
  return ok(
    table.value.rows.flatMap((row): Change[] => {
      const { cells } = row;
      const userId = owners.get(addressOf(cells.email)) ?? '';
      const next: ConnectionCells = { ...cells, userId };
      if (!isOnBefore(row, agreed))
        return userId === textOf(cells.userId) ? [] : [updateRow(CONNECTIONS, row, { userId })];
      // Somebody else has the address now, and they did not agree.
      if (userId === '') return [updateRow(CONNECTIONS, row, { state: 'Off', seal: '' })];
      return [updateRow(CONNECTIONS, row, { userId, seal: agreed.seal(agreementOf(next)) })];
    }),
  );
}

/** Whether a row is On by the seal of the earlier version, which covered only the address. */
function isOnBefore({ cells }: Row<keyof ConnectionCells>, agreed: Agreements): boolean {
  const version = Number(cells.consentVersion) || 0;
  const text = [addressOf(cells.email), textOf(cells.consentedAt), version].join(' ');
  return (
    textOf(cells.state).toLowerCase() === 'on' && textOf(cells.seal) === agreed.sealBefore(text)
  );
}

/** The column with the addresses stays, though nothing reads it any more. */
function linkChanges(
  sheets: Sheets,
  owners: ReadonlyMap<string, string>,
): Result<readonly Change[], Failure> {
  const table = sheets.table(LINKS);
  if (!table.ok) return table;
  const { sheet, rows } = table.value;
  const column = (sheet[0] ?? []).map(plainHeading).indexOf('email');
  if (column < 0) return ok([]);
  return ok(
    rows.flatMap((row): Change[] => {
      const userId = owners.get(addressOf(sheet[row.at]![column] ?? '')) ?? '';
      const isToDo = userId !== '' && textOf(row.cells.userId) === '';
      return isToDo ? [updateRow(LINKS, row, { userId })] : [];
    }),
  );
}
