/** What operations say about copies that Tandem itself takes back or masks. */
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import type { Link } from '../entry/link';
import type { Operation } from './operations';
import type { CalendarPorts } from './ports';

/**
 * Says first which copies Tandem itself takes back. A run that is killed after that leaves pairs without their copies, which would
 * look as if a person had deleted them.
 */
export function announce(
  operations: readonly Operation[],
  links: CalendarPorts['links'],
): Result<null, Failure> {
  const leaving = operations.flatMap((operation) => {
    const link = withdrawn(operation);
    return link === null || link.withdrawing ? [] : [link];
  });
  return leaving.length === 0 ? ok(null) : links.announceWithdrawal(leaving);
}

/** The link of a copy that Tandem takes back or masks; null for any other operation. */
function withdrawn(operation: Operation): Link | null {
  if (operation.kind === 'delete')
    return operation.hides || operation.withdraws ? operation.link : null;
  return operation.kind === 'update' && operation.hides ? operation.previous : null;
}

/** Both halves of each pair whose details were taken back. */
export function hiddenIds(operation: Operation): string[] {
  if (!('hides' in operation)) return [];
  const { google, work } = operation.kind === 'update' ? operation.next : operation.link;
  return [google.id, work.id];
}
