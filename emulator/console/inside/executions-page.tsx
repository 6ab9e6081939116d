import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Loaded, useLoaded } from '../shell/loading';
import { Table } from '../shell/table';
import { PageHead } from '../shell/with-navigation';
import { allExecutions, executionAddress, Status, type Execution } from './executions';
import { shownMs, shownTime } from './times';

const SHOWN = 200;

/** Every run of a function, newest first. */
export function ExecutionsPage() {
  const executions = useLoaded(allExecutions, []);
  const [failedOnly, setFailedOnly] = useState(false);
  const [sought, setSought] = useState('');
  const fits = (one: Execution): boolean =>
    (!failedOnly || one.status !== 'completed') &&
    `${one.function} ${one.as} ${one.surface}`.toLowerCase().includes(sought.toLowerCase());
  return (
    <>
      <PageHead title="Executions">
        <button type="button" class="button outlined" onClick={() => void executions.reload()}>
          Refresh
        </button>
      </PageHead>
      <div class="toolbar">
        <input
          class="search wide"
          type="search"
          aria-label="Filter by function, person or surface"
          placeholder="Filter by function, person or surface"
          value={sought}
          onInput={({ currentTarget }) => setSought(currentTarget.value)}
        />
        <label class="choice">
          <input
            type="checkbox"
            checked={failedOnly}
            onChange={({ currentTarget }) => setFailedOnly(currentTarget.checked)}
          />
          Hide completed
        </label>
      </div>
      <Loaded of={executions}>
        {(all) => {
          const shown = all.filter(fits);
          return (
            <>
              <ExecutionTable
                executions={shown.slice(0, SHOWN)}
                empty={
                  <p class="empty">
                    {all.length === 0 ? 'Nothing has run yet.' : 'No executions match.'}
                  </p>
                }
              />
              {shown.length > SHOWN && (
                <p class="soft">
                  The newest {SHOWN} of {shown.length}.
                </p>
              )}
            </>
          );
        }}
      </Loaded>
    </>
  );
}

/** Runs as rows that lead to their pages. */
export const ExecutionTable = ({
  executions,
  empty,
}: {
  readonly executions: readonly Execution[];
  readonly empty?: ComponentChildren;
}) => (
  <Table
    rows={executions}
    keyOf={({ id }) => id}
    empty={empty}
    columns={[
      {
        title: 'Function',
        class: 'what',
        cell: (one) => (
          <>
            <a class="row-link" href={executionAddress(one.id)}>
              {one.function}
            </a>
            {one.error && <div class="soft">{one.error.message}</div>}
          </>
        ),
      },
      { title: 'Status', cell: ({ status }) => <Status status={status} /> },
      { title: 'User', cell: (one) => one.as },
      { title: 'Surface', cell: ({ surface }) => surface },
      { title: 'Started (UTC)', class: 'time', cell: ({ startedAt }) => shownTime(startedAt) },
      { title: 'Duration', class: 'number', cell: ({ virtualMs }) => shownMs(virtualMs) },
      { title: 'Calls', class: 'number', cell: ({ calls }) => calls.length },
    ]}
  />
);
