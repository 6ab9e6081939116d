/**
 * For a person whose calendar has got another time zone. Activities without a zone of their own are in the calendar's zone. Those
 * that have an event already get the former zone, so that no event moves because its owner did.
 */
import { batchesOf } from '../../kit/batches';
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import type { Link } from '../entry/link';
import type { Activity, CalendarWrite, WorkWrite } from '../ports';
import type { CalendarPorts } from './ports';

/** How many rows easily fit into one request. */
const BATCH = 200;
/** How often a row is tried that somebody edits meanwhile. */
const MOST_TRIES = 3;

/**
 * Writes the zone into the activities of all pairs that have none. Fails as the work system does; the next call finds what has
 * been written already.
 */
export function keepZone(
  { links, work, journal }: Pick<CalendarPorts, 'links' | 'work' | 'journal'>,
  zone: string,
): Result<null, Failure> {
  const loaded = links.load();
  if (!loaded.ok) return loaded;
  const timed = loaded.value.links.filter(({ base }) => base.when.kind === 'timed');
  for (const batch of batchesOf(timed, BATCH)) {
    let left: readonly Link[] = batch;
    for (let tries = 1; tries <= MOST_TRIES && left.length > 0; tries += 1) {
      const zoneless = zonelessOf(left, work);
      if (!zoneless.ok) return zoneless;
      if (zoneless.value.length === 0) break;
      const written = work.write(
        zoneless.value.map(({ activity: { id, version } }): WorkWrite => ({
          kind: 'patch',
          id,
          version,
          content: { zone },
        })),
      );
      if (!written.ok) return written;
      const done = zoneless.value.flatMap(({ link }, index) => {
        const outcome = written.value[index];
        return outcome?.ok && outcome.value ? [noted(link, outcome.value)] : [];
      });
      const kept = done.length > 0 ? journal.append(done) : ok(null);
      if (!kept.ok) return kept;
      left = zoneless.value.flatMap(({ link }, index) => (written.value[index]?.ok ? [] : [link]));
    }
  }
  return ok(null);
}

interface Zoneless {
  readonly link: Link;
  readonly activity: Activity;
}

function zonelessOf(
  links: readonly Link[],
  work: Pick<CalendarPorts['work'], 'get'>,
): Result<readonly Zoneless[], Failure> {
  const found = work.get(links.map((link) => link.work.id));
  if (!found.ok) return found;
  return ok(
    links.flatMap((link, index): Zoneless[] => {
      const activity = found.value[index];
      return activity && activity.zone === '' && !activity.isAllDay ? [{ link, activity }] : [];
    }),
  );
}

/** The journal entry; the times do not change. */
const noted = ({ base }: Link, { id, version }: Activity): CalendarWrite => ({
  key: `work:update:${id}:${version}`,
  side: 'work',
  operation: 'update',
  id,
  title: base.title,
  fields: ['when'],
  before: base,
  after: base,
  change:
    'Given the time zone that it has always been in, because its owner’s calendar has another now.',
  conflict: null,
});
