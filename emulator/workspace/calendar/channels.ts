import { createHash } from 'node:crypto';
import {
  textParam,
  type ApiMethod,
  type ApiMethods,
  type ApiRequest,
  type JsonObject,
} from '../api-method';
import type { Caller } from '../caller';
import { GoogleError, invalid } from '../google-error';
import type { Workspace } from '../workspace';
import { openCalendar, requireCalendarUser } from './access';
import { personKey } from './calendars';
import type { Role } from '../state/calendar';

/** @see https://developers.google.com/workspace/calendar/api/guides/push */
const CHANNEL_MS = 7 * 86_400_000;

/**
 * Records a push channel and when it ends. Nothing is ever pushed: Google itself says that some messages get lost, so
 * watchers have to poll too.
 */
function openChannel(
  request: ApiRequest,
  caller: Caller,
  workspace: Workspace,
  resource: string,
): JsonObject {
  const { channels } = workspace.state.calendar;
  const body = request.body ?? {};
  const { id, type, address, token, expiration } = body;
  if (typeof id !== 'string' || id === '')
    throw new GoogleError(400, 'required', 'Missing channel id.');
  if (type !== 'web_hook' && type !== 'webhook') throw invalid('Unknown channel type.');
  if (typeof address !== 'string' || !address.startsWith('https://'))
    throw new GoogleError(
      400,
      'push.webhookUrlNotHttps',
      `WebHook callback must be HTTPS: ${String(address)}`,
    );
  const now = workspace.clock.now();
  if (channels[id] && channels[id].expiration > now)
    throw new GoogleError(400, 'channelIdNotUnique', `Channel id ${id} not unique`);
  const asked = Number(expiration ?? Infinity);
  const resourceId = createHash('sha256').update(resource).digest('base64url').slice(0, 27);
  const resourceUri = `https://www.googleapis.com/calendar/v3/${resource}?alt=json`;
  const end = Math.min(asked > now ? asked : Infinity, now + CHANNEL_MS);
  channels[id] = {
    id,
    resourceId,
    resourceUri,
    address,
    expiration: end,
    clientId: caller.clientId,
    ...(typeof token === 'string' && { token }),
  };
  return {
    kind: 'api#channel',
    id,
    resourceId,
    resourceUri,
    ...(typeof token === 'string' && { token }),
    expiration: String(end),
  };
}

const watchOf =
  (collection: string, needed: Role): ApiMethod =>
  (request, caller, workspace) => {
    const { calendar } = openCalendar(request, caller, workspace, needed);
    return openChannel(
      request,
      caller,
      workspace,
      `calendars/${encodeURIComponent(calendar.key)}/${collection}`,
    );
  };

const watchOwn =
  (collection: string): ApiMethod =>
  (request, caller, workspace) => {
    requireCalendarUser(workspace, caller);
    return openChannel(
      request,
      caller,
      workspace,
      `users/${personKey(caller.principal)}/${collection}`,
    );
  };

/** `calendar.channels.stop`. */
const stopChannel: ApiMethod = (request, caller, workspace) => {
  const { channels } = workspace.state.calendar;
  const id = String(request.body?.id ?? textParam(request, 'id') ?? '');
  const channel = Object.hasOwn(channels, id) ? channels[id] : undefined;
  if (channel?.resourceId !== request.body?.resourceId || channel?.clientId !== caller.clientId)
    throw new GoogleError(
      404,
      'channelUnknown',
      `Channel '${id}' not found for project '${caller.projectNumber ?? ''}'`,
    );
  delete channels[id];
  return undefined;
};

export const channelMethods: ApiMethods = {
  'calendar.events.watch': watchOf('events', 'freeBusyReader'),
  'calendar.acl.watch': watchOf('acl', 'writer'),
  'calendar.calendarList.watch': watchOwn('calendarList'),
  'calendar.settings.watch': watchOwn('settings'),
  'calendar.channels.stop': stopChannel,
};
