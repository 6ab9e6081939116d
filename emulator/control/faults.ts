import type { Fault, PlannedFault } from '../runtime/faults';
import { requireAccount } from './account';
import type { ControlAction } from './control-action';
import { ControlRefusal, type Input } from './input';
import type { LocalWorkspace } from '../local-workspace';

type Kind = Fault['kind'];

/** The fields of each kind of fault besides `kind`. */
const FIELDS: Readonly<Record<Kind, readonly string[]>> = {
  kill: [],
  error: ['code', 'reason', 'message', 'retryAfterSeconds'],
  timeout: [],
  act: ['as', 'method', 'params', 'body'],
  run: ['function', 'as', 'event'],
  'lose-write': [],
  'lose-part': ['part'],
  'reverse-parts': [],
  'drop-trigger': [],
  'double-trigger': [],
  'late-log': ['minutes', 'never', 'twice'],
};

const KINDS = Object.keys(FIELDS) as Kind[];

/** Plans what goes wrong from now on, replacing the last plan. An empty plan ends all faults. */
export const planFaults: ControlAction = ({ workspace }, input) => {
  const planned = input
    .allowOnly(['plan'])
    .objects('plan')
    .map((item) => readPlanned(workspace, item));
  workspace.faults.plan(planned);
  return { planned: planned.length };
};

/** The planned faults, and how often each has struck. */
export const getFaults: ControlAction = ({ workspace }) => ({
  plan: workspace.faults.current(),
  struck: workspace.faults.struck(),
});

function readPlanned(workspace: LocalWorkspace, item: Input): PlannedFault {
  item.allowOnly(['at', 'method', 'times', 'when', 'fault']);
  const at = item.optionalCount('at');
  const times = item.optionalCount('times');
  const method = item.optionalText('method');
  const when = item.optionalChoice('when', ['before', 'after'] as const);
  return {
    ...(at !== undefined && { at }),
    ...(times !== undefined && { times }),
    ...(method !== undefined && { method }),
    ...(when !== undefined && { when }),
    fault: readFault(workspace, item.nested('fault')),
  };
}

function readFault(workspace: LocalWorkspace, input: Input): Fault {
  const kind = input.choice('kind', KINDS);
  input.allowOnly(['kind', ...FIELDS[kind]]);
  if (kind === 'error') requireCode(input);
  if (kind === 'lose-part') input.count('part');
  if (kind === 'late-log') requireMishap(input);
  if (kind === 'act' || kind === 'run') requireAccount(workspace, input.text('as'));
  if (kind === 'act') input.text('method');
  if (kind === 'run') input.text('function');
  for (const name of ['params', 'body', 'event']) input.optionalObject(name);
  return input.all() as unknown as Fault;
}

/** Requires exactly one of the three ways in which a log entry can go astray. */
function requireMishap(input: Input): void {
  const given = [
    input.optionalCount('minutes') !== undefined,
    input.optionalFlag('never') === true,
    input.optionalFlag('twice') === true,
  ].filter(Boolean);
  if (given.length !== 1)
    throw new ControlRefusal(
      400,
      'A late-log fault needs one of minutes, never: true, twice: true.',
    );
}

function requireCode(input: Input): void {
  input.count('code');
  input.optionalText('reason');
  input.optionalText('message');
  input.optionalCount('retryAfterSeconds');
}
