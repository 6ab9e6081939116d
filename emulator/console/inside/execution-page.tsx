import { addressOf } from '../shell/place';
import { Loaded, useLoaded } from '../shell/loading';
import { Table } from '../shell/table';
import { PageHead } from '../shell/with-navigation';
import { allExecutions, executionsAddress, HttpStatus, Status, type Execution } from './executions';
import { QuotaUse } from './quota-use';
import { shownMs, shownTime } from './times';

const CALLS_SHOWN = 500;

/** One run: its log, its calls, and how it ended. */
export function ExecutionPage({ id }: { readonly id: string }) {
  const executions = useLoaded(allExecutions, [id]);
  return (
    <Loaded of={executions}>
      {(all) => {
        const one = all.find((execution) => execution.id === id);
        return one ? (
          <Details execution={one} />
        ) : (
          <p class="empty">
            This execution is no longer kept. <a href={executionsAddress}>See all executions</a>
          </p>
        );
      }}
    </Loaded>
  );
}

const Details = ({ execution }: { readonly execution: Execution }) => (
  <>
    <PageHead title={execution.function} trail={[{ href: executionsAddress, title: 'Executions' }]}>
      <Status status={execution.status} />
    </PageHead>
    {execution.error && <Failure error={execution.error} />}
    <section class="panel">
      <h2>Run</h2>
      <dl class="facts">
        <dt>User</dt>
        <dd>{execution.as}</dd>
        <dt>Surface</dt>
        <dd>{execution.surface}</dd>
        <dt>Started</dt>
        <dd>{shownTime(execution.startedAt)} UTC</dd>
        <dt>Virtual time</dt>
        <dd>{shownMs(execution.virtualMs)}</dd>
        {execution.triggerUid && (
          <>
            <dt>Trigger</dt>
            <dd>
              <a href={addressOf(null, 'workspace', 'triggers')}>{execution.triggerUid}</a>
            </dd>
          </>
        )}
      </dl>
    </section>
    <Log logs={execution.logs} />
    <section class="panel">
      <h2>Calls</h2>
      <CallTable calls={execution.calls} />
    </section>
    <QuotaUse execution={execution} />
  </>
);

const Failure = ({ error }: { readonly error: NonNullable<Execution['error']> }) => (
  <section class="panel">
    <h2>Error</h2>
    <p>
      {error.name}: {error.message}
    </p>
    {error.stack && (
      <pre class="log-lines" tabIndex={0}>
        {error.stack}
      </pre>
    )}
  </section>
);

const Log = ({ logs }: Pick<Execution, 'logs'>) => (
  <section class="panel">
    <h2>Log</h2>
    {logs.length === 0 ? (
      <p class="soft">No log entries.</p>
    ) : (
      <div class="log-lines" role="log" tabIndex={0} aria-label="Log">
        {logs.map(({ at, level, message }, index) => (
          <div class={level} key={index}>
            {shownTime(at).slice(11)} {level.toUpperCase()} {message}
          </div>
        ))}
      </div>
    )}
  </section>
);

/** Calls of services and APIs in their order. */
const CallTable = ({ calls }: Pick<Execution, 'calls'>) => (
  <>
    <Table
      rows={calls.slice(0, CALLS_SHOWN)}
      keyOf={(_, index) => index}
      empty={<p class="soft">No calls.</p>}
      columns={[
        { title: '#', class: 'number', cell: (_, index) => index + 1 },
        { title: 'Method', cell: ({ method }) => method },
        { title: 'Status', cell: ({ status }) => <HttpStatus status={status} /> },
        { title: 'Duration', class: 'number', cell: ({ ms }) => shownMs(ms) },
      ]}
    />
    {calls.length > CALLS_SHOWN && (
      <p class="soft">
        The first {CALLS_SHOWN} of {calls.length}.
      </p>
    )}
  </>
);
