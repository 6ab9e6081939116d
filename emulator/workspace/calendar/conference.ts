import { DIGITS } from '../../kit/random';
import type { Json, JsonObject } from '../api-method';
import { invalid } from '../google-error';
import type { Workspace } from '../workspace';
import type { EventCore } from '../state/calendar';

/** How long a requested conference is pending. Google only says that it is created asynchronously. */
export const CONFERENCE_MS = 1000;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Conference data as it is stored: a request for a new Meet conference becomes one that is `pending` at first.
 *
 * @throws GoogleError 400 for a request without `requestId`.
 */
export function readConference(
  value: Json,
  previous: Json | undefined,
  workspace: Workspace,
): JsonObject {
  const data = value as JsonObject;
  const request = data.createRequest as JsonObject | undefined;
  if (!request || data.entryPoints) return data;
  if (typeof request.requestId !== 'string' || request.requestId === '')
    throw invalid('Invalid conference request id.');
  const known = (previous as JsonObject | undefined)?.createRequest as JsonObject | undefined;
  if (known?.requestId === request.requestId) return previous as JsonObject;
  return newMeet(request, workspace);
}

function newMeet(request: JsonObject, { random }: Workspace): JsonObject {
  const type = (request.conferenceSolutionKey as JsonObject | undefined)?.type ?? 'hangoutsMeet';
  const key = { type };
  if (type !== 'hangoutsMeet')
    return {
      createRequest: { ...request, conferenceSolutionKey: key, status: { statusCode: 'failure' } },
    };
  const code = [3, 4, 3].map((length) => random.text(length, LETTERS)).join('-');
  return {
    createRequest: { ...request, conferenceSolutionKey: key, status: { statusCode: 'success' } },
    conferenceId: code,
    conferenceSolution: { key, name: 'Google Meet' },
    entryPoints: [
      {
        entryPointType: 'video',
        uri: `https://meet.google.com/${code}`,
        label: `meet.google.com/${code}`,
      },
      { entryPointType: 'phone', uri: 'tel:+1-650-555-0100', pin: random.text(9, DIGITS) },
    ],
  };
}

/** `conferenceData` and `hangoutLink` of an event; while the conference is not ready, only its request. */
export function answeredConference(
  data: JsonObject,
  core: EventCore,
  { clock }: Workspace,
): JsonObject {
  const request = data.createRequest as JsonObject | undefined;
  if (request && core.conferenceReadyAt !== undefined && clock.now() < core.conferenceReadyAt)
    return { conferenceData: { createRequest: { ...request, status: { statusCode: 'pending' } } } };
  const entryPoints = (data.entryPoints ?? []) as JsonObject[];
  const video = entryPoints.find(({ entryPointType }) => entryPointType === 'video')?.uri;
  const isMeet = typeof video === 'string' && video.startsWith('https://meet.google.com/');
  return { ...(isMeet && { hangoutLink: video }), conferenceData: data };
}
