import type { Account } from '../drive/account';
import { ownerIdOf } from '../drive/files';
import { findGroup } from '../directory/accounts';
import type { DriveFile } from '../state/drive';
import type { JsonObject } from '../api-method';
import type { Workspace } from '../workspace';
import { protectedCells } from '../spreadsheet/errors';
import type { Block } from '../spreadsheet/grid';
import type { GridRange, SheetRecord } from '../state/sheets';

/**
 * Whether somebody may edit a protected range: the owner always, others if they are named as editors.
 *
 * @see https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/sheets#protectedrange
 */
export function mayEditProtected(
  { state: { directory } }: Workspace,
  file: DriveFile,
  { warningOnly, editors }: JsonObject,
  account: Account,
): boolean {
  if (warningOnly === true || ownerIdOf(file) === account.id) return true;
  const named = (editors ?? {}) as {
    users?: string[];
    groups?: string[];
    domainUsersCanEdit?: boolean;
  };
  if (named.users?.some((address) => address.toLowerCase() === account.email)) return true;
  if (named.domainUsersCanEdit && account.customerId !== null) return true;
  return (named.groups ?? []).some((address) =>
    findGroup(directory, address)?.members.some(({ id }) => id === account.id),
  );
}

/** @throws GoogleError 400 when the block includes cells that the account may not edit. */
export function requireUnprotected(
  workspace: Workspace,
  { file, account }: { readonly file: DriveFile; readonly account: Account },
  sheet: SheetRecord,
  block: Block,
): void {
  for (const protectedRange of sheet.protectedRanges) {
    const range = protectedRange['range'] as unknown as GridRange | undefined;
    if (!range || !touches(range, block)) continue;
    if (!mayEditProtected(workspace, file, protectedRange, account)) throw protectedCells();
  }
}

/** Whether a range and a block of the same sheet share a cell. */
export const touches = (range: GridRange, block: Block): boolean =>
  (range.startRowIndex ?? 0) < block.endRow &&
  (range.endRowIndex ?? Infinity) > block.startRow &&
  (range.startColumnIndex ?? 0) < block.endColumn &&
  (range.endColumnIndex ?? Infinity) > block.startColumn;
