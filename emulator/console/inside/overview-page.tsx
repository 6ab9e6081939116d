import { useState } from 'preact/hooks';
import { accounts, forgetAccounts } from '../shell/accounts';
import { advanceClock, CLOCK_MOVED } from '../shell/clock';
import { Dialog } from '../shell/dialog';
import { Field } from '../shell/field';
import { Loaded, useLoaded } from '../shell/loading';
import { toast } from '../shell/toast';
import { control } from '../shell/workspace-client';
import { PageHead } from '../shell/with-navigation';
import { shownTime } from './times';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The clock, who lives here, and the ways to begin anew, save and load. */
export function OverviewPage() {
  const clock = useLoaded(() => control<{ now: string }>('clock'), []);
  const people = useLoaded(accounts, []);
  const step = (ms: number) =>
    void advanceClock(ms).then(clock.reload, (error: Error) => toast(error.message));
  const idle = () =>
    void control('clock', { untilIdle: true }).then(
      () => {
        dispatchEvent(new Event(CLOCK_MOVED));
        return clock.reload();
      },
      (error: Error) => toast(error.message),
    );
  return (
    <>
      <PageHead title="Inside this Workspace" />
      <section class="panel">
        <h2>Clock</h2>
        <p class="soft">
          Everything follows this clock. Turning it forward runs the triggers that come due on the
          way.
        </p>
        <Loaded of={clock}>
          {({ now }) => (
            <p>
              <strong>{shownTime(now)}</strong> UTC
            </p>
          )}
        </Loaded>
        <div class="toolbar">
          <button type="button" class="button outlined" onClick={() => step(MINUTE_MS)}>
            1 minute forward
          </button>
          <button type="button" class="button outlined" onClick={() => step(HOUR_MS)}>
            1 hour forward
          </button>
          <button type="button" class="button outlined" onClick={() => step(24 * HOUR_MS)}>
            1 day forward
          </button>
          <button type="button" class="button outlined" onClick={idle}>
            Until idle
          </button>
        </div>
      </section>
      <StatePanel />
      <section class="panel">
        <h2>Who lives here</h2>
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

function StatePanel() {
  const [resetting, setResetting] = useState(false);
  const load = async (file: File | undefined) => {
    if (!file) return;
    try {
      await control('state', JSON.parse(await file.text()) as object, 'PUT');
      begunAnew(`${file.name} is loaded.`);
    } catch (error) {
      toast(`${file.name} was not loaded: ${(error as Error).message}`);
    }
  };
  return (
    <section class="panel">
      <h2>State</h2>
      <p class="soft">
        The whole company is one JSON file. Save it before you try something, load it to go back.
      </p>
      <div class="toolbar">
        <a class="button outlined" href="/_workspace/state" download="workspace.json">
          Save
        </a>
        <label class="button outlined">
          Load
          <input
            type="file"
            accept="application/json,.json"
            class="visually-hidden"
            onChange={({ currentTarget }) => void load(currentTarget.files?.[0])}
          />
        </label>
        <button type="button" class="button danger" onClick={() => setResetting(true)}>
          Reset
        </button>
      </div>
      {resetting && (
        <Dialog
          title="Begin anew?"
          action="Reset"
          danger
          close={() => setResetting(false)}
          submit={async (form) => {
            const seed = String(form.get('seed') ?? '').trim();
            await control('reset', seed === '' ? {} : { seed: Number(seed) });
            begunAnew('The Workspace is as it was at its start.');
          }}
        >
          <p>
            Everything that was done since the start is forgotten, executions and mails included.
          </p>
          <Field
            label="Seed number"
            name="seed"
            inputMode="numeric"
            pattern="[0-9]*"
            hint="Empty: the one it started with."
          />
        </Dialog>
      )}
    </section>
  );
}

function begunAnew(words: string): void {
  forgetAccounts();
  dispatchEvent(new Event(CLOCK_MOVED));
  toast(words);
}
