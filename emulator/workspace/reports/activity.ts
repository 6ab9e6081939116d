import { isoInstant } from '../../kit/clock';
import { BASE64URL, type Random } from '../../kit/random';
import type { AuditEntry, AuditEvent } from '../audit-log';
import { copyJson } from './copy-json';
import type { Activity, Actor, NetworkInfo } from '../state/reports';

/** Stands in for the actor's profile where there is none. @see https://developers.google.com/workspace/admin/reports/reference/rest/v1/activities/list */
export const PLACEHOLDER_PROFILE_ID = '105250506097979753968';

const ETAG_PREFIX = 'CTyc505ppdmJR2motHVsU17kzItOkPo5vYViqlSF0rU';

/** The record of an event that happened at `at`. */
export function toActivity(
  entry: AuditEntry,
  events: readonly AuditEvent[],
  at: number,
  random: Random,
): Activity {
  const ipAddress = entry.ipAddress ?? undefined;
  const networkInfo = ipAddress && networkOf(ipAddress);
  return {
    kind: 'admin#reports#activity',
    id: {
      time: isoInstant(at),
      uniqueQualifier: drawQualifier(random),
      applicationName: entry.applicationName,
      customerId: entry.customerId,
    },
    etag: `"${ETAG_PREFIX}/${random.text(27, BASE64URL)}"`,
    actor: actorOf(entry),
    ...(entry.ownerDomain !== undefined && { ownerDomain: entry.ownerDomain }),
    ...(ipAddress !== undefined && { ipAddress }),
    ...(networkInfo && { networkInfo }),
    ...(entry.resourceDetails && { resourceDetails: copyJson(entry.resourceDetails) }),
    events: copyJson(events),
  };
}

/** A signed 64-bit number in decimal. */
function drawQualifier(random: Random): string {
  const high = BigInt(random.int(2 ** 32));
  const low = BigInt(random.int(2 ** 32));
  return BigInt.asIntN(64, (high << 32n) | low).toString();
}

function actorOf({ actor, customerId, applicationInfo }: AuditEntry): Actor {
  const application = applicationInfo && { applicationInfo: { ...applicationInfo } };
  if (actor.kind === 'system') {
    if (actor.key === undefined) return { profileId: PLACEHOLDER_PROFILE_ID, ...application };
    return { callerType: 'KEY', key: actor.key, ...application };
  }
  return {
    callerType: actor.customerId === customerId ? 'USER' : 'EXTERNAL_USER',
    email: actor.email,
    profileId: actor.userId,
    ...application,
  };
}

/** Networks of the addresses reserved for documentation, the only ones that the local Workspace hands out. */
const NETWORKS: readonly (readonly [prefix: string, network: NetworkInfo])[] = [
  ['192.0.2.', { ipAsn: [64496], regionCode: 'DE', subdivisionCode: 'DE-BE' }],
  ['198.51.100.', { ipAsn: [64497], regionCode: 'FI', subdivisionCode: 'FI-18' }],
  ['203.0.113.', { ipAsn: [64498], regionCode: 'US', subdivisionCode: 'US-OR' }],
  ['2001:db8:', { ipAsn: [64499], regionCode: 'FI', subdivisionCode: 'FI-06' }],
];

const networkOf = (ipAddress: string): NetworkInfo | undefined =>
  NETWORKS.find(([prefix]) => ipAddress.startsWith(prefix))?.[1];
