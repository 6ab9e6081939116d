/** Since when the organization's present choice for private events applies, for telling people when it changes. */
import { nullable, object, picklist, string } from 'valibot';
import { decoderOf } from '../../kit/decoder';
import { slot, valueOr } from '../../kit/slot';
import type { PolicySummary } from '../boards/status-board';
import type { RunnerPorts } from './ports';

type Known = Pick<PolicySummary, 'privateEvents' | 'since'>;

const decode = decoderOf<Known>(
  object({ privateEvents: picklist(['full', 'busy', 'leave-out']), since: nullable(string()) }),
);

/** The cache may lose the board, so this is also saved where runs save how far they came, and read from there only then. */
export function policySince(
  { board, points, customer }: Pick<RunnerPorts, 'board' | 'points' | 'customer'>,
  privateEvents: PolicySummary['privateEvents'],
  now: string,
): string | null {
  const place = slot(points, {
    key: `calendar.privacy.${customer}`,
    version: 1,
    decode,
    isShort: true,
  });
  const before: Known | null = board.policy() ?? valueOr(place.read(), null);
  if (before?.privateEvents === privateEvents) return before.since;
  const since = before === null ? null : now;
  // If it cannot be saved, people are told of the change without its date.
  void place.write({ privateEvents, since });
  return since;
}
