import { useState } from 'preact/hooks';
import { Loaded, useLoaded } from '../shell/loading';
import { control } from '../shell/workspace-client';
import { PageHead } from '../shell/with-navigation';
import { allExecutions, executionAddress } from './executions';
import { shownMs, shownTime } from './times';

interface Call {
  readonly method: string;
  readonly status: number;
  readonly ms: number;
  readonly at: string;
  readonly executionId: string | null;
}

interface Shown extends Call {
  /** The function that made it. */
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

/** The last calls of services and APIs, whoever made them, newest first. */
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
          return shown.length === 0 ? (
            <p class="empty">No calls.</p>
          ) : (
            <div class="table-frame">
              <table class="list">
                <thead>
                  <tr>
                    <th scope="col">At (UTC)</th>
                    <th scope="col">Method</th>
                    <th scope="col">Status</th>
                    <th scope="col" class="number">
                      Took
                    </th>
                    <th scope="col">By</th>
                  </tr>
                </thead>
                <tbody>
                  {shown.slice(0, 200).map(({ at, method, status, ms, executionId, by }, index) => (
                    <tr key={index}>
                      <td class="time">{shownTime(at)}</td>
                      <td>{method}</td>
                      <td>
                        <span class={status >= 400 ? 'chip bad' : 'chip'}>{status}</span>
                      </td>
                      <td class="number">{shownMs(ms)}</td>
                      <td>
                        {executionId === null ? (
                          'a client outside'
                        ) : (
                          <a href={executionAddress(executionId)}>{by}</a>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          );
        }}
      </Loaded>
    </>
  );
}
