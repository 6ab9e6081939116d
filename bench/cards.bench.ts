import type { Execution } from '../emulator/runtime/execution';
import type { LocalWorkspace } from '../emulator/local-workspace';
import { finalizedCompany, turnOnCalendars } from './company';
import { about, median, type Figure } from './figure';
import { addEvents, firstSync, PERSON, smallCompany } from './person';
import { tallyOf } from './tally';
import { Panel } from '../test/support/tandem';
import type { HostContext } from '../emulator/add-on/event-object';

const ROUNDS = 31;
const REMOTE = /^(urlfetch|calendar|directory|drive|sheets|reports|token|batch)/;

interface Opened {
  readonly execution: Execution;
  readonly widgets: number;
}

function openPanel(workspace: LocalWorkspace, person: string, context: HostContext): Opened {
  const panel = new Panel(workspace, person, context).open();
  const widgets = panel.cards.flatMap(({ sections = [] }) =>
    sections.flatMap(({ widgets: found = [] }) => found),
  );
  const { executions } = workspace.engine;
  return { execution: executions[executions.length - 1]!, widgets: widgets.length };
}

/** Without the start of the execution, which is Google's. */
const ownMs = ({ execution }: Opened): number =>
  execution.calls.reduce(
    (sum, { method, ms }) => (method === 'execution.start' ? sum : sum + ms),
    0,
  );

function figuresOf(what: string, open: () => Opened): Figure[] {
  const all = Array.from({ length: ROUNDS }, open);
  const one = all[0]!;
  const tally = tallyOf([one.execution]);
  return about(what, [
    {
      what: 'remote calls',
      figure: one.execution.calls.filter(({ method }) => REMOTE.test(method)).length,
      unit: '',
      bound: 0,
      target: 0,
    },
    { what: 'property calls', figure: tally.propertyReads + tally.propertyWrites, unit: '' },
    { what: 'cache calls', figure: tally.cacheCalls, unit: '' },
    {
      what: 'virtual time, median',
      figure: median(all.map(ownMs)),
      unit: 'ms',
      target: 400,
    },
    {
      what: 'widgets',
      figure: Math.max(...all.map(({ widgets }) => widgets)),
      unit: '',
      target: 30,
    },
  ]);
}

/** The cards that people open; see docs/performance.md. */
export function bench(): Figure[] {
  const synced = smallCompany();
  addEvents(synced, 20);
  firstSync(synced, 20);
  const fresh = turnOnCalendars(finalizedCompany(5));
  return [
    ...figuresOf('Calendar’s side panel of somebody who is synced', () =>
      openPanel(synced.workspace, PERSON, { host: 'CALENDAR' }),
    ),
    ...figuresOf('Calendar’s side panel before it is turned on', () =>
      openPanel(fresh.workspace, PERSON, { host: 'CALENDAR' }),
    ),
  ];
}
