import { BASE64URL } from '../../kit/random';
import { requiredParam, type ApiMethod, type ApiRequest, type JsonObject } from '../api-method';
import type { Caller } from '../caller';
import { GoogleError, invalid, notFound } from '../google-error';
import type { Workspace } from '../workspace';
import { requireFile } from './access';
import { callingAccount } from './account';
import type { DriveChannel } from '../state/drive';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/**
 * `drive.changes.watch`: the channel is stored and returned; nothing is delivered to it.
 *
 * @see https://developers.google.com/workspace/drive/api/guides/push
 */
export const watchChanges: ApiMethod = (request, caller, workspace) =>
  openChannel(workspace, caller, request, {
    uri: 'https://www.googleapis.com/drive/v3/changes?alt=json',
    most: 7 * DAY_MS,
  });

/** `drive.files.watch`: like `watchChanges`, for one file and for a day at most. */
export const watchFile: ApiMethod = (request, caller, workspace) => {
  const file = requireFile(workspace, caller, requiredParam(request, 'fileId'), {
    role: 'reader',
    reach: 'drive.read',
  });
  const uri = `https://www.googleapis.com/drive/v3/files/${file.id}?alt=json`;
  return openChannel(workspace, caller, request, { uri, most: DAY_MS });
};

/** `drive.channels.stop` */
export const stopChannel: ApiMethod = ({ body }, caller, workspace) => {
  const { drive } = workspace.state;
  const at = drive.channels.findIndex(
    (channel) =>
      channel.id === body?.['id'] &&
      channel.resourceId === body['resourceId'] &&
      channel.clientId === caller.clientId,
  );
  if (at < 0)
    throw notFound(
      `Channel '${String(body?.['id'])}' not found for project '${caller.projectNumber ?? ''}'`,
    );
  drive.channels.splice(at, 1);
  return undefined;
};

function openChannel(
  workspace: Workspace,
  caller: Caller,
  request: ApiRequest,
  { uri, most }: { readonly uri: string; readonly most: number },
): object {
  const { drive } = workspace.state;
  const body = request.body ?? {};
  const { id, address } = requireChannel(workspace, body);
  const now = workspace.clock.now();
  const asked = Number(body['expiration'] ?? now + HOUR_MS);
  const channel: DriveChannel = {
    id,
    resourceId: workspace.random.text(27, BASE64URL),
    resourceUri: uri,
    address,
    ...(typeof body['token'] === 'string' && { token: body['token'] }),
    expiration: Math.min(asked, now + most),
    clientId: caller.clientId,
    accountId: callingAccount(caller).id,
  };
  drive.channels.push(channel);
  const { resourceId, resourceUri, token, expiration } = channel;
  return {
    kind: 'api#channel',
    id,
    resourceId,
    resourceUri,
    ...(token !== undefined && { token }),
    expiration: String(expiration),
  };
}

/** @throws GoogleError 400 for a channel that Drive would not open. */
function requireChannel(
  { state: { drive } }: Workspace,
  { id, address, type }: JsonObject,
): { readonly id: string; readonly address: string } {
  if (typeof id !== 'string' || id === '')
    throw new GoogleError(400, 'required', 'Required', { location: 'entity.id' });
  if (type !== 'web_hook' && type !== 'webhook')
    throw invalid('Unknown channel type', 'entity.type');
  if (typeof address !== 'string' || !address.startsWith('https://'))
    throw new GoogleError(
      400,
      'push.webhookUrlNotHttps',
      `WebHook callback must be HTTPS: ${String(address)}`,
    );
  if (drive.channels.some((channel) => channel.id === id))
    throw new GoogleError(400, 'channelIdNotUnique', `Channel id ${id} not unique`);
  return { id, address };
}
