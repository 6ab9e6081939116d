/** Handles insertions whose id Google already knows. */
import { eventIdOf } from './event-id';
import type { GoogleEvent } from '../entry/google-event';
import { originOfEvent } from '../entry/origin-mark';
import type { Originals } from './originals';
import { sendWrites, type Outcome, type Written } from './outcome';
import type { CalendarPorts } from './ports';
import { toGoogleWrite } from './writes';

/** An event that was made and deleted this often needs a person to look at it. */
const MOST_ROUNDS = 5;

/**
 * Looks at the events whose ids were taken. If one exists and is our own copy, the operation stays failed with `already-exists`:
 * the event is read again and planned as a pair. The id of a deleted one is never freed, so the copy gets the id of the next
 * generation.
 */
export function retryInserts(
  written: Written,
  ports: CalendarPorts,
  originals: Originals,
): Written {
  let { outcomes, failure } = written;
  for (let round = 0; round < MOST_ROUNDS && failure === null; round += 1) {
    const taken = outcomes.filter(isTaken);
    if (taken.length === 0) break;
    const found = ports.google.get(taken.map((outcome) => idOf(outcome, ports)));
    if (!found.ok) break;
    const again = new Set(taken.filter((outcome, index) => !isOurs(found.value[index], outcome)));
    if (again.size === 0) break;
    const retried = sendWrites(
      outcomes.map((outcome) =>
        again.has(outcome)
          ? { ...outcome, failure: null, generation: outcome.generation + 1 }
          : { ...outcome, failure: outcome.failure ?? notNow },
      ),
      ({ operation, generation }) =>
        toGoogleWrite(operation, generation, { ids: ports.ids, originals }),
      {
        write: (writes) => ports.google.write(writes),
        keep: (outcome, google) => ({ ...outcome, google }),
      },
    );
    const before = outcomes;
    outcomes = retried.outcomes.map((outcome, index) =>
      again.has(before[index]!) ? outcome : before[index]!,
    );
    failure = retried.failure;
  }
  return { outcomes, failure };
}

const notNow = { kind: 'busy', until: null } as const;

const isTaken = ({ operation, failure }: Outcome): boolean =>
  operation.kind === 'create' && operation.on === 'google' && failure?.kind === 'already-exists';

const idOf = ({ operation, generation }: Outcome, { ids }: CalendarPorts): string =>
  operation.kind === 'create' ? eventIdOf(operation.source.id, generation, ids) : '';

function isOurs(event: GoogleEvent | null | undefined, { operation }: Outcome): boolean {
  if (!event || event.status === 'cancelled' || operation.kind !== 'create') return false;
  return originOfEvent(event)?.id === operation.source.id;
}
