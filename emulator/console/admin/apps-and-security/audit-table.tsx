import { Fragment } from 'preact';
import { Icon } from '../../shell/icon';
import { actorOf, titleOf, valuesOf, type LogRow } from './log-row';
import { eventTitle, type Attribute, type Log } from './logs';

/** What a cell shows: the reader's own time for dates, the console's word for events. */
export function cellText(log: Log, { id, of }: Attribute, row: LogRow): string {
  if (id === 'date') return localTime(row.activity.id.time);
  if (id === 'event') return eventTitle(log, row.event.name);
  return of(row).join(', ');
}

/** An instant in the reader's own zone. */
export const localTime = (at: string): string =>
  new Date(at).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });

/** The events found, newest first; a row opens to everything the log has of it. */
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
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-label="Log events">
      <table class="list audit">
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">Details</span>
            </th>
            {columns.map(({ id, title }) => (
              <th scope="col" key={id}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={row.key}>
              <tr>
                <td>
                  <button
                    type="button"
                    class="button icon"
                    aria-expanded={open === row.key}
                    aria-label={`Details of ${eventTitle(log, row.event.name)}, ${localTime(row.activity.id.time)}`}
                    onClick={() => toggle(row.key)}
                  >
                    <Icon name={open === row.key ? 'close' : 'next'} />
                  </button>
                </td>
                {columns.map((column) => (
                  <td key={column.id} class={`cell-${column.id}`}>
                    <span>{cellText(log, column, row)}</span>
                  </td>
                ))}
              </tr>
              {open === row.key && (
                <tr class="details">
                  <td colSpan={columns.length + 1}>
                    <Details log={log} row={row} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
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
