/** Puts back what earlier runs wrote. What it writes is noted in the Journal, like any other write. */
import { batchesOf } from '../../kit/batches';
import type { Failure } from '../../kit/failure';
import { fail, ok, type Result } from '../../kit/result';
import { activityOfEntry } from '../entry/activity';
import type { Entry } from '../entry/entry';
import { FIELDS } from '../entry/fields';
import { entryOfEvent, eventPatch, type GoogleEvent } from '../entry/google-event';
import type { Policy } from '../entry/policy';
import type { Activity, CalendarWrite, GoogleWrite, WorkWrite } from '../ports';
import { journalOf } from './journal-of';
import type { Operation } from './operations';
import { readOriginals, type Originals } from './originals';
import {
  isDate,
  planPutBack,
  type PlannedPutBack,
  type Refused,
  type Step,
  type Wanted,
} from './plan-put-back';
import type { CalendarPorts } from './ports';
import { readThere } from './read-there';
import { inRecords } from './privacy';
import { toGoogleWrite, toWorkWrite } from './writes';

const BATCH = 50;

/** What would be put back, without writing anything. */
export function lookBack(
  wanted: readonly Wanted[],
  ports: CalendarPorts,
  policy: Policy,
): Result<PlannedPutBack, Failure> {
  const there = readThere(wanted, ports, policy);
  return there.ok ? ok(planPutBack(wanted, there.value, policy)) : there;
}

export interface PutBackReport {
  readonly done: readonly Step[];
  readonly refused: readonly Refused[];
}

/**
 * Puts back what can be, one side of each pair: the next cycle carries it to the other one. Links and cursors stay as they are, so a
 * run that is killed in between loses nothing, and doing it again writes nothing twice.
 */
export function putBack(
  wanted: readonly Wanted[],
  ports: CalendarPorts,
  policy: Policy,
): Result<PutBackReport, Failure> {
  const looked = lookBack(wanted, ports, policy);
  if (!looked.ok) return looked;
  const { steps } = looked.value;
  const done: Step[] = [];
  const refused = [...looked.value.refused];
  for (const planned of inOrder(steps)) {
    const again = isOfDates(planned) ? stillAway(planned, ports, policy) : ok(planned);
    if (!again.ok) return again;
    const batch = again.value;
    done.push(...planned.filter(({ wanted: one }) => !batch.some((step) => step.wanted === one)));
    const written = write(batch, ports, policy);
    if (!written.ok) return written;
    const noted = written.value.flatMap(({ noted: one }) =>
      one ? [{ ...one, change: `Put back. ${one.change}` }] : [],
    );
    const kept = noted.length > 0 ? ports.journal.append(noted) : ok(null);
    if (!kept.ok) return kept;
    for (const { step, noted: one, failure } of written.value)
      if (one) done.push(step);
      else if (failure === null || isChanged(failure))
        refused.push({ wanted: step.wanted, reason: 'changed-since' });
      else return fail(failure);
  }
  return ok({ done, refused });
}

const isLater = (step: Step): boolean => step.kind === 'restore' && isDate(step.event.id);

const isOfDates = ([first]: readonly Step[]): boolean => first !== undefined && isLater(first);

/** Dates that have not come back with their series. */
function stillAway(
  steps: readonly Step[],
  ports: CalendarPorts,
  policy: Policy,
): Result<Step[], Failure> {
  const looked = lookBack(
    steps.map(({ wanted }) => wanted),
    ports,
    policy,
  );
  if (!looked.ok) return looked;
  const away = new Map(looked.value.steps.map((step) => [step.wanted, step]));
  return ok(steps.flatMap((step) => away.get(step.wanted) ?? []));
}

/** A date can come back only once its series has. */
function inOrder(steps: readonly Step[]): Step[][] {
  return [
    ...batchesOf(
      steps.filter((step) => !isLater(step)),
      BATCH,
    ),
    ...batchesOf(steps.filter(isLater), BATCH),
  ];
}

/** Whether somebody has changed or deleted it since it was read. */
const isChanged = ({ kind }: Failure): boolean =>
  kind === 'stale-etag' || kind === 'not-found' || kind === 'gone';

interface Written {
  readonly step: Step;
  /** Null when nothing was written. */
  readonly noted: CalendarWrite | null;
  readonly failure: Failure | null;
}

function write(
  steps: readonly Step[],
  ports: CalendarPorts,
  policy: Policy,
): Result<Written[], Failure> {
  const updates = steps.flatMap((step) => (step.kind === 'update' ? [operationOf(step)] : []));
  const originals = readOriginals(updates, ports.google);
  if (!originals.ok) return originals;
  const google = sent(
    steps.map((step) => googleWriteOf(step, ports, originals.value)),
    (writes) => ports.google.write(writes),
  );
  if (!google.ok) return google;
  const work = sent(
    steps.map((step) => workWriteOf(step, policy, originals.value)),
    (writes) => ports.work.write(writes),
  );
  if (!work.ok) return work;
  return ok(
    steps.map((step, index): Written => {
      const [inGoogle, atWork] = [google.value[index], work.value[index]];
      const event = inGoogle?.ok ? inGoogle.value : null;
      const activity = atWork?.ok ? atWork.value : null;
      const failed = [inGoogle, atWork].find((one) => one && !one.ok);
      return {
        step,
        noted: notedOf(step, event, activity, policy),
        failure: failed && !failed.ok ? failed.failure : null,
      };
    }),
  );
}

/** The outcomes in the order of `writes`; null for what has nothing to write. */
function sent<W, R>(
  writes: readonly (W | null)[],
  send: (writes: readonly W[]) => Result<readonly Result<R, Failure>[], Failure>,
): Result<(Result<R, Failure> | null)[], Failure> {
  const asked = writes.filter((one): one is W => one !== null);
  const answer = asked.length > 0 ? send(asked) : ok([]);
  if (!answer.ok) return answer;
  let next = 0;
  return ok(writes.map((one) => (one === null ? null : (answer.value[next++] ?? null))));
}

const CONFIRMED = { status: 'confirmed' } as const;

const OF_DATES = FIELDS.filter((field) => field !== 'recurrence');

type Update = Extract<Step, { readonly kind: 'update' }>;

/** One half of an update; the link is not saved, so the cycle finds this half changed. */
function operationOf({ link, at, before, after, fields, wanted }: Update): Operation {
  const half = { before, after, fields };
  return {
    kind: 'update',
    next: { ...link, [wanted.side]: { id: at.id, version: at.version } },
    previous: link,
    google: wanted.side === 'google' ? half : null,
    work: wanted.side === 'work' ? half : null,
    conflict: null,
  };
}

function googleWriteOf(
  step: Step,
  { ids }: CalendarPorts,
  originals: Originals,
): GoogleWrite | null {
  if (step.kind === 'anew') return null;
  if (step.kind === 'update') return toGoogleWrite(operationOf(step), 0, { ids, originals });
  const { id, etag = null } = step.event;
  const { before } = step.wanted;
  if (before === null || before.private) return { kind: 'patch', id, etag, body: CONFIRMED };
  // Google remembers a deleted event, but not what a deleted date of a series had of its own.
  const body = isDate(id) ? eventPatch(before, OF_DATES) : { status: before.status };
  return { kind: 'patch', id, etag, body };
}

function workWriteOf(step: Step, policy: Policy, originals: Originals): WorkWrite | null {
  if (step.kind === 'update') return toWorkWrite(operationOf(step), policy, originals);
  if (step.kind === 'restore') return null;
  const content = activityOfEntry(step.entry, policy.types);
  return { kind: 'insert', content, owner: policy.person.email, externalId: '', slot: null };
}

function notedOf(
  step: Step,
  google: GoogleEvent | null,
  work: Activity | null,
  policy: Policy,
): CalendarWrite | null {
  if (google === null && work === null) return null;
  if (step.kind === 'update')
    return (
      journalOf(
        { operation: operationOf(step), google, work, generation: 0, failure: null },
        policy,
      )[0] ?? null
    );
  const entry: Entry | string | null = google
    ? entryOfEvent(google, policy.person.zone)
    : (step.kind === 'anew' && step.entry) || null;
  if (entry === null || typeof entry === 'string') return null;
  const seen = inRecords(entry, policy);
  const [side, id, version] = google
    ? (['google', google.id, google.etag ?? ''] as const)
    : (['work', work!.id, work!.version] as const);
  return {
    key: `${side}:create:${id}:${version}`,
    ...{ side, id },
    operation: 'create',
    title: seen.title,
    fields: FIELDS,
    change: `It is in ${side === 'google' ? 'Google Calendar' : 'the work system'} again.`,
    ...{ before: null, after: seen, conflict: null },
  };
}
