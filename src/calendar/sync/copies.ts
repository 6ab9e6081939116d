/** Copies as they are now, whatever the organization has chosen to sync since they were made. */
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import { entryOfActivity } from '../entry/activity';
import type { Entry } from '../entry/entry';
import { entryOfEvent } from '../entry/google-event';
import type { Link } from '../entry/link';
import { environmentOfEvent, originOfEvent } from '../entry/origin-mark';
import type { Policy } from '../entry/policy';
import type { Activity, GoogleEvent } from '../ports';
import type { CalendarPorts } from './ports';

export interface Copy {
  readonly id: string;
  readonly version: string;
  /** What it was made from, according to its mark; null for what a person made. */
  readonly originId: string | null;
  /** The environment in which it was made, where its mark says so. */
  readonly environment?: string | null;
  /** Null where its times cannot be read. */
  readonly entry: Entry | null;
}

/** Reads the copies of links; deleted ones are left out. */
export function copiesOf(
  links: readonly Link[],
  ports: Pick<CalendarPorts, 'google' | 'work'>,
  policy: Policy,
): Result<ReadonlyMap<Link, Copy>, Failure> {
  const copies = new Map<Link, Copy>();
  const inGoogle = links.filter(({ origin }) => origin === 'work');
  const inWork = links.filter(({ origin }) => origin === 'google');
  if (inGoogle.length > 0) {
    const events = ports.google.get(inGoogle.map(({ google }) => google.id));
    if (!events.ok) return events;
    events.value.forEach((event, index) => {
      if (event && event.status !== 'cancelled')
        copies.set(inGoogle[index]!, copyInGoogle(event, policy));
    });
  }
  if (inWork.length > 0) {
    const activities = ports.work.get(inWork.map(({ work }) => work.id));
    if (!activities.ok) return activities;
    activities.value.forEach((activity, index) => {
      if (activity && isOwn(activity, policy))
        copies.set(inWork[index]!, copyAtWork(activity, policy));
    });
  }
  return ok(copies);
}

/** A row that was handed over belongs to somebody else now. */
const isOwn = ({ owner }: Activity, { person }: Policy): boolean =>
  person.addresses.includes(owner.toLowerCase());

export function copyInGoogle(event: GoogleEvent, { person }: Policy): Copy {
  const entry = entryOfEvent(event, person.zone);
  return {
    id: event.id,
    version: event.etag ?? '',
    originId: originOfEvent(event)?.id ?? null,
    environment: environmentOfEvent(event),
    entry: typeof entry === 'string' ? null : entry,
  };
}

export function copyAtWork(activity: Activity, policy: Policy): Copy {
  const { id, version, externalId } = activity;
  const entry = entryOfActivity(activity, policy);
  return { id, version, originId: externalId, entry: typeof entry === 'string' ? null : entry };
}
