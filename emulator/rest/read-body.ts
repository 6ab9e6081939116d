import { DOCUMENTS, type ApiMethodDescription } from '../discovery/discovery';
import type { JsonObject } from '../workspace/api-method';
import { readClassic } from './read-classic-body';
import { FRONT_ENDS } from './front-end';
import { readTranscoded } from './read-transcoded-body';

/**
 * A request resource in the shape of the method's schema: scalars have the schema's types, read-only fields are left out,
 * and on the older APIs unknown ones too. The same object where nothing had to change.
 *
 * @throws GoogleError 400 in the words of the API's front end.
 */
export function readBody(method: ApiMethodDescription, body: JsonObject | null): JsonObject | null {
  if (body === null || method.request === null) return null;
  const { schemas } = DOCUMENTS[method.api];
  return FRONT_ENDS[method.api].reads === 'classic'
    ? readClassic(schemas, method.request, body)
    : readTranscoded({ schemas, frontEnd: FRONT_ENDS[method.api] }, method.request, body);
}
