/**
 * Whether a refused change met protected cells. For these Google gives only 400 and a sentence, in whatever language, so that after a
 * refusal the protections themselves are read, once.
 *
 * @see https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/sheets#protectedrange
 */
import type { Failure } from '../kit/failure';
import { fail, type Result } from '../kit/result';
import { spreadsheets } from './advanced';
import { call } from './call';
import type { About } from './refusal';

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** Makes a change. Fails with `protected-cells` if it is refused and a sheet that it is about is protected from this account. */
export function changeUnprotected<T>(
  id: string,
  requests: readonly Request[],
  about: About,
  run: () => T,
): Result<T, Failure> {
  const done = call(run, about);
  const isUnexplained = !done.ok && done.failure.kind === 'rejected';
  return isUnexplained && isProtected(id, sheetIdsIn(requests))
    ? fail({ kind: 'protected-cells', id })
    : done;
}

/** Requests name their sheet in many places, but always in the same way; Google leaves out 0. */
const sheetIdsIn = (requests: readonly Request[]): ReadonlySet<number> =>
  new Set(
    (JSON.stringify(requests).match(/"sheetId":\d+/g) ?? []).map((found) =>
      Number(found.slice('"sheetId":'.length)),
    ),
  );

/** If it cannot be read, the refusal is told in Google's words. */
function isProtected(id: string, sheetIds: ReadonlySet<number>): boolean {
  const fields = 'sheets(properties(sheetId),protectedRanges(warningOnly,requestingUserCanEdit))';
  const found = call(() => spreadsheets().get(id, { fields }), { api: 'sheets', id });
  const sheets = found.ok ? (found.value.sheets ?? []) : [];
  return sheets.some(
    ({ properties, protectedRanges = [] }) =>
      sheetIds.has(properties?.sheetId ?? 0) &&
      protectedRanges.some(
        ({ warningOnly, requestingUserCanEdit }) => !warningOnly && !requestingUserCanEdit,
      ),
  );
}
