import { addressOf, go } from '../shell/place';
import { Loaded, useLoaded } from '../shell/loading';
import { Table } from '../shell/table';
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
  /** When a run that an event requested begins. */
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
      <Loaded of={triggers}>{(all) => <TriggerTable triggers={all} run={run} />}</Loaded>
    </>
  );
}

const TriggerTable = ({
  triggers,
  run,
}: {
  readonly triggers: readonly Shown[];
  readonly run: (trigger: Trigger) => void;
}) => (
  <Table
    rows={triggers}
    keyOf={({ uid }) => uid}
    empty={
      <p class="empty">
        No script has created a trigger yet. You can advance the clock on the{' '}
        <a href={addressOf(null, 'workspace')}>overview</a>.
      </p>
    }
    columns={[
      {
        title: 'Function',
        cell: ({ handler, script }) => (
          <>
            {handler}
            <br />
            <span class="soft">{script}</span>
          </>
        ),
      },
      { title: 'When', cell: whenOf },
      {
        title: 'Next run (UTC)',
        class: 'time',
        cell: ({ waitingUntil, nextRunAt }) => shownTime(waitingUntil ?? nextRunAt),
      },
      { title: 'Last run (UTC)', class: 'time', cell: ({ lastRun }) => <LastRun run={lastRun} /> },
      { title: 'Runs as', cell: ({ owner }) => owner },
      { title: 'Created in', cell: ({ surface }) => surface },
      {
        title: 'Actions',
        titleHidden: true,
        cell: (trigger) => (
          <button
            type="button"
            class="button"
            aria-label={`Run now: ${trigger.handler} of ${trigger.owner}`}
            onClick={() => run(trigger)}
          >
            Run now
          </button>
        ),
      },
    ]}
  />
);

const LastRun = ({ run }: { readonly run: Execution | undefined }) =>
  run ? (
    <>
      <a href={executionAddress(run.id)}>{shownTime(run.startedAt)}</a>
      <br />
      <Status status={run.status} />
    </>
  ) : (
    <>–</>
  );

function whenOf({ source, fired }: Trigger): string {
  switch (source.kind) {
    case 'recurring': {
      const { every, count = 1 } = source.rule;
      return count === 1 ? `Every ${every.replace(/s$/, '')}` : `Every ${count} ${every}`;
    }
    case 'one-shot':
      return fired ? 'Once (has run)' : 'Once';
    case 'calendar':
      return `When ${source.calendarId} changes`;
  }
}
