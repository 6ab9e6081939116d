import type { ComponentChildren } from 'preact';
import { Icon } from '../../shell/icon';
import { OPERATORS, operatorsFor, type Condition } from './conditions';
import type { LogRow } from './log-row';
import { eventTitle, type Log } from './logs';

interface Props {
  readonly log: Log;
  readonly conditions: readonly Condition[];
  readonly change: (conditions: readonly Condition[]) => void;
  /** The rows found so far: they provide suggestions for values. */
  readonly rows: readonly LogRow[];
  /** What follows the last line. */
  readonly children: ComponentChildren;
}

/** The conditions of a search, all of which must hold. */
export function ConditionBuilder({ log, conditions, change, rows, children }: Props) {
  const replace = (at: number, condition: Condition | null) =>
    change(conditions.flatMap((one, index) => (index === at ? (condition ?? []) : one)));
  return (
    <>
      {conditions.map((condition, at) => (
        <ConditionLine
          key={at}
          {...{ log, condition, rows, at }}
          change={(changed) => replace(at, changed)}
        />
      ))}
      <div class="setting-head">
        <button
          type="button"
          class="button"
          onClick={() => change([...conditions, emptyCondition(log)])}
        >
          <Icon name="add" /> Add condition
        </button>
        <div class="grow" />
        {children}
      </div>
    </>
  );
}

const emptyCondition = (log: Log): Condition => ({
  attribute: log.application === 'token' ? 'app_name' : 'actor',
  operator: 'is',
  value: '',
});

function ConditionLine({
  log,
  condition,
  rows,
  at,
  change,
}: {
  readonly log: Log;
  readonly condition: Condition;
  readonly rows: readonly LogRow[];
  readonly at: number;
  readonly change: (condition: Condition | null) => void;
}) {
  const { attribute, operator } = condition;
  const place = `of condition ${at + 1}`;
  const choose = (id: string) =>
    change({
      attribute: id,
      operator: operatorsFor(id).find((one) => one === operator) ?? operatorsFor(id)[0]!,
      value: '',
    });
  return (
    <div class="condition" role="group" aria-label={`Condition ${at + 1}`}>
      <select
        aria-label={`Attribute ${place}`}
        value={attribute}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {[...log.attributes]
          .sort((a, b) => a.title.localeCompare(b.title, 'en'))
          .map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
      </select>
      <select
        aria-label={`Operator ${place}`}
        value={operator}
        onChange={({ currentTarget }) =>
          change({ ...condition, operator: currentTarget.value as Condition['operator'] })
        }
      >
        {operatorsFor(attribute).map((one) => (
          <option key={one} value={one}>
            {OPERATORS[one]}
          </option>
        ))}
      </select>
      <ConditionValue {...{ log, condition, rows }} label={`Value ${place}`} change={change} />
      <button
        type="button"
        class="button icon"
        aria-label={`Remove condition ${at + 1}`}
        onClick={() => change(null)}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

function ConditionValue({
  log,
  condition,
  rows,
  label,
  change,
}: {
  readonly log: Log;
  readonly condition: Condition;
  readonly rows: readonly LogRow[];
  readonly label: string;
  readonly change: (condition: Condition) => void;
}) {
  const { attribute, value } = condition;
  const set = (text: string) => change({ ...condition, value: text });
  const suggested = suggestions(log, attribute, rows);
  if (attribute === 'date')
    return (
      <input
        type="datetime-local"
        aria-label={label}
        value={value && localInput(value)}
        onChange={({ currentTarget }) =>
          set(currentTarget.value && new Date(currentTarget.value).toISOString())
        }
      />
    );
  if (attribute === 'event') {
    const names = [...new Set([...Object.keys(log.events), ...suggested, value])].filter(Boolean);
    return (
      <select
        aria-label={label}
        value={value}
        onChange={({ currentTarget }) => set(currentTarget.value)}
      >
        <option value="">Select an event</option>
        {names.map((name) => (
          <option key={name} value={name}>
            {eventTitle(log, name)}
          </option>
        ))}
      </select>
    );
  }
  const list = `values-${attribute}`;
  return (
    <>
      <input
        type="text"
        aria-label={label}
        list={list}
        value={value}
        onInput={({ currentTarget }) => set(currentTarget.value)}
      />
      <datalist id={list}>
        {suggested.map((text) => (
          <option key={text} value={text} />
        ))}
      </datalist>
    </>
  );
}

const SUGGESTED = 30;

function suggestions(log: Log, attribute: string, rows: readonly LogRow[]): readonly string[] {
  const of = log.attributes.find(({ id }) => id === attribute)?.of;
  if (!of || attribute === 'description') return [];
  return [...new Set(rows.flatMap(of))].sort().slice(0, SUGGESTED);
}

/** An instant in a datetime-local field's form: in the reader's own time zone, without an offset. */
function localInput(instant: string): string {
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
