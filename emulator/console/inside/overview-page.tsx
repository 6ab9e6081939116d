import { useEffect } from 'preact/hooks';
import { accounts } from '../shell/accounts';
import { advanceClock, CLOCK_MOVED } from '../shell/clock';
import { Loaded, useLoaded } from '../shell/loading';
import { toast } from '../shell/toast';
import { control } from '../shell/workspace-client';
import { PageHead } from '../shell/with-navigation';
import { allExecutions, executionsAddress } from './executions';
import { ExecutionTable } from './executions-page';
import { StatePanel } from './state-panel';
import { shownTime } from './times';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The clock, the people, and the ways to reset, save and load the Workspace. */
export function OverviewPage() {
  const clock = useLoaded(() => control<{ now: string }>('clock'), []);
  const people = useLoaded(accounts, []);
  const executions = useLoaded(allExecutions, []);
  useEffect(() => {
    const again = () => void Promise.all([clock.reload(), executions.reload(), people.reload()]);
    addEventListener(CLOCK_MOVED, again);
    return () => removeEventListener(CLOCK_MOVED, again);
  }, []);
  const step = (words: string, ms: number) =>
    void advanceClock(ms).then(
      () => toast(`The clock moved forward ${words}.`),
      (error: Error) => toast(error.message),
    );
  const idle = () =>
    void control('clock', { untilIdle: true }).then(
      () => {
        dispatchEvent(new Event(CLOCK_MOVED));
        toast('Everything that was due has run.');
      },
      (error: Error) => toast(error.message),
    );
  return (
    <>
      <PageHead title="Inside this Workspace" />
      <section class="panel">
        <h2>Clock</h2>
        <p class="soft">
          Everything follows this clock. Advancing it runs the triggers that come due on the way.
        </p>
        <Loaded of={clock}>
          {({ now }) => (
            <p>
              <strong>{shownTime(now)}</strong> UTC
            </p>
          )}
        </Loaded>
        <div class="toolbar">
          <button type="button" class="button outlined" onClick={() => step('1 minute', MINUTE_MS)}>
            1 minute forward
          </button>
          <button type="button" class="button outlined" onClick={() => step('1 hour', HOUR_MS)}>
            1 hour forward
          </button>
          <button type="button" class="button outlined" onClick={() => step('1 day', 24 * HOUR_MS)}>
            1 day forward
          </button>
          <button type="button" class="button outlined" onClick={idle}>
            Run until idle
          </button>
        </div>
      </section>
      <section class="panel">
        <h2>Recent executions</h2>
        <Loaded of={executions}>
          {(all) =>
            all.length === 0 ? (
              <p class="soft">Nothing has run yet.</p>
            ) : (
              <>
                <ExecutionTable executions={all.slice(0, 5)} />
                <p>
                  <a href={executionsAddress}>All executions</a>
                </p>
              </>
            )
          }
        </Loaded>
      </section>
      <StatePanel />
      <section class="panel">
        <h2>Accounts</h2>
        <Loaded of={people}>
          {(all) => {
            const companies = new Map<string, number>();
            for (const { company } of all) {
              const name = company ?? 'Accounts outside any organization';
              companies.set(name, (companies.get(name) ?? 0) + 1);
            }
            return (
              <dl class="facts">
                {[...companies].map(([name, count]) => (
                  <>
                    <dt>{name}</dt>
                    <dd>{count} accounts</dd>
                  </>
                ))}
              </dl>
            );
          }}
        </Loaded>
      </section>
    </>
  );
}
