import { go, addressOf } from '../shell/place';
import { Loaded, useLoaded } from '../shell/loading';
import { toast } from '../shell/toast';
import { control } from '../shell/workspace-client';
import { PageHead } from '../shell/with-navigation';
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
  readonly fired: boolean;
}

/** Every installable trigger, when it runs next, and a way to run it now. */
export function TriggersPage() {
  const triggers = useLoaded(() => control<{ triggers: readonly Trigger[] }>('triggers'), []);
  const run = ({ uid, handler }: Trigger) =>
    void control<{ executionId: string; status: string }>('triggers', { uid }).then(
      ({ executionId, status }) => {
        toast(`${handler} ${status === 'completed' ? 'ran' : status}.`);
        go(addressOf(null, 'workspace', 'executions', executionId));
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
      <Loaded of={triggers}>
        {({ triggers: all }) =>
          all.length === 0 ? (
            <p class="empty">No script has made a trigger yet.</p>
          ) : (
            <div class="table-frame">
              <table class="list">
                <thead>
                  <tr>
                    <th scope="col">Function</th>
                    <th scope="col">When</th>
                    <th scope="col">Next run (UTC)</th>
                    <th scope="col">Runs as</th>
                    <th scope="col">Made in</th>
                    <th scope="col">
                      <span class="visually-hidden">Actions</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {all.map((trigger) => (
                    <tr key={trigger.uid}>
                      <td>
                        {trigger.handler}
                        <br />
                        <span class="soft">{trigger.script}</span>
                      </td>
                      <td>{whenOf(trigger)}</td>
                      <td>{shownTime(trigger.nextRunAt)}</td>
                      <td>{trigger.owner}</td>
                      <td>{trigger.surface}</td>
                      <td>
                        <button
                          type="button"
                          class="button"
                          aria-label={`Run ${trigger.handler} of ${trigger.owner} now`}
                          onClick={() => run(trigger)}
                        >
                          Run now
                        </button>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
    </>
  );
}

function whenOf({ source, fired }: Trigger): string {
  switch (source.kind) {
    case 'recurring':
      return `every ${source.rule.count ?? 1} ${source.rule.every}`;
    case 'one-shot':
      return fired ? 'once, has run' : 'once';
    case 'calendar':
      return `when ${source.calendarId} changes`;
  }
}
