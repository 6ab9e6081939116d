import { isoInstant } from '../kit/clock';
import type { Limits } from '../runtime/limits';
import type { ControlAction } from './control-action';
import { ControlRefusal } from './input';

const DAY_MS = 86_400_000;

/** The daily quotas that are tracked, by their key. */
const QUOTAS: Readonly<
  Record<
    string,
    { readonly name: string; readonly limit: keyof Limits; readonly unit: 'times' | 'ms' }
  >
> = {
  urlfetch: { name: 'URL Fetch calls', limit: 'FETCHES_PER_DAY', unit: 'times' },
  mail: { name: 'Email recipients', limit: 'MAIL_RECIPIENTS_PER_DAY', unit: 'times' },
  properties: { name: 'Properties read/write', limit: 'PROPERTY_CALLS_PER_DAY', unit: 'times' },
  'trigger-runtime': {
    name: 'Triggers total runtime',
    limit: 'TRIGGER_RUNTIME_MS_PER_DAY',
    unit: 'ms',
  },
};

/** How much of their daily quotas the person behind an execution used in its script: `?execution=<id>`. */
export const quotaUse: ControlAction = ({ workspace }, input) => {
  const id = input.allowOnly(['execution']).text('execution');
  const execution = workspace.engine.executions.find((one) => one.id === id);
  if (!execution) throw new ControlRefusal(404, `There is no execution ${id}.`);
  const { person, script } = execution.start;
  const now = workspace.clock.now();
  return {
    uses: Object.entries(QUOTAS).flatMap(([key, { name, limit, unit }]) => {
      const use = script.quotaUse[`${person.userId}/${key}`];
      if (!use || now - use.since >= DAY_MS) return [];
      const since = isoInstant(use.since);
      return [{ quota: name, unit, used: use.used, limit: workspace.engine.limits[limit], since }];
    }),
  };
};
