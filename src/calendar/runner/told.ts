/** What a run tells the person about its outcome. */
import { shortened } from '../../kit/text';
import type { Hold } from '../sync/brakes';
import type { Operation } from '../sync/operations';
import type { LeftOut } from '../sync/plan-unlinked';
import type { SayableFailure } from '../boards/sayable';
import type { Status, ToldConflict } from '../boards/status-board';
import type { CycleReport } from '../sync/sync';
import type { Reason } from '../entry/why';

const TITLE_LENGTH = 60;
const MOST_CONFLICTS = 3;

const SILENT: Omit<Status, 'at' | 'outcome'> = {
  written: { google: 0, work: 0 },
  conflicts: [],
  leftOut: [],
  waiting: 0,
  links: 0,
  hold: null,
  failure: null,
};

export interface Told {
  readonly at: string;
  /** The last known status, for whatever a run over changes does not look at. */
  readonly before: Status | null;
  readonly links: number;
}

export const doneStatus = (report: CycleReport, { at, before, links }: Told): Status => ({
  ...SILENT,
  at,
  outcome: 'done',
  written: { google: writtenOn('google', report.done), work: writtenOn('work', report.done) },
  conflicts: report.conflicts.slice(0, MOST_CONFLICTS).map(({ lost, winner }): ToldConflict => ({
    title: shortened(lost.title, TITLE_LENGTH),
    winner,
  })),
  leftOut: leftOutOf(report.leftOut, before?.leftOut ?? []),
  waiting: report.pending.length,
  links,
});

export const heldStatus = (hold: Hold, { at, before }: Told): Status => ({
  ...SILENT,
  ...(before && { leftOut: before.leftOut, links: before.links }),
  at,
  outcome: 'held',
  hold,
});

/** @param outcome `off` when the runner turned the person's sync off. */
export const failedStatus = (
  failure: SayableFailure,
  outcome: 'failed' | 'off',
  { at, before }: Told,
): Status => ({
  ...SILENT,
  ...(before && { leftOut: before.leftOut, links: before.links }),
  at,
  outcome,
  failure,
});

export function writtenOn(side: 'google' | 'work', done: readonly Operation[]): number {
  return done.filter((operation) =>
    operation.kind === 'update'
      ? operation[side] !== null
      : (operation.kind === 'create' || operation.kind === 'delete') && operation.on === side,
  ).length;
}

function leftOutOf(now: readonly LeftOut[], before: Status['leftOut']): Status['leftOut'] {
  const counts = new Map<Reason, number>();
  for (const { reason } of now) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [
    ...[...counts].map(([reason, count]) => ({ reason, count })),
    ...before.filter(({ reason }) => !counts.has(reason)),
  ];
}
