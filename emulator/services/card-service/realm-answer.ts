import { exception } from '../../runtime/realm/bridge';
import type { Rendered } from '../../runtime/realm/host';
import { authorizationErrorOf } from './realm-authorization-exception';
import { Card } from './realm-card';
import { CalendarEventActionResponse, EditorFileScopeActionResponse } from './realm-host-responses';
import { jsonOf, Message, nameOf, type Json } from './realm-message';
import {
  ActionResponse,
  LinkPreview,
  SuggestionsResponse,
  UniversalActionResponse,
} from './realm-responses';

/** The objects that a function of an add-on may return, once built. */
const ANSWERS = [
  Card,
  ActionResponse,
  UniversalActionResponse,
  SuggestionsResponse,
  CalendarEventActionResponse,
  EditorFileScopeActionResponse,
  LinkPreview,
];

/**
 * The JSON of what a function of an add-on returned or threw; undefined for values that are not CardService's.
 *
 * @throws Exception in the add-on platform's words for builders that were not built, parts of cards, mixed lists and
 *   empty responses.
 */
export function answerOf(value: unknown): Rendered | undefined {
  const error = authorizationErrorOf(value);
  if (error) return { kind: 'card', value: error };
  if (Message.is(value)) return { kind: 'card', value: answerJson(value) };
  if (!Array.isArray(value) || !value.some(Message.is)) return undefined;
  if (!value.every(isCard)) throw unusable(`[${value.map(shown).join(', ')}]`);
  return { kind: 'card', value: value.map(jsonOf) };
}

function answerJson(value: Message): Json {
  if (!ANSWERS.some((made) => value instanceof made)) throw unusable(shown(value));
  const json = jsonOf(value);
  if (saysNothing(json)) throw unusable(JSON.stringify(json));
  return json;
}

const isCard = (value: unknown): value is Message => Message.is(value) && value instanceof Card;

/** A response that was built without any content is refused. */
const saysNothing = (json: Json): boolean =>
  ['{"renderActions":{"action":{}}}', '{"action":{"linkPreview":{}}}'].includes(
    JSON.stringify(json),
  );

const shown = (value: unknown): string =>
  Message.is(value) ? nameOf(value).replace('CardService.', '') : String(value);

const unusable = (value: string): Error =>
  exception(
    'The value returned from Apps Script has a type that cannot be used by the add-ons platform. ' +
      `Also make sure to call build on any builder before returning it. Value: ${value}`,
  );
