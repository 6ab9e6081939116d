import { Fragment } from 'preact';
import { Icon } from '../../shell/icon';
import { Table } from '../../shell/table';
import { actorOf, titleOf, valuesOf, type LogRow } from './log-row';
import { eventTitle, type Attribute, type Log } from './logs';

/** The text of a cell: the reader's own time for dates, the console's word for events. */
export function cellText(log: Log, { id, of }: Attribute, row: LogRow): string {
  if (id === 'date') return localTime(row.activity.id.time);
  if (id === 'event') return eventTitle(log, row.event.name);
  return of(row).join(', ');
}

/** An instant in the reader's own time zone. */
export const localTime = (at: string): string =>
  new Date(at).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });

/** The events found, newest first; a row opens to show everything the log has about it. */
export function AuditTable({
  log,
  columns,
  rows,
  open,
  toggle,
}: {
  readonly log: Log;
  readonly columns: readonly Attribute[];
  readonly rows: readonly LogRow[];
  /** The key of the row that is open. */
  readonly open: string | null;
  readonly toggle: (key: string) => void;
}) {
  const toggleButton = (row: LogRow) => (
    <button
      type="button"
      class="button icon"
      aria-expanded={open === row.key}
      aria-label={`Details of ${eventTitle(log, row.event.name)}, ${localTime(row.activity.id.time)}`}
      onClick={() => toggle(row.key)}
    >
      <Icon name={open === row.key ? 'close' : 'next'} />
    </button>
  );
  return (
    <Table
      label="Log events"
      class="audit"
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        { title: 'Details', titleHidden: true, cell: toggleButton },
        ...columns.map((column) => ({
          title: column.title,
          class: `cell-${column.id}`,
          cell: (row: LogRow) => <span>{cellText(log, column, row)}</span>,
        })),
      ]}
      details={(row) => (open === row.key ? <Details log={log} row={row} /> : null)}
    />
  );
}

const parameterTitle = ({ attributes }: Log, name: string): string =>
  attributes.find(({ id }) => id === name)?.title ?? titleOf(name);

function Details({ log, row }: { readonly log: Log; readonly row: LogRow }) {
  const { activity, event } = row;
  const facts: readonly (readonly [string, readonly string[]])[] = [
    ['Event', [`${eventTitle(log, event.name)} (${event.name})`]],
    ['Date', [activity.id.time]],
    ['Actor', [actorOf(row)]],
    ['IP address', [activity.ipAddress ?? '']],
    ...(event.parameters ?? []).map(
      (parameter) => [parameterTitle(log, parameter.name), valuesOf(parameter)] as const,
    ),
    ['Unique qualifier', [activity.id.uniqueQualifier]],
  ];
  return (
    <dl class="facts">
      {facts
        .filter(([, values]) => values.some(Boolean))
        .map(([name, values]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>
              {values.map((value) => (
                <div key={value}>{value}</div>
              ))}
            </dd>
          </Fragment>
        ))}
    </dl>
  );
}
