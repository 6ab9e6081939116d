/**
 * A row that is not where it was is not gone: somebody may be sorting the sheet, or hold the row on the clipboard. An activity
 * counts as deleted, or as given to somebody else, when two looks in a row say so, or when the work system itself says it.
 */
import type { Change } from '../entry/change';
import type { Side } from '../entry/entry';
import type { Link } from '../entry/link';
import type { Pending, Progress } from '../ports';
import type { Approval } from './brakes';
import type { LinkTable } from './link-table';

export interface Unproved {
  /** Ids of activities that were missing, or belonged to somebody else, for the first time. */
  readonly missing: readonly string[];
  /** Changes in Google that wait for the second look. */
  readonly putOff: readonly Pending[];
}

export interface Looked {
  readonly table: LinkTable;
  readonly progress: Progress | null;
  /** What a person said go to, after being asked about what an earlier run missed. */
  readonly approved: Approval | null;
}

/**
 * Takes unproved changes out, together with the other change of the same pair: both halves stay as they are.
 *
 * @param proved ids whose fate the work system itself has reported.
 */
export function leaveUnproved(
  changes: Readonly<Record<Side, Map<string, Change>>>,
  proved: { has(id: string): boolean },
  { table, progress, approved }: Looked,
): Unproved {
  const before = new Set(progress?.missing ?? []);
  const missing = [...changes.work.values()].flatMap((change) => {
    const { id } = change;
    const link = proved.has(id) || before.has(id) ? undefined : table.find('work', id);
    return link && isMissed(change, link) ? [id] : [];
  });
  if (approved !== null && missing.length <= approved.deletions) return NOTHING;
  const putOff: Pending[] = [];
  for (const id of missing) {
    changes.work.delete(id);
    const google = table.find('work', id)!.google.id;
    const change = changes.google.get(google);
    if (!changes.google.delete(google)) continue;
    const waiting = { tries: 0, failure: 'not-found' } as const;
    putOff.push({ google, work: id, ...waiting });
    const heard = change?.kind === 'present' ? (change.heard ?? []) : [];
    putOff.push(...heard.map((one) => ({ google: one, work: null, ...waiting })));
  }
  return { missing, putOff };
}

/** Whether a change needs a second look. For an activity that earlier looks have already found given away, it does not. */
function isMissed(change: Change, { origin, behind, halved }: Link): boolean {
  switch (change.kind) {
    case 'gone':
      return !halved;
    case 'handed-over':
      return origin === 'work' || !behind;
    case 'left-out':
      return change.reason === 'owner-unknown' && !behind;
    case 'present':
      return false;
  }
}

const NOTHING: Unproved = { missing: [], putOff: [] };
