import { exception } from '../../runtime/realm/bridge';
import { javaText } from './realm-java-text';

/** Returns whether a value fits a parameter. */
export type Fits = (value: unknown) => boolean;

/** What a parameter accepts: one of the reference's types, or a test of its own such as an enumeration's. */
export type Parameter = keyof typeof TYPES | Fits;

const isBytes = (value: unknown): boolean =>
  ArrayBuffer.isView(value) ||
  (Array.isArray(value) && value.every((byte) => typeof byte === 'number'));

/** The reference's types. A String accepts anything that can be text; numbers and booleans are converted. */
const TYPES = {
  String: (value: unknown) => value !== null && value !== undefined && typeof value !== 'function',
  Integer: (value: unknown) => typeof value === 'number' && Number.isFinite(value),
  Number: (value: unknown) => typeof value === 'number',
  Boolean: (value: unknown) => typeof value === 'boolean',
  Date: (value: unknown) => value instanceof Date,
  Object: (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'Object[]': (value: unknown) => Array.isArray(value),
  'String[]': (value: unknown) => Array.isArray(value),
  'Byte[]': isBytes,
  BlobSource: (value: unknown) =>
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { getBlob?: unknown }).getBlob === 'function',
  Any: () => true,
};

/**
 * The arguments of a call, converted to what the parameters require: strings, whole numbers.
 *
 * @param member the full name, such as `PropertiesService.Properties.setProperty`.
 * @param forms the parameters of each form of the method; the first that fits is used.
 * @throws Exception in Apps Script's words when no form fits.
 */
export function argumentsOf<T extends readonly unknown[]>(
  member: string,
  args: readonly unknown[],
  ...forms: readonly (readonly Parameter[])[]
): T {
  for (const form of forms) {
    if (form.length === args.length && form.every((parameter, i) => fits(parameter, args[i])))
      return form.map((parameter, i) => converted(parameter, args[i])) as unknown as T;
  }
  throw mismatch(member, args);
}

/** Apps Script's message for arguments that fit no form of a method. */
export const mismatch = (member: string, args: readonly unknown[]): Error =>
  exception(
    `The parameters (${args.map(typeName).join(',')}) don't match the method signature for ${member}.`,
  );

const fits = (parameter: Parameter, value: unknown): boolean =>
  typeof parameter === 'function' ? parameter(value) : TYPES[parameter](value);

function converted(parameter: Parameter, value: unknown): unknown {
  if (parameter === 'String') return javaText(value);
  if (parameter === 'Integer') return Math.trunc(value as number);
  if (parameter === 'String[]') return (value as unknown[]).map(javaText);
  if (parameter === 'Byte[]') return Array.from(value as ArrayLike<number>);
  return value;
}

/** The name of a value's type in that message. */
function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return typeof value[0] === 'string' ? 'String[]' : 'number[]';
  if (typeof value === 'object') return value instanceof Date ? 'Date' : 'Object';
  const name = typeof value;
  return name[0]!.toUpperCase() + name.slice(1);
}
