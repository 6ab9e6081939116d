/** What a run tells the person about its outcome. */
import type { Hold } from '../sync/brakes';
import type { Operation } from '../sync/operations';
import type { LeftOut } from '../sync/planned';
import type { SayableFailure } from '../boards/sayable';
import type { Status } from '../boards/status-board';
import type { ToldConflict } from '../boards/told-conflict';
import type { CycleReport } from '../sync/sync';
import type { Link } from '../entry/link';
import type { Policy } from '../entry/policy';
import type { Reason } from '../entry/why';
import { lastChanges } from './last-changes';

const SILENT: Omit<Status, 'at' | 'outcome'> = {
  written: { google: 0, work: 0 },
  changes: [],
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
  /** This run, as the Journal names it. */
  readonly run: string;
  /** All conflicts that the person has not dismissed. */
  readonly conflicts: readonly ToldConflict[];
  readonly organizers: readonly string[];
  readonly ownMeetings: readonly string[];
  readonly connectedBy: string | undefined;
}

export const doneStatus = (
  report: CycleReport,
  { at, before, links, conflicts, organizers, ownMeetings, connectedBy, run }: Told,
  policy: Policy,
): Status => ({
  ...SILENT,
  connectedBy,
  conflicts,
  changes: lastChanges(report.done, { at, before: before?.changes ?? [], policy, run }),
  at,
  outcome: 'done',
  written: { google: writtenOn('google', report.done), work: writtenOn('work', report.done) },
  leftOut: leftOutOf(report.leftOut, before?.leftOut ?? []),
  waiting: report.pending.length,
  links,
  organizers,
  ownMeetings,
});

/** The status board has room for so many. */
const MOST_MEETINGS = 200;

/** Google's ids of meetings of these organizers that are in pairs of the person's own. */
export const ownMeetings = (links: readonly Link[], organizers: readonly string[]): string[] =>
  links
    .filter(({ oneWay, base }) => oneWay && organizers.includes(base.organizer.toLowerCase()))
    .slice(0, MOST_MEETINGS)
    .map(({ google }) => google.id);

/** The status after a run that did nothing: what was known before. */
const asBefore = ({
  at,
  before,
  conflicts,
  organizers,
  ownMeetings,
  connectedBy,
}: Told): Omit<Status, 'outcome'> => ({
  ...SILENT,
  connectedBy,
  ...(before && { leftOut: before.leftOut, links: before.links, changes: before.changes }),
  conflicts,
  organizers,
  ownMeetings,
  at,
});

export const heldStatus = (hold: Hold, told: Told): Status => ({
  ...asBefore(told),
  outcome: 'held',
  hold,
});

/** @param outcome `off` when the runner turned the person's sync off. */
export const failedStatus = (
  failure: SayableFailure,
  outcome: 'failed' | 'off',
  told: Told,
): Status => ({
  ...asBefore(told),
  outcome,
  failure,
});

/** Of somebody whom an administrator had connected. */
export const endedStatus = (at: string): Status => ({
  ...SILENT,
  at,
  outcome: 'off',
  failure: {
    heading: 'An administrator has ended the connection',
    meaning: 'Your work appointments are no longer copied. The copies that were made stay.',
    cure: 'You can turn on your own sync at any time.',
  },
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
