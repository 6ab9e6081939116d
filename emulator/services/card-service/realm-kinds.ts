import { isOneOf, type Enumeration, type EnumValue } from '../enumeration/realm';
import { jsonOf, Message, widgetOf, type MessageClass } from './realm-message';

/** What an argument must be, and what goes into the JSON for it. */
export interface Kind {
  readonly accepts: (value: unknown) => boolean;
  readonly json: (value: never) => unknown;
}

const same = (value: unknown): unknown => value;
const isPrimitive = (value: unknown): boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);
const isNothing = (value: unknown): boolean => value === null || value === undefined;

export const STRING: Kind = { accepts: (value) => typeof value === 'string', json: same };
export const BOOLEAN: Kind = { accepts: (value) => typeof value === 'boolean', json: same };
export const NUMBER: Kind = { accepts: Number.isFinite, json: same };
export const INTEGER: Kind = { accepts: Number.isInteger, json: same };

/** `Object` in the reference, where it says that primitives become strings. */
export const PRIMITIVE: Kind = { accepts: isPrimitive, json: String };

/** The same, optional. */
export const OPTIONAL_PRIMITIVE: Kind = {
  accepts: (value) => isNothing(value) || isPrimitive(value),
  json: (value: unknown) => (isNothing(value) ? undefined : String(value)),
};

/** A map from string to string, as a list of keys and values. */
export const STRING_MAP: Kind = {
  accepts: (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !Message.is(value) &&
    Object.values(value).every((entry) => typeof entry === 'string'),
  json: (map) => Object.entries(map).map(([key, value]) => ({ key, value: value as unknown })),
};

/** A widget, in the form a section holds it. */
export const WIDGET: Kind = {
  accepts: (value) => Message.is(value) && widgetOf(value) !== null,
  json: widgetOf,
};

/** An object of this class or of one derived from it. */
export const a = (made: MessageClass): Kind => ({
  accepts: (value) => Message.is(value) && value instanceof made,
  json: jsonOf,
});

export const oneOf = (values: Enumeration<string>): Kind => ({
  accepts: (value) => isOneOf(values, value),
  json: (value: EnumValue) => value.name(),
});

export const listOf = (element: Kind): Kind => ({
  accepts: (value) => Array.isArray(value) && value.every((entry) => element.accepts(entry)),
  json: (list: never[]) => list.map((entry) => element.json(entry)),
});
