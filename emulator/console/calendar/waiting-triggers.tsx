import { useEffect, useState } from 'preact/hooks';
import { addressOf } from '../shell/place';
import { control } from '../shell/workspace-client';
import { CLOCK_MOVED } from '../shell/clock';

interface Trigger {
  readonly uid: string;
  readonly handler: string;
  readonly script: string;
  readonly source: { readonly kind: string };
  /** When a run that an event requested begins. */
  readonly waitingUntil: string | null;
}

/** A line about scripts that will be notified of a change, while there are any. A new `turn` reloads it. */
export function WaitingTriggers({ turn }: { readonly turn: number }) {
  const [waiting, setWaiting] = useState<readonly Trigger[]>([]);
  useEffect(() => {
    const look = () =>
      void control<{ triggers: readonly Trigger[] }>('triggers').then(
        ({ triggers }) =>
          setWaiting(
            triggers.filter(
              ({ source, waitingUntil }) => source.kind === 'calendar' && waitingUntil,
            ),
          ),
        () => setWaiting([]),
      );
    look();
    addEventListener(CLOCK_MOVED, look);
    return () => removeEventListener(CLOCK_MOVED, look);
  }, [turn]);
  const [first] = waiting;
  return (
    <div class="waiting" role="status">
      {first && (
        <>
          {waiting.length === 1
            ? `${first.handler} of ${first.script} runs`
            : `${waiting.length} calendar-updated triggers run`}{' '}
          once the clock reaches {first.waitingUntil!.slice(11, 19)} UTC.{' '}
          <a href={addressOf(null, 'workspace', 'triggers')}>Triggers</a>
        </>
      )}
    </div>
  );
}
