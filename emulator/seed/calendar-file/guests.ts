import type { JsonObject } from '../../workspace/api-method';
import type { Property } from './properties';

const RESPONSES: Readonly<Record<string, string>> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
};

/** A guest in the Calendar API's form; null for an ATTENDEE without an e-mail address. */
export function guestOf(property: Property): JsonObject | null {
  const email = addressOf(property);
  if (email === null) return null;
  const { partstat, role, cutype, cn } = property.parameters;
  const more = Number(property.parameters['x-num-guests'] ?? 0);
  return {
    email,
    responseStatus: RESPONSES[partstat?.toUpperCase() ?? ''] ?? 'needsAction',
    ...nameOf(cn, email),
    ...(role?.toUpperCase() === 'OPT-PARTICIPANT' && { optional: true }),
    ...(/^(RESOURCE|ROOM)$/i.test(cutype ?? '') && { resource: true }),
    ...(Number.isInteger(more) && more > 0 && more < 2 ** 31 && { additionalGuests: more }),
  };
}

/** An organizer in the Calendar API's form; null when the property has no e-mail address. */
export function organizerOf(property: Property): { email: string; displayName?: string } | null {
  const email = addressOf(property);
  return email === null ? null : { email, ...nameOf(property.parameters.cn, email) };
}

/** The address of a CAL-ADDRESS: from a mailto URI, or from the parameter EMAIL. */
function addressOf({ parameters, values: [value] }: Property): string | null {
  const uri = String(value ?? '').trim();
  const written = /^mailto:/i.test(uri) ? decoded(uri.slice('mailto:'.length)) : uri;
  const address = [written, parameters.email ?? ''].find((text) => ADDRESS.test(text));
  return address?.toLowerCase() ?? null;
}

const ADDRESS = /^[^\s@<>":/]+@[^\s@<>":/]+\.[^\s@<>".:/]+$/;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const nameOf = (name: string | undefined, email: string): { displayName?: string } =>
  name === undefined || name === '' || name.toLowerCase() === email ? {} : { displayName: name };
