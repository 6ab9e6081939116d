import { createHash } from 'node:crypto';
import { requiredParam, type ApiMethod, type ApiRequest, type JsonObject } from '../api-method';
import { GoogleError } from '../google-error';
import { readableCustomer, readUserKey } from './reader';
import type { WatchChannel } from '../state/reports';

/** How long a channel lives by default, and at most (recalled from Google's push guide, not verified again). */
export const CHANNEL_SECONDS = 6 * 60 * 60;

/**
 * `reports.activities.watch`: opens a push channel. The channel is checked and stored, but nothing is ever delivered
 * to it: the local Workspace calls no addresses.
 *
 * @see https://developers.google.com/workspace/admin/reports/v1/guides/push
 */
export const watchActivities: ApiMethod = (request, caller, workspace) => {
  const customerId = readableCustomer(request, caller, workspace);
  readUserKey(request, customerId, workspace);
  const { channels } = workspace.state.reports;
  const body = request.body ?? {};
  const id = requireText(body, 'id');
  if (requireText(body, 'type') !== 'web_hook') throw unknownType(String(body['type']));
  const address = requireText(body, 'address');
  if (!address.startsWith('https://')) throw notHttps(address);
  const now = workspace.clock.now();
  if (Object.hasOwn(channels, id) && channels[id]!.expiration > now) throw notUnique(id);
  const resourceUri = uriOf(request);
  const channel: WatchChannel = {
    id,
    resourceId: createHash('sha256').update(resourceUri).digest('base64url').slice(0, 27),
    resourceUri,
    address,
    ...(typeof body['token'] === 'string' && { token: body['token'] }),
    customerId,
    expiration: now + secondsOf(body) * 1000,
  };
  channels[id] = channel;
  return toResource(channel);
};

const toResource = ({ id, resourceId, resourceUri, token, expiration }: WatchChannel): object => ({
  kind: 'api#channel',
  id,
  resourceId,
  resourceUri,
  ...(token !== undefined && { token }),
  expiration: String(expiration),
});

const uriOf = (request: ApiRequest): string => {
  const [userKey, application] = ['userKey', 'applicationName'].map((name) =>
    encodeURIComponent(requiredParam(request, name)),
  );
  return `https://admin.googleapis.com/admin/reports/v1/activity/users/${userKey}/applications/${application}?alt=json`;
};

function secondsOf(body: JsonObject): number {
  const asked = Number((body['params'] as JsonObject | undefined)?.['ttl']);
  return asked > 0 ? Math.min(asked, CHANNEL_SECONDS) : CHANNEL_SECONDS;
}

function requireText(body: JsonObject, name: string): string {
  const value = body[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new GoogleError(400, 'required', `entity.${name}`);
}

const unknownType = (type: string): GoogleError =>
  new GoogleError(400, 'channelUnknown', `Unknown channel type '${type}'`);

const notHttps = (address: string): GoogleError =>
  new GoogleError(400, 'push.webhookUrlNotHttps', `WebHook callback must be HTTPS: ${address}`);

const notUnique = (id: string): GoogleError =>
  new GoogleError(400, 'channelIdNotUnique', `Channel id ${id} not unique`);
