import { BASE36 } from '../../kit/random';
import {
  requiredParam,
  textParam,
  type ApiMethod,
  type ApiMethods,
  type JsonObject,
} from '../api-method';
import type { Caller } from '../caller';
import type { Workspace } from '../workspace';
import { GoogleError, invalid, notFound } from '../google-error';
import { listedCustomer, namedUser } from './access';
import { isObject, textOf } from './json-copy';
import { requirePrivilege } from './privileges';
import type { ChannelRecord } from '../state/directory';

const HOUR_MS = 60 * 60 * 1000;
const SERVER = 'https://admin.googleapis.com/admin/directory/v1/';

const ownerOf = ({ principal }: Caller): string =>
  principal.kind === 'user' ? principal.userId : principal.uniqueId;

/**
 * Opens a notification channel of the Admin SDK: it is recorded and can be stopped, but nothing is ever pushed to it.
 *
 * @param limits the lifetime without `params.ttl`, and the longest one.
 * @returns the Channel resource. @throws GoogleError 400 for an invalid channel, or one whose id is in use.
 * @see https://developers.google.com/workspace/admin/directory/v1/guides/push
 */
export function openChannel(
  workspace: Workspace,
  caller: Caller,
  { resourceUri, body }: { readonly resourceUri: string; readonly body: JsonObject | null },
  limits = { standardMs: 2 * HOUR_MS, longestMs: 48 * HOUR_MS },
): JsonObject {
  const { channels } = workspace.state.directory;
  const { id, address } = requireChannel(body);
  const open = Object.values(channels).some(
    (channel) => channel.id === id && channel.expiration > workspace.clock.now(),
  );
  if (open) throw channelRefusal('channelIdNotUnique', `Channel id ${id} not unique`);
  const record: ChannelRecord = {
    id,
    resourceId: workspace.random.text(27, BASE36),
    resourceUri,
    address,
    expiration: workspace.clock.now() + lifetime(body, limits),
    ownerId: ownerOf(caller),
  };
  channels[record.resourceId] = record;
  const token = textOf(body?.token);
  return {
    kind: 'api#channel',
    id,
    resourceId: record.resourceId,
    resourceUri,
    ...(token !== undefined && { token }),
    expiration: String(record.expiration),
  };
}

const channelRefusal = (reason: string, message: string): GoogleError =>
  new GoogleError(400, reason, message, { domain: 'push' });

function requireChannel(body: JsonObject | null): { id: string; address: string } {
  const [id, type, address] = [body?.id, body?.type, body?.address].map(textOf);
  if (!id || !/^[A-Za-z0-9\-_+/=]{1,64}$/.test(id)) throw invalid('Invalid value for: id');
  if (type !== 'web_hook' && type !== 'webhook') throw invalid('Invalid value for: type');
  if (!address?.startsWith('https://')) {
    throw channelRefusal(
      'push.webhookUrlNotHttps',
      `WebHook callback must be HTTPS: ${address ?? ''}`,
    );
  }
  return { id, address };
}

function lifetime(
  body: JsonObject | null,
  { standardMs, longestMs }: { readonly standardMs: number; readonly longestMs: number },
): number {
  const ttl = isObject(body?.params) ? body.params.ttl : undefined;
  const asked = ttl === undefined ? standardMs : Number(ttl) * 1000;
  if (!(asked > 0)) throw invalid('Invalid value for: params.ttl');
  return Math.min(asked, longestMs);
}

/** The query of a watched listing, as its URI. */
const uriOf = (path: string, params: Readonly<Record<string, unknown>>): string => {
  const query = Object.entries(params).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(
    query.map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  return `${SERVER}${path}${text && `?${text}`}`;
};

const watchUsers: ApiMethod = (request, caller, workspace) => {
  requirePrivilege(workspace, caller, 'USERS_RETRIEVE');
  listedCustomer(workspace, caller, {
    customer: textParam(request, 'customer'),
    domain: textParam(request, 'domain'),
  });
  const resourceUri = uriOf('users', request.params);
  return openChannel(workspace, caller, { resourceUri, body: request.body });
};

const watchAliases: ApiMethod = (request, caller, workspace) => {
  requirePrivilege(workspace, caller, 'USERS_RETRIEVE');
  const user = namedUser(workspace, caller, requiredParam(request, 'userKey'));
  const resourceUri = uriOf(`users/${user.id}/aliases`, { event: textParam(request, 'event') });
  return openChannel(workspace, caller, { resourceUri, body: request.body });
};

/** Stops a channel of the Directory or the Reports API. Only whoever opened a Directory channel may stop it. */
const stop: ApiMethod = ({ body }, caller, workspace) => {
  const [id, resourceId] = [textOf(body?.id) ?? '', textOf(body?.resourceId) ?? ''];
  const stopped =
    stopDirectoryChannel(workspace, caller, { id, resourceId }) ||
    stopReportsChannel(workspace, { id, resourceId });
  if (!stopped) throw notFound(`Channel '${id}' not found for project`);
  return undefined;
};

interface ChannelKey {
  readonly id: string;
  readonly resourceId: string;
}

function stopDirectoryChannel(
  { state, clock }: Workspace,
  caller: Caller,
  { id, resourceId }: ChannelKey,
): boolean {
  const { channels } = state.directory;
  const channel = channels[resourceId];
  if (channel?.id !== id || channel.ownerId !== ownerOf(caller)) return false;
  delete channels[resourceId];
  return channel.expiration > clock.now();
}

function stopReportsChannel({ state, clock }: Workspace, { id, resourceId }: ChannelKey): boolean {
  const { channels } = state.reports;
  const channel = channels[id];
  if (channel?.resourceId !== resourceId) return false;
  delete channels[id];
  return channel.expiration > clock.now();
}

export const channelMethods: ApiMethods = {
  'directory.users.watch': watchUsers,
  'directory.users.aliases.watch': watchAliases,
  'admin.channels.stop': stop,
};
