import { useState } from 'preact/hooks';
import { Loaded, useLoaded } from '../shell/loading';
import { control } from '../shell/workspace-client';
import { Table } from '../shell/table';
import { PageHead } from '../shell/with-navigation';
import { allExecutions, executionAddress, HttpStatus } from './executions';
import { shownMs, shownTime } from './times';

const SHOWN = 200;

interface Call {
  readonly method: string;
  readonly status: number;
  readonly ms: number;
  readonly at: string;
  readonly executionId: string | null;
}

interface Shown extends Call {
  /** The function that made the call. */
  readonly by: string;
}

/** Newest first. */
async function callsWithFunctions(): Promise<readonly Shown[]> {
  const [{ calls }, executions] = await Promise.all([
    control<{ calls: readonly Call[] }>('calls?limit=500'),
    allExecutions(),
  ]);
  const functions = new Map(executions.map((one) => [one.id, one.function]));
  return calls
    .map((call) => ({ ...call, by: functions.get(call.executionId ?? '') ?? 'an execution' }))
    .reverse();
}

/** The latest calls of services and APIs, whoever made them, newest first. */
export function CallsPage() {
  const calls = useLoaded(callsWithFunctions, []);
  const [sought, setSought] = useState('');
  return (
    <>
      <PageHead title="Calls">
        <button type="button" class="button outlined" onClick={() => void calls.reload()}>
          Refresh
        </button>
      </PageHead>
      <div class="toolbar">
        <input
          class="search wide"
          type="search"
          aria-label="Filter by method or status"
          placeholder="Filter by method or status"
          value={sought}
          onInput={({ currentTarget }) => setSought(currentTarget.value)}
        />
      </div>
      <Loaded of={calls}>
        {(all) => {
          const shown = all.filter(({ method, status }) => `${method} ${status}`.includes(sought));
          return <CallTable calls={shown.slice(0, SHOWN)} />;
        }}
      </Loaded>
    </>
  );
}

const CallTable = ({ calls }: { readonly calls: readonly Shown[] }) => (
  <Table
    rows={calls}
    keyOf={(_, index) => index}
    empty={<p class="empty">No calls.</p>}
    columns={[
      { title: 'At (UTC)', class: 'time', cell: ({ at }) => shownTime(at) },
      { title: 'Method', cell: ({ method }) => method },
      { title: 'Status', cell: ({ status }) => <HttpStatus status={status} /> },
      { title: 'Duration', class: 'number', cell: ({ ms }) => shownMs(ms) },
      {
        title: 'By',
        cell: ({ executionId, by }) =>
          executionId === null ? (
            'a client outside'
          ) : (
            <a href={executionAddress(executionId)}>{by}</a>
          ),
      },
    ]}
  />
);
