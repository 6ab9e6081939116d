import { useState } from 'preact/hooks';
import { addressOf } from '../shell/place';
import { Loaded, useLoaded } from '../shell/loading';
import { control } from '../shell/workspace-client';
import { PageHead } from '../shell/with-navigation';
import { shownMs, shownTime } from './times';

interface Execution {
  readonly id: string;
  readonly function: string;
  readonly surface: string;
  readonly as: string;
  readonly status: 'running' | 'completed' | 'failed' | 'timed-out';
  readonly startedAt: string;
  readonly virtualMs: number;
  readonly triggerUid: string | null;
  readonly error?: { readonly name: string; readonly message: string; readonly stack: string };
  readonly logs: readonly {
    readonly at: string;
    readonly level: string;
    readonly message: string;
  }[];
  readonly calls: readonly {
    readonly method: string;
    readonly status: number;
    readonly ms: number;
  }[];
}

const KEPT = 1000;

const allExecutions = (): Promise<readonly Execution[]> =>
  control<{ executions: readonly Execution[] }>(`executions?limit=${KEPT}`).then(({ executions }) =>
    [...executions].reverse(),
  );

const listAddress = addressOf(null, 'workspace', 'executions');

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
          class="search grow"
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
          return shown.length === 0 ? (
            <p class="empty">Nothing has run.</p>
          ) : (
            <ExecutionTable executions={shown.slice(0, 200)} />
          );
        }}
      </Loaded>
    </>
  );
}

const ExecutionTable = ({ executions }: { readonly executions: readonly Execution[] }) => (
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
            <td>
              <a class="row-link" href={addressOf(null, 'workspace', 'executions', one.id)}>
                {one.function}
              </a>
              {one.error && <div class="soft">{one.error.message}</div>}
            </td>
            <td>
              <Status status={one.status} />
            </td>
            <td>{one.as}</td>
            <td>{one.surface}</td>
            <td>{shownTime(one.startedAt)}</td>
            <td class="number">{shownMs(one.virtualMs)}</td>
            <td class="number">{one.calls.length}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const WORDS = {
  running: ['chip', 'Running'],
  completed: ['chip good', 'Completed'],
  failed: ['chip bad', 'Failed'],
  'timed-out': ['chip bad', 'Timed out'],
} as const;

const Status = ({ status }: { readonly status: Execution['status'] }) => (
  <span class={WORDS[status][0]}>{WORDS[status][1]}</span>
);

/** One run: what it said, what it called, and how it ended. */
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
            This execution is not kept any more. <a href={listAddress}>See the others</a>
          </p>
        );
      }}
    </Loaded>
  );
}

function Details({ execution }: { readonly execution: Execution }) {
  const { error, logs, calls } = execution;
  return (
    <>
      <PageHead title={execution.function} trail={[{ href: listAddress, title: 'Executions' }]}>
        <Status status={execution.status} />
      </PageHead>
      {error && (
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
      )}
      <section class="panel">
        <h2>Run</h2>
        <dl class="facts">
          <dt>Who</dt>
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
              <dd>{execution.triggerUid}</dd>
            </>
          )}
        </dl>
      </section>
      <section class="panel">
        <h2>Log</h2>
        {logs.length === 0 ? (
          <p class="soft">It said nothing.</p>
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
      <section class="panel">
        <h2>Calls</h2>
        <CallTable calls={calls} />
      </section>
    </>
  );
}

/** Calls of services and APIs in their order. */
const CallTable = ({ calls }: { readonly calls: Execution['calls'] }) =>
  calls.length === 0 ? (
    <p class="soft">It called nothing.</p>
  ) : (
    <div class="table-frame">
      <table class="list">
        <thead>
          <tr>
            <th scope="col" class="number">
              #
            </th>
            <th scope="col">Method</th>
            <th scope="col">Status</th>
            <th scope="col" class="number">
              Took
            </th>
          </tr>
        </thead>
        <tbody>
          {calls.slice(0, 500).map(({ method, status, ms }, index) => (
            <tr key={index}>
              <td class="number">{index + 1}</td>
              <td>{method}</td>
              <td>{status}</td>
              <td class="number">{shownMs(ms)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
