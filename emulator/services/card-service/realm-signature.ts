import { exception } from '../../runtime/realm/bridge';
import { EnumValue } from '../enumeration/realm';
import { typeNameOf } from './realm-enums';
import type { Kind } from './realm-kinds';
import { Message, nameOf } from './realm-message';

/**
 * The arguments as JSON values.
 *
 * @param overloads the lists of kinds that the method accepts.
 * @throws Exception in Apps Script's words when none of them fits.
 */
export function checked(
  member: () => string,
  args: readonly unknown[],
  overloads: readonly (readonly Kind[])[],
): unknown[] {
  for (const kinds of overloads) {
    if (args.length === kinds.length && kinds.every((kind, i) => kind.accepts(args[i])))
      return kinds.map((kind, i) => kind.json(args[i] as never));
  }
  throw mismatch(member(), args);
}

export const mismatch = (member: string, args: readonly unknown[]): Error =>
  exception(
    `The parameters (${args.map(typeName).join(',')}) don't match the method signature for ${member}.`,
  );

/** Apps Script's name for the type of an argument in that message. */
function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Message.is(value)) return nameOf(value);
  if (value instanceof EnumValue) return typeNameOf(value);
  if (Array.isArray(value)) return `${value.length === 0 ? 'Object' : typeName(value[0])}[]`;
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  return typeof value === 'object' ? '(class)' : typeof value;
}
