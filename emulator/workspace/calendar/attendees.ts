import type { Json, JsonObject } from '../api-method';
import { GoogleError, invalid } from '../google-error';
import type { Attendee } from '../state/calendar';

/** Above this, responses stay on the guest's own copy. @see https://developers.google.com/workspace/calendar/api/v3/reference/events */
export const PROPAGATED_GUESTS = 200;

const RESPONSES = ['needsAction', 'declined', 'tentative', 'accepted'];
const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/;

/**
 * The guests of a request. A guest without a response has not answered: rebuilding the list from bare addresses
 * withdraws everybody's answer. An address that appears twice counts once.
 *
 * @throws GoogleError 400
 */
export function readAttendees(value: Json | undefined): Attendee[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const byAddress = new Map<string, Attendee>();
  for (const entry of value as JsonObject[]) {
    const attendee = readAttendee(entry);
    byAddress.set(attendee.email.toLowerCase(), attendee);
  }
  return byAddress.size > 0 ? [...byAddress.values()] : undefined;
}

function readAttendee(entry: JsonObject): Attendee {
  const {
    email,
    displayName,
    responseStatus = 'needsAction',
    optional,
    resource,
    comment,
    additionalGuests,
  } = entry;
  if (typeof email !== 'string' || email === '')
    throw new GoogleError(400, 'required', 'Missing attendee email.');
  if (!ADDRESS.test(email)) throw invalid('Invalid attendee email.');
  if (typeof responseStatus !== 'string' || !RESPONSES.includes(responseStatus))
    throw invalid('Invalid attendee response status.');
  return {
    email,
    ...(typeof displayName === 'string' && { displayName }),
    responseStatus: responseStatus as Attendee['responseStatus'],
    ...(optional === true && { optional: true }),
    ...((resource === true || email.endsWith('@resource.calendar.google.com')) && {
      resource: true,
    }),
    ...(typeof comment === 'string' && comment !== '' && { comment }),
    ...(typeof additionalGuests === 'number' && additionalGuests > 0 && { additionalGuests }),
  };
}

/** The guests who are in one list and not in another. */
export const guestsBeyond = (
  some: readonly Attendee[] | undefined,
  others: readonly Attendee[] | undefined,
): readonly Attendee[] => {
  const known = new Set(others?.map(({ email }) => email.toLowerCase()));
  return (some ?? []).filter(({ email }) => !known.has(email.toLowerCase()));
};

/** The entry with this address. */
export const entryOf = (
  list: readonly Attendee[] | undefined,
  address: string,
): Attendee | undefined => list?.find(({ email }) => email.toLowerCase() === address.toLowerCase());
