import { useState } from 'preact/hooks';
import { Field } from '../shell/field';
import { Loaded, Problem, useLoaded } from '../shell/loading';
import { Table } from '../shell/table';
import { toast } from '../shell/toast';
import { control } from '../shell/workspace-client';
import { PageHead } from '../shell/with-navigation';

/** One planned fault, as the control API accepts it. */
interface PlannedFault {
  readonly at?: number;
  readonly method?: string;
  readonly times?: number;
  readonly when?: 'before' | 'after';
  readonly fault: { readonly kind: string; readonly [field: string]: unknown };
}

/** The faults that this page offers. */
const OFFERED: readonly {
  readonly value: string;
  readonly label: string;
  readonly fault: PlannedFault['fault'];
}[] = [
  { value: '503', label: '503 Service unavailable', fault: { kind: 'error', code: 503 } },
  { value: '500', label: '500 Backend error', fault: { kind: 'error', code: 500 } },
  { value: '429', label: '429 Too many requests', fault: { kind: 'error', code: 429 } },
  { value: '403', label: '403 Rate limit exceeded', fault: { kind: 'error', code: 403 } },
  { value: '401', label: '401 Invalid credentials', fault: { kind: 'error', code: 401 } },
  { value: '404', label: '404 Not found', fault: { kind: 'error', code: 404 } },
  { value: '410', label: '410 Sync token no longer valid', fault: { kind: 'error', code: 410 } },
  { value: '412', label: '412 Precondition failed', fault: { kind: 'error', code: 412 } },
  { value: 'timeout', label: 'No answer arrives in time', fault: { kind: 'timeout' } },
  { value: 'kill', label: 'The execution is killed', fault: { kind: 'kill' } },
  {
    value: 'lose-write',
    label: 'A property or cache write is lost',
    fault: { kind: 'lose-write' },
  },
  { value: 'drop-trigger', label: 'A trigger does not run', fault: { kind: 'drop-trigger' } },
  { value: 'double-trigger', label: 'A trigger runs twice', fault: { kind: 'double-trigger' } },
  {
    value: 'late-log',
    label: 'A log entry appears 10 hours late',
    fault: { kind: 'late-log', minutes: 600 },
  },
];

/** Plans faults, and shows how often each has struck. */
export function FaultsPage() {
  const faults = useLoaded(
    () => control<{ plan: readonly PlannedFault[]; struck: readonly number[] }>('faults'),
    [],
  );
  const [error, setError] = useState<Error>();
  const replace = async (plan: readonly PlannedFault[]) => {
    setError(undefined);
    try {
      await control('faults', { plan });
      await faults.reload();
    } catch (refused) {
      setError(refused as Error);
    }
  };
  return (
    <>
      <PageHead title="Faults" />
      <p class="soft">
        Choose what goes wrong and at which call, then do something that makes that call. Counts
        start over whenever the plan changes.
      </p>
      {error && <Problem error={error} />}
      <Loaded of={faults}>
        {({ plan, struck }) => (
          <>
            <section class="panel">
              <h2>Planned</h2>
              <PlanTable
                plan={plan}
                struck={struck}
                remove={(index) => void replace(plan.filter((_, at) => at !== index))}
              />
            </section>
            <PlanForm
              add={(fault) => {
                toast('The fault was planned.');
                void replace([...plan, fault]);
              }}
            />
          </>
        )}
      </Loaded>
    </>
  );
}

const PlanTable = ({
  plan,
  struck,
  remove,
}: {
  readonly plan: readonly PlannedFault[];
  readonly struck: readonly number[];
  readonly remove: (index: number) => void;
}) => (
  <Table
    rows={plan}
    keyOf={(_, index) => index}
    empty={<p class="soft">No faults are planned.</p>}
    columns={[
      { title: 'Fault', cell: labelOf },
      { title: 'At', cell: placeOf },
      { title: 'Occurred', class: 'number', cell: (_, index) => struck[index] ?? 0 },
      {
        title: 'Actions',
        titleHidden: true,
        cell: (planned, index) => (
          <button
            type="button"
            class="button"
            aria-label={`Remove ${labelOf(planned)}`}
            onClick={() => remove(index)}
          >
            Remove
          </button>
        ),
      },
    ]}
  />
);

const labelOf = ({ fault }: PlannedFault): string =>
  OFFERED.find(({ fault: known }) => known.kind === fault.kind && known['code'] === fault['code'])
    ?.label ?? fault.kind;

const placeOf = ({ method = 'any call', at, times = 1, when = 'before' }: PlannedFault): string =>
  `${when} ${method}${at === undefined ? '' : `, starting with call ${at}`}, ${times} ${times === 1 ? 'time' : 'times'}`;

function PlanForm({ add }: { readonly add: (fault: PlannedFault) => void }) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const { fault } = OFFERED.find(({ value }) => value === text('kind'))!;
    add({
      fault,
      when: text('when') as 'before' | 'after',
      times: Number(text('times') || 1),
      ...(text('method') && { method: text('method') }),
      ...(text('at') && { at: Number(text('at')) }),
    });
  };
  return (
    <form class="panel" onSubmit={submit}>
      <h2>Plan a fault</h2>
      <Field label="Fault" name="kind" options={OFFERED} />
      <Field
        label="Call"
        name="method"
        placeholder="calendar.events.insert"
        hint="A method, the handler of a trigger, or the name of a log; * matches any text. Leave empty for any call."
      />
      <Field
        label="When"
        name="when"
        options={[
          { value: 'before', label: 'Before the call takes effect' },
          { value: 'after', label: 'After the call has taken effect' },
        ]}
      />
      <Field
        label="Starting with matching call"
        name="at"
        type="number"
        min="1"
        hint="Leave empty for the next one."
      />
      <Field label="How many times" name="times" type="number" min="1" defaultValue="1" />
      <button type="submit" class="button filled">
        Plan fault
      </button>
    </form>
  );
}
