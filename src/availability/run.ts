/** One run: reads the calendars of those who are due, and gives their availability to the work system. */
import { boolean, number, object } from 'valibot';
import { batchesOf } from '../kit/batches';
import { instantAt } from '../kit/clock';
import { decoderOf } from '../kit/decoder';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { slot, valueOr, type Slot, type SlotForm } from '../kit/slot';
import type { Step } from '../runs/checkpoint';
import type { Work } from '../runs/execution';
import { looksIn, type Looks } from './boards';
import { feedOf, haveLeft, isDue, loadRules, type Feeding } from './due';
import { look, showFound, type Found } from './look';
import { noteProblems } from './problems';
import type { AvailabilityRunPorts } from './ports';
import type { AvailabilityRules } from './rules';
import { REASON_WORDS } from './reasons';
import { dueTeams, feedTeams, teamsIn, type TeamFeeding } from './team-run';
import { teamId } from './teams';

export const AVAILABILITY_JOB = 'availability';

/** People whose calendars are read at once. */
const CHUNK = 50;

/** How many chunks are done. The next execution finds the remaining people by itself. */
export interface Point {
  readonly done: number;
}

const pointForm: SlotForm<Point> = {
  key: 'availability.point',
  version: 1,
  isShort: true,
  decode: decoderOf<Point>(object({ done: number() })),
};

/** Whether there may be rows in the feed: they have to go when availability is switched off. */
const fedForm: SlotForm<{ readonly isFed: boolean }> = {
  key: 'availability.fed',
  version: 1,
  isShort: true,
  decode: decoderOf<{ readonly isFed: boolean }>(object({ isFed: boolean() })),
};

export const availabilityPlace = ({ store }: Pick<AvailabilityRunPorts, 'store'>): Slot<Point> =>
  slot(store, pointForm);

const isFed = ({ store }: Pick<AvailabilityRunPorts, 'store'>): boolean =>
  valueOr(slot(store, fedForm).read(), { isFed: false }).isFed;

/** Calendars that are not synced are not looked at; what was given before is taken back once. */
export const availabilityIsOff = (ports: AvailabilityRunPorts): boolean =>
  !ports.isOn && !isFed(ports);

interface Everybody {
  readonly rules: AvailabilityRules;
  readonly feed: readonly Feeding[];
  readonly teams: readonly TeamFeeding[];
  /** The ids of people and of teams. */
  readonly ids: ReadonlySet<string>;
}

function everybody(ports: AvailabilityRunPorts): Result<Everybody, Failure> {
  const read = loadRules(ports.settings);
  if (!read.ok) return read;
  const rules: AvailabilityRules = ports.isOn
    ? read.value.rules
    : { ...read.value.rules, who: 'nobody' };
  const feed = feedOf(ports, rules);
  if (!feed.ok) return feed;
  const teams = teamsIn(rules, feed.value);
  const ids = new Set([
    ...feed.value.map(({ person }) => person.userId),
    ...teams.map(({ team }) => teamId(team)),
  ]);
  return ok({ rules, feed: feed.value, teams, ids });
}

export function availabilityIsDue(ports: AvailabilityRunPorts): Result<boolean, Failure> {
  const all = everybody(ports);
  // Where nobody's availability was ever given, nothing is missing: whatever keeps the workbook closed is told by those who need it.
  if (!all.ok) return isFed(ports) ? all : ok(false);
  const { feed, teams, ids } = all.value;
  if (feed.length === 0) return ok(isFed(ports));
  const looks = looksIn(ports.cache, ports.customer);
  return ok(
    dueIn(feed, looks, ports.clock.now()).length > 0 ||
      haveLeft(looks, ids) ||
      dueTeams(teams, looks).length > 0,
  );
}

const dueIn = (feed: readonly Feeding[], looks: Looks, nowMs: number): readonly Feeding[] =>
  feed.filter(({ person, mark }) => isDue(looks.of(person.userId), mark, nowMs));

export function availabilityWork(ports: AvailabilityRunPorts): Work<Point> {
  const counts = { people: 0, written: 0, failed: 0 };
  const beganAt = instantAt(ports.clock.now());
  let going: (Everybody & { readonly looks: Looks; readonly chunks: Feeding[][] }) | null = null;

  function step(point: Point): Step<Point> {
    if (going === null) {
      const begun = begin(ports);
      if (!begun.ok) return { kind: 'failed', failure: begun.failure };
      going = begun.value;
    }
    const chunk = going.chunks.shift();
    if (chunk === undefined) {
      const fed = feedTeams(ports, going);
      if (!fed.ok) return { kind: 'failed', failure: fed.failure };
      counts.written += fed.value;
      return { kind: 'done' };
    }
    const done = feedChunk(ports, going, chunk);
    if (!done.ok) return { kind: 'failed', failure: done.failure };
    counts.people += chunk.length;
    counts.written += done.value.written;
    counts.failed += done.value.failed;
    return { kind: 'next', point: { done: point.done + 1 } };
  }

  return {
    job: AVAILABILITY_JOB,
    steps: () => ({ first: () => ({ done: 0 }), step, flush: () => ok(null) }),
    counts: () => counts,
    freshAt: () => beganAt,
  };
}

function begin(ports: AvailabilityRunPorts) {
  const all = everybody(ports);
  if (!all.ok) return all;
  const looks = looksIn(ports.cache, ports.customer);
  const chunks = batchesOf(dueIn(all.value.feed, looks, ports.clock.now()), CHUNK);
  // Without anybody to look at there are rows to remove.
  return ok({ ...all.value, looks, chunks: chunks.length === 0 ? [[]] : chunks });
}

/** The feed comes first: what was noted as looked at but not given would be missing until the next change. */
function feedChunk(
  ports: AvailabilityRunPorts,
  { rules, ids: there, looks }: Everybody & { readonly looks: Looks },
  chunk: readonly Feeding[],
): Result<{ readonly written: number; readonly failed: number }, Failure> {
  if (there.size > 0) {
    const noted = slot(ports.store, fedForm).write({ isFed: true });
    if (!noted.ok) return noted;
  }
  const found = look(ports, { rules, looks }, chunk);
  if (!found.ok) return found;
  const fed = ports.feed.write(found.value.flatMap(fedPerson), there);
  if (!fed.ok) return fed;
  const told = noteProblems(ports, found.value, looks);
  if (!told.ok) return told;
  const gone = [...looks.all().keys()].filter((userId) => !there.has(userId));
  showFound(ports, found.value, gone);
  for (const { feeding, next } of found.value) looks.note(feeding.person.userId, next);
  looks.save(there);
  // If it stays, the next run only looks for rows once more.
  if (there.size === 0) slot(ports.store, fedForm).clear();
  return ok({
    written: fed.value.written,
    failed: found.value.filter(({ failure }) => failure !== null).length,
  });
}

/** Nothing for somebody whose rows stay as they are. */
const fedPerson = ({ feeding, availability, zone }: Found) =>
  availability === null
    ? []
    : [
        {
          userId: feeding.person.userId,
          email: feeding.person.email,
          zone,
          rows: availability.blocks.map(({ startMs, endMs, reason }) => ({
            startMs,
            endMs,
            why: REASON_WORDS[reason],
          })),
        },
      ];
