import { useState } from 'preact/hooks';
import { Loaded, useLoaded } from '../shell/loading';
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
          Only what did not complete
        </label>
      </div>
      <Loaded of={executions}>
        {(all) => {
          const shown = all.filter(fits);
          if (all.length === 0) return <p class="empty">Nothing has run yet.</p>;
          return shown.length === 0 ? (
            <p class="empty">Nothing that has run fits.</p>
          ) : (
            <>
              <ExecutionTable executions={shown.slice(0, SHOWN)} />
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
export const ExecutionTable = ({ executions }: { readonly executions: readonly Execution[] }) => (
  <div class="table-frame">
    <table class="list">
      <thead>
        <tr>
          <th scope="col">Function</th>
          <th scope="col">Status</th>
          <th scope="col">Who</th>
          <th scope="col">Surface</th>
          <th scope="col">Started (UTC)</th>
          <th scope="col" class="number">
            Took
          </th>
          <th scope="col" class="number">
            Calls
          </th>
        </tr>
      </thead>
      <tbody>
        {executions.map((one) => (
          <tr key={one.id}>
            <td class="what">
              <a class="row-link" href={executionAddress(one.id)}>
                {one.function}
              </a>
              {one.error && <div class="soft">{one.error.message}</div>}
            </td>
            <td>
              <Status status={one.status} />
            </td>
            <td>{one.as}</td>
            <td>{one.surface}</td>
            <td class="time">{shownTime(one.startedAt)}</td>
            <td class="number">{shownMs(one.virtualMs)}</td>
            <td class="number">{one.calls.length}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
