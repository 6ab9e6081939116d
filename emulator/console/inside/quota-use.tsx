import { Loaded, useLoaded } from '../shell/loading';
import { control } from '../shell/workspace-client';
import type { Execution } from './executions';
import { shownMs, shownTime } from './times';

interface Use {
  readonly quota: string;
  readonly unit: 'times' | 'ms';
  readonly used: number;
  readonly limit: number;
  readonly since: string;
}

/** How much of the day's quotas the person behind an execution has used in its script. */
export function QuotaUse({ execution: { id, as } }: { readonly execution: Execution }) {
  const uses = useLoaded(
    () =>
      control<{ uses: readonly Use[] }>(`quota-use?execution=${id}`).then((answer) => answer.uses),
    [id],
  );
  return (
    <section class="panel">
      <h2>Daily quotas of {as}</h2>
      <Loaded of={uses}>
        {(all) =>
          all.length === 0 ? (
            <p class="soft">Nothing was used in the last 24 hours.</p>
          ) : (
            <div class="table-frame">
              <table class="list">
                <thead>
                  <tr>
                    <th scope="col">Quota</th>
                    <th scope="col" class="number">
                      Used
                    </th>
                    <th scope="col" class="number">
                      Of
                    </th>
                    <th scope="col">Counted since (UTC)</th>
                  </tr>
                </thead>
                <tbody>
                  {all.map((use) => (
                    <tr key={use.quota}>
                      <td>{use.quota}</td>
                      <td class="number">{amount(use.used, use.unit)}</td>
                      <td class="number">{amount(use.limit, use.unit)}</td>
                      <td class="time">{shownTime(use.since)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
    </section>
  );
}

const amount = (value: number, unit: Use['unit']): string =>
  unit === 'ms' ? shownMs(value) : value.toLocaleString('en-GB');
