import ICAL from 'ical.js';
import type { Component } from './components';

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
 * The properties of a component by name in lower case.
 *
 * @throws Error from the parser for text that is not iCalendar.
 */
export function propertiesOf({ lines }: Component): ReadonlyMap<string, readonly Property[]> {
  const [, properties] = jCalOf(lines) as [string, JCalProperty[]];
  const byName = new Map<string, Property[]>();
  for (const [name, parameters, type, ...values] of properties) {
    const property = { name, parameters: firstValues(parameters), type, values };
    byName.set(name, [...(byName.get(name) ?? []), property]);
  }
  return byName;
}

/** @throws Error from the parser */
export const jCalOf = (lines: readonly string[]): unknown[] =>
  ICAL.parse(lines.map(plainRule).join('\r\n'));

/** The parser reads rules only in upper case. */
const plainRule = (line: string): string =>
  /^(RRULE|EXRULE)[;:]/i.test(line) ? line.toUpperCase() : line;

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
