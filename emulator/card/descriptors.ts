import { Root, type Type } from 'protobufjs/light';
import descriptors from './descriptors.json';

const root = Root.fromJSON(descriptors);
root.resolveAll();
const messages = root.lookup('google.apps.card.v1');

/** Messages that can stand alone: a card, or the answer of an add-on's function. */
export type MessageName =
  | 'Card'
  | 'SubmitFormResponse'
  | 'RenderActions'
  | 'GetAutocompletionResponse'
  | 'AuthorizationError';

/** The descriptor of a message of card.proto or responses.proto. */
export const messageType = (name: MessageName): Type =>
  root.lookupType(`google.apps.card.v1.${name}`);

/** A descriptor's name as Google's reference writes it: `Card.Section`, `Button`. */
export function referenceName(type: Type): string {
  const names: string[] = [];
  for (let at: Type['parent'] | Type = type; at && at !== messages; at = at.parent)
    names.unshift(at.name);
  return names.join('.');
}
