import { Loaded, useLoaded } from '../shell/loading';
import { Table } from '../shell/table';
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
      <h2>Daily quotas for {as}</h2>
      <Loaded of={uses}>
        {(all) => (
          <Table
            rows={all}
            keyOf={({ quota }) => quota}
            empty={<p class="soft">Nothing was used in the last 24 hours.</p>}
            columns={[
              { title: 'Quota', cell: ({ quota }) => quota },
              { title: 'Used', class: 'number', cell: ({ used, unit }) => amount(used, unit) },
              { title: 'Of', class: 'number', cell: ({ limit, unit }) => amount(limit, unit) },
              {
                title: 'Counted since (UTC)',
                class: 'time',
                cell: ({ since }) => shownTime(since),
              },
            ]}
          />
        )}
      </Loaded>
    </section>
  );
}

const amount = (value: number, unit: Use['unit']): string =>
  unit === 'ms' ? shownMs(value) : value.toLocaleString('en-GB');
