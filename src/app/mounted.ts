/** A feature with what the composition hands it: nothing is made before it is asked for. */
import type { Actions, Caller } from '../card/action';
import type { Card } from '../card/card-json';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import type { Needs } from '../kit/needs';
import type { Slot } from '../kit/slot';
import type { Ended } from '../runs/checkpoint';
import type { Work } from '../runs/execution';
import type { Feature, FeatureJob, FeaturePlace, OpenEventId } from '../runs/feature';
import type { Execution } from './execution';
import type { Round } from './round';

/** Work that is due, ready to run. */
export interface DueJob {
  readonly name: string;
  readonly place: Slot<unknown>;
  readonly work: Work<unknown>;
  afterwards(ended: Ended): void;
}

export interface MountedJob {
  readonly name: string;
  /** Null when it is not due. */
  due(round: Round): Result<DueJob | null, Failure>;
  /** Ready to run, whether it is due or not. */
  ready(round: Round): DueJob;
}

export interface Mounted {
  readonly name: string;
  readonly needs: Needs;
  readonly places: readonly FeaturePlace[];
  actions(execution: Execution): Actions;
  /** Null where the feature has no such panel. */
  readonly panels: {
    readonly calendar: ((execution: Execution) => Card) | null;
    readonly openEvent: ((execution: Execution, event: OpenEventId) => Card) | null;
    readonly sheets: ((execution: Execution) => Card) | null;
  };
  readonly jobs: readonly MountedJob[];
}

/**
 * @param portsOf what buttons and panels are handed.
 * @param runPortsOf what jobs are handed; nothing for a feature without jobs.
 */
export function mounted<P, R = never>(
  feature: Feature<P, R>,
  portsOf: (execution: Execution) => P,
  runPortsOf?: (round: Round) => R,
): Mounted {
  const { name, needs, places = [], panels = {}, jobs = [] } = feature;
  const { calendar, openEvent, sheets } = panels;
  const withPorts =
    <A extends readonly unknown[]>(show: (ports: P, caller: Caller, ...rest: A) => Card) =>
    (execution: Execution, ...rest: A): Card =>
      show(portsOf(execution), execution.caller, ...rest);
  return {
    name,
    needs,
    places,
    actions: (execution) => feature.actions(portsOf(execution)),
    panels: {
      calendar: calendar ? withPorts(calendar) : null,
      openEvent: openEvent ? withPorts(openEvent) : null,
      sheets: sheets ? withPorts(sheets) : null,
    },
    jobs: runPortsOf ? jobs.map((job) => mountedJob(job, runPortsOf)) : [],
  };
}

function mountedJob<R>(job: FeatureJob<R, unknown>, portsOf: (round: Round) => R): MountedJob {
  const withPorts = (ports: R): DueJob => ({
    name: job.name,
    place: job.place(ports),
    work: job.work(ports),
    afterwards: (ended) => job.afterwards?.(ports, ended),
  });
  return {
    name: job.name,
    due(round) {
      const ports = portsOf(round);
      const isDue = job.isDue(ports);
      if (!isDue.ok) return isDue;
      return ok(isDue.value ? withPorts(ports) : null);
    },
    ready: (round) => withPorts(portsOf(round)),
  };
}
