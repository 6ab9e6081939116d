import { addressOf, go } from '../shell/place';
import { Loaded, useLoaded } from '../shell/loading';
import { toast } from '../shell/toast';
import { control } from '../shell/workspace-client';
import { PageHead } from '../shell/with-navigation';
import { allExecutions, executionAddress, Status, type Execution } from './executions';
import { shownTime } from './times';

interface Trigger {
  readonly uid: string;
  readonly script: string;
  readonly handler: string;
  readonly owner: string;
  readonly surface: string;
  readonly source:
    | {
        readonly kind: 'recurring';
        readonly rule: { readonly every: string; readonly count?: number };
      }
    | { readonly kind: 'one-shot'; readonly at: number }
    | { readonly kind: 'calendar'; readonly calendarId: string };
  readonly nextRunAt: string | null;
  /** A run that an event asked for. */
  readonly waitingUntil?: string | null;
  readonly fired: boolean;
}

interface Shown extends Trigger {
  readonly lastRun: Execution | undefined;
}

async function triggersWithRuns(): Promise<readonly Shown[]> {
  const [{ triggers }, executions] = await Promise.all([
    control<{ triggers: readonly Trigger[] }>('triggers'),
    allExecutions(),
  ]);
  return triggers.map((trigger) => ({
    ...trigger,
    lastRun: executions.find(({ triggerUid }) => triggerUid === trigger.uid),
  }));
}

/** Every installable trigger, when it runs next, how it ran last, and a way to run it now. */
export function TriggersPage() {
  const triggers = useLoaded(triggersWithRuns, []);
  const run = ({ uid, handler }: Trigger) =>
    void control<{ executionId: string; status: string }>('triggers', { uid }).then(
      ({ executionId, status }) => {
        toast(`${handler} ${status === 'completed' ? 'ran' : status}.`);
        go(executionAddress(executionId));
      },
      (error: Error) => toast(error.message),
    );
  return (
    <>
      <PageHead title="Triggers">
        <button type="button" class="button outlined" onClick={() => void triggers.reload()}>
          Refresh
        </button>
      </PageHead>
      <Loaded of={triggers}>
        {(all) =>
          all.length === 0 ? (
            <p class="empty">
              No script has made a trigger yet. Time moves on at the{' '}
              <a href={addressOf(null, 'workspace')}>overview</a>.
            </p>
          ) : (
            <div class="table-frame">
              <table class="list">
                <thead>
                  <tr>
                    <th scope="col">Function</th>
                    <th scope="col">When</th>
                    <th scope="col">Next run (UTC)</th>
                    <th scope="col">Last run (UTC)</th>
                    <th scope="col">Runs as</th>
                    <th scope="col">Made in</th>
                    <th scope="col">
                      <span class="visually-hidden">Actions</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {all.map((trigger) => (
                    <TriggerRow key={trigger.uid} trigger={trigger} run={() => run(trigger)} />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
    </>
  );
}

const TriggerRow = ({ trigger, run }: { readonly trigger: Shown; readonly run: () => void }) => {
  const { handler, script, owner, surface, lastRun, waitingUntil, nextRunAt } = trigger;
  return (
    <tr>
      <td>
        {handler}
        <br />
        <span class="soft">{script}</span>
      </td>
      <td>{whenOf(trigger)}</td>
      <td class="time">{shownTime(waitingUntil ?? nextRunAt)}</td>
      <td class="time">
        {lastRun ? (
          <>
            <a href={executionAddress(lastRun.id)}>{shownTime(lastRun.startedAt)}</a>
            <br />
            <Status status={lastRun.status} />
          </>
        ) : (
          '–'
        )}
      </td>
      <td>{owner}</td>
      <td>{surface}</td>
      <td>
        <button
          type="button"
          class="button"
          aria-label={`Run now: ${handler} of ${owner}`}
          onClick={run}
        >
          Run now
        </button>
      </td>
    </tr>
  );
};

function whenOf({ source, fired }: Trigger): string {
  switch (source.kind) {
    case 'recurring': {
      const { every, count = 1 } = source.rule;
      return count === 1 ? `Every ${every.replace(/s$/, '')}` : `Every ${count} ${every}`;
    }
    case 'one-shot':
      return fired ? 'Once: it has run' : 'Once';
    case 'calendar':
      return `When ${source.calendarId} changes`;
  }
}
