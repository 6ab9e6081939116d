import { useEffect, useState } from 'preact/hooks';
import { toast } from './toast';
import { control } from './workspace-client';
import { Icon } from './icon';
import { Popup } from './popup';

export const CLOCK_MOVED = 'workspace:clock';

/** Advances the Workspace's clock; triggers that come due run. Pages that show time listen to CLOCK_MOVED. */
export async function advanceClock(ms: number): Promise<void> {
  await control('clock', { advanceMs: ms });
  dispatchEvent(new Event(CLOCK_MOVED));
}

const HOUR_MS = 3_600_000;
const STEPS = [
  ['1 minute', 60_000],
  ['1 hour', HOUR_MS],
  ['1 day', 24 * HOUR_MS],
] as const;

/** The Workspace's time, refreshed now and then, and the ways to advance it. */
export function Clock() {
  const [now, setNow] = useState<Date>();
  useEffect(() => {
    const ask = () =>
      void control<{ now: string }>('clock').then(
        ({ now: at }) => setNow(new Date(at)),
        () => {},
      );
    ask();
    const timer = setInterval(ask, 15_000);
    addEventListener(CLOCK_MOVED, ask);
    return () => {
      clearInterval(timer);
      removeEventListener(CLOCK_MOVED, ask);
    };
  }, []);
  const step = (label: string, ms: number) =>
    void advanceClock(ms).then(
      () => toast(`The clock moved forward ${label}.`),
      (error: Error) => toast(error.message),
    );
  const date = now?.toLocaleDateString('en-GB', { dateStyle: 'medium' }) ?? '';
  const time = now?.toLocaleTimeString('en-GB', { timeStyle: 'short' }) ?? '';
  return (
    <Popup
      label={`${date} ${time} Clock of this Workspace`}
      className="button"
      face={
        <span class="clock">
          <span class="date">{date} </span>
          {time}
        </span>
      }
    >
      {(close) => (
        <>
          <p class="soft" style="margin:4px 16px 8px">
            Everything here follows this clock.
          </p>
          {STEPS.map(([label, ms]) => (
            <button
              type="button"
              class="menu-item"
              key={label}
              onClick={() => {
                step(label, ms);
                close();
              }}
            >
              <Icon name="clock" /> Go {label} forward
            </button>
          ))}
        </>
      )}
    </Popup>
  );
}
