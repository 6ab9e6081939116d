/** A feature with its ports. Nothing is made before it is needed. */
import type { Actions, Caller } from '../card/action';
import type { Card } from '../card/card-json';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import type { Needs } from '../kit/needs';
import type { Feature, FeatureJob, FeaturePlace, Finding, OpenEventId } from '../runs/feature';
import type { Execution } from './execution';
import type { ReadyJob, Round } from './round';

export type Due =
  | { readonly kind: 'due'; readonly job: ReadyJob }
  | { readonly kind: 'not-due' }
  /** The organization has it switched off. */
  | { readonly kind: 'off' };

export interface MountedJob {
  readonly name: string;
  readonly lateAfterMs: number;
  due(round: Round): Result<Due, Failure>;
  /** Ready to run, whether it is due or not. */
  ready(round: Round): ReadyJob;
}

export interface MountedStep {
  readonly text: string;
  readonly action: string;
  isDone(execution: Execution): boolean;
}

export interface MountedHealth {
  readonly everyMs: number;
  findings(round: Round): readonly Finding[];
}

export interface Mounted {
  readonly name: string;
  readonly needs: Needs;
  readonly places: readonly FeaturePlace[];
  readonly step: MountedStep | null;
  actions(execution: Execution): Actions;
  /** Null when the feature has no such panel. */
  readonly panels: {
    readonly calendar: ((execution: Execution) => Card) | null;
    readonly openEvent: ((execution: Execution, event: OpenEventId) => Card) | null;
    readonly sheets: ((execution: Execution) => Card) | null;
  };
  /** Null when the feature does nothing on changes of people's calendars. */
  readonly calendarUpdated: ((execution: Execution) => void) | null;
  readonly health: MountedHealth | null;
  readonly jobs: readonly MountedJob[];
}

/** How long a job may take to finish if its feature does not say. */
const LATE_AFTER_MS = 3 * 3_600_000;

/**
 * @param portsOf makes the ports of buttons and panels.
 * @param runPortsOf makes the ports of jobs and health; not needed for a feature that has neither.
 */
export function mounted<P, R = never>(
  feature: Feature<P, R>,
  portsOf: (execution: Execution) => P,
  runPortsOf?: (round: Round) => R,
): Mounted {
  const { name, needs, places = [], step, panels = {}, health, jobs = [] } = feature;
  const { calendar, openEvent, sheets } = panels;
  const calendarUpdated = feature.calendarUpdated?.bind(feature);
  const withPorts =
    <A extends readonly unknown[], T>(show: (ports: P, caller: Caller, ...rest: A) => T) =>
    (execution: Execution, ...rest: A): T =>
      show(portsOf(execution), execution.caller, ...rest);
  const runPorts = runPortsOf && oncePerRound(runPortsOf);
  return {
    name,
    needs,
    places,
    step: step
      ? {
          text: step.text,
          action: step.action,
          isDone: (execution) => step.isDone(portsOf(execution), execution.caller),
        }
      : null,
    actions: (execution) => feature.actions(portsOf(execution)),
    panels: {
      calendar: calendar ? withPorts(calendar) : null,
      openEvent: openEvent ? withPorts(openEvent) : null,
      sheets: sheets ? withPorts(sheets) : null,
    },
    calendarUpdated: calendarUpdated ? withPorts(calendarUpdated) : null,
    health:
      health && runPorts
        ? {
            everyMs: health.everyMs,
            findings: (round) => health.findings(runPorts(round)),
          }
        : null,
    jobs: runPorts ? jobs.map((job) => mountedJob(name, job, runPorts)) : [],
  };
}

function oncePerRound<R>(portsOf: (round: Round) => R): (round: Round) => R {
  const made = new WeakMap<Round, { readonly ports: R }>();
  return (round) => {
    const known = made.get(round) ?? { ports: portsOf(round) };
    made.set(round, known);
    return known.ports;
  };
}

function mountedJob<R>(
  feature: string,
  job: FeatureJob<R, unknown>,
  portsOf: (round: Round) => R,
): MountedJob {
  const { name, lateAfterMs = LATE_AFTER_MS } = job;
  const readyWith = (ports: R): ReadyJob => {
    const work = job.work(ports);
    return {
      feature,
      name,
      lateAfterMs,
      place: job.place(ports),
      work,
      isProof: () => job.isProof?.(work.counts()) ?? true,
      afterwards: (ended) => job.afterwards?.(ports, ended),
    };
  };
  return {
    name,
    lateAfterMs,
    due(round) {
      const ports = portsOf(round);
      if (job.isOff?.(ports)) return ok({ kind: 'off' });
      const isDue = job.isDue(ports);
      if (!isDue.ok) return isDue;
      return ok(isDue.value ? { kind: 'due', job: readyWith(ports) } : { kind: 'not-due' });
    },
    ready: (round) => readyWith(portsOf(round)),
  };
}
