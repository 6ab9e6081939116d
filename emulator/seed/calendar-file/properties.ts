import { jCalOf } from './jcal';

/** A property in jCal form. @see https://www.rfc-editor.org/rfc/rfc7265 */
export interface Property {
  /** In lower case. */
  readonly name: string;
  /** By name in lower case; of several values the first. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly type: string;
  readonly values: readonly unknown[];
}

type JCalProperty = [string, Record<string, string | string[]>, string, ...unknown[]];

/**
 * The properties in a component's lines by name in lower case.
 *
 * @throws Error from the parser for text that is not iCalendar.
 */
export function propertiesOf(lines: readonly string[]): ReadonlyMap<string, readonly Property[]> {
  const [, properties] = jCalOf(lines) as [string, JCalProperty[]];
  const byName = new Map<string, Property[]>();
  for (const [name, parameters, type, ...values] of properties) {
    const property = { name, parameters: firstValues(parameters), type, values };
    byName.set(name, [...(byName.get(name) ?? []), property]);
  }
  return byName;
}

const firstValues = (parameters: Record<string, string | string[]>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, [value].flat()[0] ?? '']),
  );

/** The first value of a property as text; undefined when it is missing or empty. */
export function textOf(
  properties: ReadonlyMap<string, readonly Property[]>,
  name: string,
): string | undefined {
  const value = properties.get(name)?.[0]?.values[0];
  return value === undefined || value === null || value === '' ? undefined : String(value);
}
